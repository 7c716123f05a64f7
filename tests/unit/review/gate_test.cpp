#include "review/gate.h"

#include "catch.h"

using namespace solieu;

namespace {

// The start address' token and the cookie's "name=value".
std::string token_of(const Gate& gate) {
  const std::string address = gate.start_address();
  return address.substr(address.find("token=") + 6);
}
std::string cookie_of(const Gate& gate) { return gate.cookie().substr(0, gate.cookie().find(';')); }

}  // namespace

TEST_CASE("the start address names the server and a secret") {
  const Gate gate("127.0.0.1", 8300);
  CHECK(gate.start_address().starts_with("http://127.0.0.1:8300/?token="));
  CHECK(token_of(gate).size() == 64);
  CHECK(gate.knows(token_of(gate)));
  CHECK_FALSE(gate.knows(""));
  CHECK_FALSE(gate.knows(token_of(Gate("127.0.0.1", 8300))));
  CHECK_FALSE(gate.knows(cookie_of(gate)));
  CHECK(Gate("::1", 80).start_address().starts_with("http://[::1]:80/"));
}

TEST_CASE("reading needs the cookie and a Host that is ours") {
  const Gate gate("127.0.0.1", 8300);
  const std::string cookie = cookie_of(gate);
  const auto refusal = [&](std::string_view host, std::string_view cookies, bool open = false) {
    return gate.refusal({"GET", host, "", "", "", cookies}, open);
  };
  CHECK(refusal("127.0.0.1:8300", cookie).empty());
  CHECK(refusal("localhost:8300", "a=b; " + cookie + "; c=d").empty());
  CHECK(refusal("[::1]:8300", cookie).empty());
  CHECK_FALSE(refusal("127.0.0.1:8301", cookie).empty());
  CHECK_FALSE(refusal("127.0.0.1", cookie).empty());
  CHECK_FALSE(refusal("rebound.example:8300", cookie).empty());
  CHECK_FALSE(refusal("", cookie).empty());
  CHECK_FALSE(refusal("127.0.0.1:8300", "").empty());
  CHECK_FALSE(refusal("127.0.0.1:8300", cookie + "0").empty());
  CHECK_FALSE(refusal("127.0.0.1:8300", "x" + cookie).empty());
  CHECK(refusal("127.0.0.1:8300", "", true).empty());
  CHECK_FALSE(refusal("rebound.example:8300", "", true).empty());
}

TEST_CASE("served on all addresses, names must be allowed") {
  for (const char* const all : {"0.0.0.0", "::"}) {
    const Gate gate(all, 8300, {"bao.example", "proxy.example:443"});
    const std::string cookie = cookie_of(gate);
    const auto let_in = [&](std::string_view host, std::string_view origin = "") {
      const std::string_view method = origin.empty() ? "GET" : "POST";
      return gate.refusal({method, host, origin, "", "application/json", cookie}, false).empty();
    };
    CHECK(gate.start_address().starts_with("http://bao.example:8300/?token="));
    for (const std::string_view host : {"192.168.1.7:8300", "[fe80::1]:8300", "127.0.0.1:8300",
                                        "localhost:8300", "bao.example:8300", "bao.example"}) {
      INFO(host);
      CHECK(let_in(host));
      CHECK(let_in(host, "http://" + std::string(host)));
    }
    CHECK(let_in("proxy.example:443", "https://proxy.example:443"));
    CHECK(let_in("bao.example", "https://bao.example"));
    for (const std::string_view host :
         {"rebound.example:8300", "192.168.1.7", "192.168.1.7:80", "1.2.3.4.example:8300",
          "bao.example:80", "bao.example.evil:8300", "xbao.example:8300", "[fe80::1", ":8300",
          ""}) {
      INFO(host);
      CHECK_FALSE(let_in(host));
    }
    CHECK_FALSE(let_in("192.168.1.7:8300", "http://bao.example:8300"));
    CHECK_FALSE(let_in("192.168.1.7:8300", "https://192.168.1.7:8300"));
  }
  CHECK(Gate("0.0.0.0", 8300).start_address().starts_with("http://127.0.0.1:8300/"));
  const Gate on_loopback("127.0.0.1", 8300);
  const std::string cookie = cookie_of(on_loopback);
  CHECK_FALSE(on_loopback.refusal({"GET", "192.168.1.7:8300", "", "", "", cookie}, false).empty());
}

TEST_CASE("a name that has a port keeps it in the start address") {
  const auto address = [](const std::string& name) {
    const std::string all = Gate("127.0.0.1", 45745, {name}).start_address();
    return all.substr(0, all.find("?"));
  };
  CHECK(address("review.example:8300") == "http://review.example:8300/");
  CHECK(address("review.example") == "http://review.example:45745/");
  CHECK(address("[2001:db8::7]:8300") == "http://[2001:db8::7]:8300/");
  CHECK(address("[2001:db8::7]") == "http://[2001:db8::7]:45745/");
}

TEST_CASE("a name in capitals is the same name") {
  const Gate gate("127.0.0.1", 8300, {"Review.Example", "PROXY.example:443"});
  const std::string cookie = cookie_of(gate);
  const auto let_in = [&](std::string_view host, std::string_view origin) {
    return gate.refusal({"POST", host, origin, "", "application/json", cookie}, false).empty();
  };
  CHECK(gate.start_address().starts_with("http://review.example:8300/"));
  CHECK(let_in("review.example:8300", "http://review.example:8300"));
  CHECK(let_in("review.example", "https://review.example"));
  CHECK(let_in("REVIEW.example:8300", "http://review.example:8300"));
  CHECK(let_in("proxy.example:443", "https://proxy.example:443"));
  CHECK(let_in("LOCALHOST:8300", "http://localhost:8300"));
  CHECK_FALSE(let_in("evil.example:8300", "http://evil.example:8300"));
}

TEST_CASE("the port of http need not be named") {
  const Gate gate("127.0.0.1", 80);
  const std::string cookie = cookie_of(gate);
  CHECK(gate.refusal({"GET", "localhost", "", "", "", cookie}, false).empty());
  CHECK(gate.refusal({"GET", "localhost:80", "", "", "", cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"GET", "localhost:81", "", "", "", cookie}, false).empty());
}

TEST_CASE("changing needs our own page, too") {
  const Gate gate("review.example", 80);
  const std::string cookie = cookie_of(gate);
  const std::string_view host = "review.example:80";
  const std::string_view json = "application/json";
  const std::string_view ours = "http://review.example:80";
  CHECK(gate.refusal({"POST", host, ours, "same-origin", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", host, "", "", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", host, "http://evil.example", "", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", host, "null", "", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", host, ours, "cross-site", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", host, ours, "", "text/plain", cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"PUT", host, ours, "", json, cookie}, false).empty());
  CHECK_FALSE(gate.refusal({"POST", "localhost:80", "http://localhost:80", "", json, cookie}, false)
                  .empty());
}
