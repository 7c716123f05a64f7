#include "source/labels.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace solieu {
namespace {

using namespace std::string_view_literals;

constexpr std::array kContainers = {".tar"sv, ".zip"sv,   ".7z"sv,     ".warc"sv, ".wet"sv,
                                    ".wat"sv, ".jsonl"sv, ".ndjson"sv, ".json"sv};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

bool is_control(char c) { return static_cast<uint8_t>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string label(std::string_view name) {
  if (simdjson::validate_utf8(name.data(), name.size()) &&
      std::none_of(name.begin(), name.end(), is_control)) {
    return std::string(name);
  }
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x80 && c != '%' && !is_control(c)) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string_view extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return name.substr(dot);
}

std::string_view without_extension(std::string_view path) {
  return path.substr(0, path.size() - extension(path).size());
}

std::string without_compression(std::string_view path) {
  const std::string end = lower(extension(path));
  for (const std::string_view plain : {".gz"sv, ".zst"sv, ".bz2"sv, ".xz"sv}) {
    if (end == plain) return std::string(without_extension(path));
  }
  for (const std::string_view tar : {".tgz"sv, ".tzst"sv, ".tbz2"sv, ".tbz"sv, ".txz"sv}) {
    if (end == tar) return std::string(without_extension(path)) + ".tar";
  }
  return std::string(path);
}

std::string_view without_container(std::string_view path) {
  while (std::find(kContainers.begin(), kContainers.end(), lower(extension(path))) !=
         kContainers.end()) {
    path = without_extension(path);
  }
  return path;
}

bool is_hidden(std::string_view path) {
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.starts_with('.') && part != "." && part != "..") return true;
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return false;
}

}  // namespace solieu
