#include "review/server.h"

#include <httplib.h>

#include <algorithm>
#include <charconv>
#include <mutex>

#include "record/json_object.h"
#include "review/export.h"
#include "review/gate.h"
#include "review/page.h"

namespace solieu {
namespace {

constexpr size_t kLargestBody = 256 * 1024;

constexpr const char* kJson = "application/json";
constexpr const char* kBytes = "application/octet-stream";

uint64_t number_of(std::string_view text) {
  uint64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

Selection selection_of(const httplib::Request& request) {
  Selection out;
  for (const auto& [name, value] : request.params) {
    if (name == "q") out.query = value;
    if (name == "sort") out.sort = value;
    if (name == "down") out.down = value == "1";
    for (size_t f = 0; f < kFacets; ++f) {
      if (name == name_of(static_cast<Facet>(f))) out.values[f].push_back(value);
    }
  }
  return out;
}

// From a provider, because httplib would compress a plain body anew for each answer.
void answer(httplib::Response& response, std::string body, const char* type) {
  const size_t size = body.size();
  if (size == 0) return response.set_content(body, type);
  response.set_content_provider(
      size, type, [body = std::move(body)](size_t offset, size_t length, httplib::DataSink& sink) {
        return sink.write(body.data() + offset, length);
      });
}

// The error as a whole, and its parts, which the page may translate.
void fail(httplib::Response& response, int status, const Error& error) {
  response.status = status;
  JsonObject body;
  body.add("error", error.to_string())
      .add("place", error.place)
      .add("remedy", error.remedy.empty() ? error.message : error.remedy);
  answer(response, std::string(body.finish()), kJson);
}

int status_of(const Error& error) {
  switch (error.code) {
    case Error::Code::kUsage:
      return 409;  // what the page saw is no longer so
    case Error::Code::kInput:
      return 400;
    default:
      return 500;
  }
}

}  // namespace

class ReviewServer::Routes {
 public:
  Routes(Review& review, ServerOptions options) : review_(review), options_(std::move(options)) {}

  Status bind() {
    // Without SO_REUSEPORT, with which a second server would share the port.
    server_.set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_tcp_nodelay(true);
    server_.set_payload_max_length(kLargestBody);
    server_.set_read_timeout(10);
    const int port = options_.port == 0 ? server_.bind_to_any_port(options_.host)
                     : server_.bind_to_port(options_.host, options_.port) ? options_.port
                                                                          : -1;
    if (port <= 0) {
      return Error{Error::Code::kUsage, options_.host + ":" + std::to_string(options_.port),
                   "cannot be served", "choose another --port or --host"};
    }
    gate_ = std::make_unique<Gate>(options_.host, port, options_.allow_hosts);
    add_routes();
    return {};
  }

  std::string start_address() const { return gate_->start_address(); }
  void run() { server_.listen_after_bind(); }
  void stop() { server_.stop(); }

 private:
  using Ask = std::function<Result<std::string>(const httplib::Request&)>;

