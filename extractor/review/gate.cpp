#include "review/gate.h"

#include <arpa/inet.h>
#include <nettle/memops.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace solieu {
namespace {

std::string random_secret() {
  std::array<uint8_t, 32> bytes{};
  // At most 256 bytes are never cut short or interrupted.
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const uint8_t byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && nettle_memeql_sec(a.data(), b.data(), a.size()) != 0;
}

// Host names are the same in capitals; browsers write them in lower case.
std::string in_lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}
std::vector<std::string> in_lower_case(std::vector<std::string> texts) {
  for (std::string& text : texts) text = in_lower_case(std::move(text));
  return texts;
}

// Whether a name as it stands in a URL, IPv6 addresses in brackets, ends in a port.
bool has_port(std::string_view name) {
  const size_t bracket = name.rfind(']');
  return name.find(':', bracket == name.npos ? 0 : bracket) != name.npos;
}

// An IPv6 address in a URL or Host header stands in brackets.
std::string in_url(std::string_view host) {
  return host.find(':') == host.npos ? std::string(host) : "[" + std::string(host) + "]";
}

// An IPv4 address, or an IPv6 address in brackets.
bool is_numeric_address(std::string_view host) {
  in6_addr out{};
  if (host.starts_with('[') && host.ends_with(']')) {
    return inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(), &out) == 1;
  }
  return inet_pton(AF_INET, std::string(host).c_str(), &out) == 1;
}

}  // namespace

bool is_loopback(std::string_view host) {
  const bool numeric = host.find_first_not_of("0123456789.") == host.npos;
  return host == "localhost" || host == "::1" || (numeric && host.starts_with("127."));
}

Gate::Gate(std::string host, int port, std::vector<std::string> names)
    : host_(in_lower_case(std::move(host))),
      port_(std::to_string(port)),
      names_(in_lower_case(std::move(names))),
      loopback_(is_loopback(host_)),
      all_(host_ == "0.0.0.0" || host_ == "::"),
      token_(random_secret()),
      secret_(random_secret()) {}

std::string Gate::start_address() const {
  const std::string name = !names_.empty() ? names_.front() : all_ ? "127.0.0.1" : in_url(host_);
  return "http://" + name + (has_port(name) ? "" : ":" + port_) + "/?token=" + token_;
}

bool Gate::knows(std::string_view token) const { return same(token, token_); }

std::string Gate::cookie() const {
  // The port is part of the name: cookies do not tell ports apart.
  return "solieu" + port_ + "=" + secret_ + "; Path=/; HttpOnly; SameSite=Strict";
}

bool Gate::is_allowed_name(std::string_view host) const {
  return std::ranges::any_of(
      names_, [&](const std::string& name) { return host == name || host == name + ":" + port_; });
}

bool Gate::names_us(std::string_view host) const {
  if (is_allowed_name(host)) return true;
  // Browsers leave out the port of http.
  if (port_ != "80" || host.ends_with(":80")) {
    if (!host.ends_with(":" + port_)) return false;
    host.remove_suffix(port_.size() + 1);
  }
  if (host == in_url(host_)) return true;
  if (loopback_ || all_) {
    if (host == "127.0.0.1" || host == "localhost" || host == "[::1]") return true;
  }
  return all_ && is_numeric_address(host);
}

bool Gate::has_cookie(std::string_view cookies) const {
  const std::string name = "solieu" + port_ + "=";
  while (!cookies.empty()) {
    std::string_view one = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(one.size() + 1, cookies.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.starts_with(name) && same(one.substr(name.size()), secret_)) return true;
  }
  return false;
}

std::string_view Gate::refusal(const Caller& caller, bool open) const {
  const std::string host = in_lower_case(std::string(caller.host));
  if (!names_us(host)) return "the Host header names another server";
  const std::string origin = in_lower_case(std::string(caller.origin));
  const bool same_origin =
      origin == "http://" + host || (origin == "https://" + host && is_allowed_name(host));
  if (!caller.origin.empty() && !same_origin) return "the request comes from another site";
  const bool reads = caller.method == "GET" || caller.method == "HEAD";
  if (!reads && caller.method != "POST") return "only GET and POST are served";
  if (!reads && caller.origin.empty())
    return "a request that changes something must name its Origin";
  if (!reads && !caller.content_type.starts_with("application/json")) {
    return "the body must be application/json";
  }
  if (open) return {};
  if (!caller.fetch_site.empty() && caller.fetch_site != "same-origin" &&
      caller.fetch_site != "none") {
    return "the request comes from another site";
  }
  if (!has_cookie(caller.cookies)) return "open the address that solieu review printed";
  return {};
}

}  // namespace solieu
