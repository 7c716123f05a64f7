// Serves the review page: the page's files, and answers about one store.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "review/review.h"
#include "solieu/status.h"

namespace solieu {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 0;                          // 0: any that is free
  std::vector<std::string> allow_hosts;  // other names under which it is reached, as Gate has them
  // What the rules say of a text. Called by one thread at a time; may be empty.
  std::function<Result<std::string>(const std::string& text)> explain;
};

class ReviewServer {
 public:
  // Binds the port; an error (code kUsage) says when it cannot be had. `review` is used by one
  // thread at a time and must outlive the server.
  static Result<ReviewServer> open(Review& review, ServerOptions options);
  ReviewServer(ReviewServer&&) noexcept;
  ~ReviewServer();

  // The address to open in a browser. Whoever has it may do what the reviewer may.
  std::string start_address() const;
  // Serves until `stop`.
  void run();
  // Makes `run` return. May be called from any thread.
  void stop();

 private:
  class Routes;
  explicit ReviewServer(std::unique_ptr<Routes> routes);
  std::unique_ptr<Routes> routes_;
};

}  // namespace solieu
