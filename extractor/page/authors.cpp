#include "page/authors.h"

#include <algorithm>

#include "page/title.h"
#include "segment/characters.h"

namespace solieu {
namespace {

constexpr uint32_t kLongest = 120;  // bytes

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " ,;:-|.*()[]/\t";
  const size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) + 1 - begin);
}

// "Tác giả: Văn Biên", "Bài và ảnh: …", "Theo …" without the label.
std::string_view without_label(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon != std::string_view::npos && colon < 40) text.remove_prefix(colon + 1);
  return trimmed(text);
}

bool is_name(std::string_view text) {
  if (text.size() < 3 || text.size() > kLongest) return false;
  if (text.find("http") != std::string_view::npos || text.find('@') != std::string_view::npos) {
    return false;
  }
  bool letter = false;
  bool capital = false;
  for (uint32_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (c.cls == CharClass::kDigit) return false;
    letter = letter || is_letter(c.cls);
    capital = capital || c.cls == CharClass::kUpper;
    at += c.bytes;
  }
  return letter && capital;
}

bool is_account(const std::string& folded) {
  for (const std::string_view account : {"admin", "administrator", "editor", "quảntrị", "quantri",
                                         "bbt", "btv", "webmaster", "quảntrịviên"}) {
    if (folded == account) return true;
  }
  return false;
}

}  // namespace

void add_authors(const PageLines& page, const Content& content, PageMetadata& metadata) {
  std::string host;
  if (!metadata.urls.empty()) host = fold_title(host_of(metadata.urls.front().value));
  std::erase_if(metadata.bylines, [&](const Candidate& candidate) {
    const std::string folded = fold_title(candidate.value);
    const bool site = std::ranges::any_of(metadata.sites, [&](const Candidate& s) {
      const std::string name = fold_title(s.value);
      return name.find(folded) != std::string::npos || folded.find(name) != std::string::npos;
    });
    return site || is_account(folded) || !is_name(candidate.value) ||
           (!host.empty() && host.find(folded) != std::string::npos) ||
           candidate.value.starts_with("Báo ");
  });
  for (uint32_t i = 0; i < content.fates.size(); ++i) {
    if (content.fates[i] != Fate::kByline) continue;
    const FlowLine& line = page.flow.lines[i];
    const Line& read = page.lines[i];
    std::string_view names = line.span.of(page.text);
    if (read.kind == LineKind::kByline && !read.text.empty()) names = read.text.of(page.text);
    if (read.date >= 0) {
      for (const auto& piece : page.dates[static_cast<size_t>(read.date)].pieces) {
        if (piece.part == DateLine::Part::kNames) names = piece.span.of(page.text);
      }
    }
    names = without_label(names);
    if (!is_name(names)) continue;
    const bool marked = has(line.parts, Part::kByline);
    add_candidate(metadata.bylines, std::string(names), marked ? "marked line" : "line",
                  marked ? 1 : 5);
  }
}

}  // namespace solieu
