// Who may talk to the server: the browser that was given the start address, and no other page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solieu {

// What a request says of where it comes from; empty where it says nothing.
struct Caller {
  std::string_view method;
  std::string_view host;
  std::string_view origin;
  std::string_view fetch_site;  // Sec-Fetch-Site
  std::string_view content_type;
  std::string_view cookies;
};

// Immutable after construction, safe to share between threads.
class Gate {
 public:
  // `host` is the address bound. A Host header may name it; this machine's loopback when it is one
  // of its names; any numeric address when it stands for all addresses, because what a page was
  // lured to by a name of its own it asks by that name; and each of `names`, with the port or, as
  // behind a proxy, without. Secrets are random.
  Gate(std::string host, int port, std::vector<std::string> names = {});

  // "http://127.0.0.1:8300/?token=...": the first of `names`, with its own port where it has one,
  // else `host`, else the loopback.
  std::string start_address() const;
  // Whether a request of the start address has the right token.
  bool knows(std::string_view token) const;
  // The value of Set-Cookie that lets the browser in.
  std::string cookie() const;
  // Why a request is refused, or empty. `open`: it asks for the page's own files, which hold no
  // data.
  std::string_view refusal(const Caller& caller, bool open) const;

 private:
  bool names_us(std::string_view host) const;
  bool is_allowed_name(std::string_view host) const;
  bool has_cookie(std::string_view cookies) const;

  std::string host_;
  std::string port_;
  std::vector<std::string> names_;
  bool loopback_ = false;
  bool all_ = false;  // bound to all addresses
  std::string token_;
  std::string secret_;
};

// Whether an address is of this machine's loopback.
bool is_loopback(std::string_view host);

}  // namespace solieu
