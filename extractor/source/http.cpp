#include "source/http.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "source/content_coding.h"

namespace solieu {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

struct Dechunked {
  std::string bytes;
  bool complete = false;
};

// Nothing when the body is not in chunks: crawlers undo them and leave the header.
std::optional<Dechunked> dechunk(std::string_view body) {
  Dechunked out;
  for (bool first = true;; first = false) {
    const size_t line_end = body.find('\n');
    const std::string_view line = body.substr(0, line_end);
    size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool valid = error == std::errc() && (end == line.data() + line.size() || *end == ';' ||
                                                *end == '\r' || *end == ' ');
    if (!valid || line_end == std::string_view::npos) {
      if (first) return std::nullopt;
      return out;
    }
    body.remove_prefix(line_end + 1);
    if (size == 0) {
      out.complete = true;
      return out;
    }
    out.bytes += body.substr(0, size);
    if (size > body.size()) return out;
    body.remove_prefix(size);
    body.remove_prefix(body.starts_with("\r\n") ? 2 : body.starts_with('\n') ? 1 : 0);
  }
}

}  // namespace

std::string_view HeaderLines::find(std::string_view name) const {
  std::string_view rest = text_;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const size_t colon = line.find(':');
    if (colon == name.size() && std::equal(name.begin(), name.end(), line.begin(),
                                           [](char a, char b) { return lower(a) == lower(b); })) {
      return trimmed(line.substr(colon + 1));
    }
  }
  return {};
}

std::string media_type_in(std::string_view content_type) {
  return lowered(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_in(std::string_view content_type) {
  const std::string text = lowered(content_type);
  const size_t at = text.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view out = std::string_view(text).substr(at + 8);
  out = trimmed(out.substr(0, out.find(';')));
  if (out.starts_with('"') || out.starts_with('\'')) out.remove_prefix(1);
  return std::string(out.substr(0, out.find_first_of("\"'")));
}

Result<HttpResponse> read_http(std::string_view bytes, const std::string& place, Budget* budget) {
  size_t body = bytes.find("\r\n\r\n");
  size_t gap = 4;
  if (const size_t bare = bytes.find("\n\n"); bare < body) body = bare, gap = 2;
  const std::string_view head = bytes.substr(0, body);
  HttpResponse out;
  const size_t space = std::min(head.find(' '), head.size());
  const std::string_view code = trimmed(head.substr(space)).substr(0, 3);
  if (!head.starts_with("HTTP/") ||
      std::from_chars(code.data(), code.data() + code.size(), out.status).ec != std::errc()) {
    return Error{Error::Code::kInput, place, "holds no HTTP response", ""};
  }
  const HeaderLines lines(head.substr(std::min(head.find('\n'), head.size())));
  out.media_type = media_type_in(lines.find("Content-Type"));
  out.charset = charset_in(lines.find("Content-Type"));
  if (body == std::string_view::npos) return out;
  out.body = bytes.substr(body + gap);

  if (lowered(lines.find("Transfer-Encoding")).find("chunked") != std::string::npos) {
    if (auto dechunked = dechunk(out.body)) {
      out.body = std::move(dechunked->bytes);
      out.truncated = !dechunked->complete;
    }
  }
  // Applied in the order of the list, so undone from its end.
  const std::string codings = lowered(lines.find("Content-Encoding"));
  std::string_view rest = codings;
  while (!rest.empty()) {
    const size_t comma = rest.rfind(',');
    const std::string_view coding = trimmed(rest.substr(comma + 1));  // npos + 1 is 0
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
    const auto complete = undo_coding(coding, out.body, place, budget);
    if (!complete) return complete.error();
    out.truncated |= !*complete;
  }
  return out;
}

}  // namespace solieu
