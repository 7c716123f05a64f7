// A response as it went over the wire and stands in a WARC file.
#pragma once

#include <string>
#include <string_view>

#include "source/budget.h"

namespace solieu {

// The header lines of HTTP or WARC: "Name: value". Names are compared without case.
class HeaderLines {
 public:
  // `text`: the lines behind the first one; must outlive the object.
  explicit HeaderLines(std::string_view text) : text_(text) {}
  // The value of the first line of that name, trimmed; empty when there is none.
  std::string_view find(std::string_view name) const;

 private:
  std::string_view text_;
};

// "text/html" and "utf-8" of "text/html; charset=\"UTF-8\"", in lower case; empty when not there.
std::string media_type_in(std::string_view content_type);
std::string charset_in(std::string_view content_type);

struct HttpResponse {
  int status = 0;
  std::string media_type;  // as declared, lower case, without parameters; or empty
  std::string charset;     // as declared, lower case; or empty
  std::string body;        // of which transfer and content encodings are undone
  bool truncated = false;  // the body broke off, or cannot be unpacked to its end
};

// Errors: no HTTP, a content encoding that is not known, a limit. `budget` is not owned.
Result<HttpResponse> read_http(std::string_view bytes, const std::string& place, Budget* budget);

}  // namespace solieu
