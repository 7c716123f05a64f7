// Errors as values. Library code never prints, never aborts and throws nothing across its border.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace solieu {

// What went wrong, where, and what the user can do about it.
struct Error {
  enum class Code { kInput, kRules, kOutput, kUsage };
  Code code = Code::kInput;
  std::string place;    // "file", "file:line", or empty
  std::string message;  // what is wrong, one sentence without a full stop
  std::string remedy;   // what to do, or empty

  // "place: message; remedy" with the empty parts left out.
  std::string to_string() const {
    std::string out = place.empty() ? message : place + ": " + message;
    if (!remedy.empty()) out += "; " + remedy;
    return out;
  }
};

// A T or an Error. Access without checking is a programming error (std::get throws).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// Success or an Error.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)), ok_(false) {}  // NOLINT(*-explicit-*)

  bool ok() const { return ok_; }
  explicit operator bool() const { return ok_; }
  const Error& error() const { return error_; }

 private:
  Error error_;
  bool ok_ = true;
};

}  // namespace solieu