  void add_routes() {
    server_.set_default_headers({
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
         "data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cache-Control", "no-store"},
    });
    server_.set_pre_routing_handler([this](const auto& request, auto& response) {
      const std::string_view refusal = refused(request);
      if (refusal.empty()) return httplib::Server::HandlerResponse::Unhandled;
      fail(response, 403, {Error::Code::kUsage, "", std::string(refusal), ""});
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.Get("/", [this](const auto& request, auto& response) { start(request, response); });
    file("/app.js", "app.js", "text/javascript; charset=utf-8");
    file("/app.css", "app.css", "text/css; charset=utf-8");

    get("/api/session", kJson, [this](const auto&) -> Result<std::string> {
      return review_.session(static_cast<bool>(options_.explain));
    });
    get("/api/list", kBytes, [this](const auto& r) { return review_.list(selection_of(r)); });
    get("/api/facets", kJson, [this](const auto& r) { return review_.facets(selection_of(r)); });
    get("/api/charts", kJson, [this](const auto& r) { return review_.charts(selection_of(r)); });
    get("/api/rows", kJson, [this](const auto& r) { return rows(r); });
    get("/api/article", kJson, [this](const auto& r) { return article(r); });
    get("/api/explain", kJson, [this](const auto& r) { return explain(r); });
    get("/api/quality", kJson, [this](const auto&) { return review_.quality(); });
    get("/api/log", kJson, [this](const auto& r) {
      return review_.log(static_cast<int64_t>(number_of(r.get_param_value("before"))));
    });
    server_.Get("/api/export",
                [this](const auto& request, auto& response) { download(request, response); });
    post("/api/decisions", [this](const auto& r) { return review_.decide(r.body); });
    post("/api/undo", [this](const auto&) { return review_.undo(); });
    post("/api/accept-all", [this](const auto& r) {
      return review_.accept_all(selection_of(r),
                                static_cast<uint32_t>(number_of(r.get_param_value("expected"))));
    });
  }

  std::string_view refused(const httplib::Request& request) const {
    const std::string host = request.get_header_value("Host");
    const std::string origin = request.get_header_value("Origin");
    const std::string site = request.get_header_value("Sec-Fetch-Site");
    const std::string type = request.get_header_value("Content-Type");
    const std::string cookies = request.get_header_value("Cookie");
    const bool open = !request.path.starts_with("/api/");
    return gate_->refusal({request.method, host, origin, site, type, cookies}, open);
  }

  // The page itself; with the token it lets the browser in and leaves the token's address.
  void start(const httplib::Request& request, httplib::Response& response) {
    if (!request.has_param("token")) {
      return send_file(request, response, "index.html", "text/html; charset=utf-8");
    }
    if (!gate_->knows(request.get_param_value("token"))) {
      return fail(response, 403,
                  {Error::Code::kUsage, "", "this is not the token of this server",
                   "open the address that solieu review printed"});
    }
    response.set_header("Set-Cookie", gate_->cookie());
    response.set_redirect("/", 303);
  }

  void file(const char* path, const char* name, const char* type) {
    server_.Get(path, [this, name, type](const auto& request, auto& response) {
      send_file(request, response, name, type);
    });
  }

  static void send_file(const httplib::Request& request, httplib::Response& response,
                        const char* name, const char* type) {
    const std::string_view bytes = page_file(name);
    if (request.get_header_value("Accept-Encoding").find("gzip") == std::string::npos) {
      response.status = 406;
      return response.set_content("the page is compressed with gzip", "text/plain");
    }
    response.set_header("Content-Encoding", "gzip");
    answer(response, std::string(bytes), type);
  }

  void get(const char* path, const char* type, Ask ask) {
    server_.Get(path, [this, type, ask = std::move(ask)](const auto& request, auto& response) {
      const std::lock_guard lock(turn_);
      if (Status fresh = review_.catch_up(); !fresh) {
        return fail(response, status_of(fresh.error()), fresh.error());
      }
      auto body = ask(request);
      if (!body) return fail(response, status_of(body.error()), body.error());
      answer(response, std::move(*body), type);
    });
  }

  void post(const char* path, Ask ask) {
    server_.Post(path, [this, ask = std::move(ask)](const auto& request, auto& response) {
      if (review_.options().read_only) {
        return fail(response, 403, {Error::Code::kUsage, "", "the review is read-only", ""});
      }
      const std::lock_guard lock(turn_);
      if (Status fresh = review_.catch_up(); !fresh) {
        return fail(response, status_of(fresh.error()), fresh.error());
      }
      auto body = ask(request);
      if (!body) return fail(response, status_of(body.error()), body.error());
      answer(response, std::move(*body), kJson);
    });
  }

  Result<std::string> rows(const httplib::Request& request) {
    if (number_of(request.get_param_value("generation")) != review_.generation()) {
      return Error{Error::Code::kUsage, "", "the store has changed", "load the list again"};
    }
    return review_.rows(request.get_param_value("rows"));
  }

  Result<std::string> article(const httplib::Request& request) {
    if (!request.has_param("row")) return review_.article(request.get_param_value("article"));
    if (number_of(request.get_param_value("generation")) != review_.generation()) {
      return Error{Error::Code::kUsage, "", "the store has changed", "load the list again"};
    }
    return review_.article_of(static_cast<uint32_t>(number_of(request.get_param_value("row"))));
  }

  Result<std::string> explain(const httplib::Request& request) {
    if (!options_.explain) return Error{Error::Code::kInput, "", "no rules are loaded", ""};
    const auto sentence =
        review_.sentence({request.get_param_value("article"), request.get_param_value("figure")});
    if (!sentence) return sentence.error();
    const auto text = options_.explain(*sentence);
    if (!text) return text.error();
    return Review::as_json("text", *text);
  }

  void download(const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock(turn_);
    const std::string form = request.get_param_value("form");
    const auto text = review_.exported(form);
    if (!text) return fail(response, 400, text.error());
    const std::string name = "solieu-" + form +
                             (form == "csv"     ? ".csv"
                              : form == "rules" ? ".toml"
                                                : ".jsonl");
    response.set_header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    answer(response, *text, "text/plain; charset=utf-8");
  }

  Review& review_;
  ServerOptions options_;
  httplib::Server server_;
  std::unique_ptr<Gate> gate_;
  std::mutex turn_;
};

ReviewServer::ReviewServer(std::unique_ptr<Routes> routes) : routes_(std::move(routes)) {}
ReviewServer::ReviewServer(ReviewServer&&) noexcept = default;
ReviewServer::~ReviewServer() = default;

Result<ReviewServer> ReviewServer::open(Review& review, ServerOptions options) {
  if (page_file("index.html").empty()) {
    return Error{Error::Code::kUsage, "", "this program was built without the review page",
                 "build it where npm is installed"};
  }
  auto routes = std::make_unique<Routes>(review, std::move(options));
  if (Status bound = routes->bind(); !bound) return bound.error();
  return ReviewServer(std::move(routes));
}

std::string ReviewServer::start_address() const { return routes_->start_address(); }
void ReviewServer::run() { routes_->run(); }
void ReviewServer::stop() { routes_->stop(); }

}  // namespace solieu
