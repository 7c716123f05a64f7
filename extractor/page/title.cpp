#include "page/title.h"

#include <algorithm>

#include "page/content.h"
#include "segment/characters.h"

namespace solieu {
namespace {

constexpr uint32_t kShortest = 12;  // bytes
constexpr uint32_t kUsual = 20;
constexpr uint32_t kSentenceLike = 45;
constexpr uint32_t kLongest = 400;
constexpr size_t kShortestMatch = 14;  // letters that a title shares with the page's metadata

// How many letters and digits of `line` the metadata's titles begin with; they may be cut off, or
// have the site's name behind.
size_t shared_with(const std::string& line, const std::vector<std::string>& known) {
  size_t best = 0;
  for (const std::string& title : known) {
    if (title.size() < kShortestMatch || line.size() < kShortestMatch) {
      if (title == line) best = std::max(best, line.size());
      continue;
    }
    if (title.starts_with(line) || line.starts_with(title)) {
      best = std::max(best, std::min(line.size(), title.size()));
    } else if (title.find(line) != std::string::npos) {
      best = std::max(best, line.size());
    }
  }
  return best;
}

}  // namespace

std::string fold_title(std::string_view title) {
  std::string plain;
  for (uint32_t at = 0; at < title.size();) {
    const Char c = char_at(title, at);
    if (is_letter(c.cls) || c.cls == CharClass::kDigit) plain += title.substr(at, c.bytes);
    at += c.bytes;
  }
  std::string out;
  append_lower(plain, out);
  return out;
}

std::string fold_title(std::string_view text, const std::vector<FlowLine>& lines, LineRange range) {
  std::string out;
  for (uint32_t i = range.begin; i < range.end; ++i) out += fold_title(lines[i].span.of(text));
  return out;
}

std::string_view without_site(std::string_view title) {
  size_t cut = std::string_view::npos;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", "|"}) {
    const size_t at = title.rfind(mark);
    if (at != std::string_view::npos && at >= kUsual && title.size() - at < 60) {
      cut = std::min(cut, at);
    }
  }
  return title.substr(0, cut);
}

namespace {

class TitleFinder {
 public:
  TitleFinder(const PageLines& page, uint32_t text)
      : page_(page), lines_(page.flow.lines), text_(text) {
    constexpr size_t kMostTitles = 8;  // a page may list those of a hundred stories
    for (const Candidate& title : page.metadata.titles) {
      if (known_.size() < kMostTitles) known_.push_back(fold_title(title.value));
    }
    for (const FlowLine& line : lines_) {
      if (line.page_title && known_.size() < 2 * kMostTitles)
        known_.push_back(fold_title(line.span.of(page.text)));
    }
  }

  LineRange find() {
    LineRange best;
    double best_score = 5;
    uint32_t distance = 0;  // lines that are not empty, down to the text
    for (uint32_t i = 0; i < text_; ++i) distance += lines_[i].bytes > 0;
    for (uint32_t i = 0; i < lines_.size(); ++i) {
      const FlowLine& line = lines_[i];
      if (i < text_ && line.bytes > 0) --distance;
      if (!possible(i)) continue;
      const bool goes_on = line.broken_off && best.end == i && i > 0 &&
                           lines_[best.begin].node == line.node &&
                           (line.heading > 0 || has(line.parts, Part::kTitle));
      if (goes_on) {
        best.end = i + 1;
        continue;
      }
      const double score = score_of(i, distance);
      if (score > best_score) {
        best_score = score;
        best = {i, i + 1};
      }
    }
    return best;
  }

 private:
  bool possible(uint32_t i) const {
    const FlowLine& line = lines_[i];
    const LineKind kind = page_.lines[i].kind;
    return !line.page_title && line.bytes >= kShortest && line.bytes <= kLongest &&
           kind != LineKind::kDate && kind != LineKind::kEnd && kind != LineKind::kChrome;
  }

  double score_of(uint32_t i, uint32_t distance) const {
    const FlowLine& line = lines_[i];
    const std::string folded = fold_title(line.span.of(page_.text));
    double score = 0;
    const size_t shared = shared_with(folded, known_);
    if (shared > 0) score += shared == folded.size() ? 10 : 7;
    if (has(line.parts, Part::kTitle)) score += 6;
    if (has(line.parts, Part::kMaybeTitle)) score += named_as_title(line) ? 3 : 0.5;
    if (line.heading > 0) score += line.heading == 1 ? 4 : line.heading == 2 ? 3 : 2;
    if (line.bold_bytes == line.bytes) score += 1;
    if (line.bytes < kUsual) score -= 3;
    if (line.bytes >= kSentenceLike) score += 3;  // names of sections and sites are shorter
    if (2 * line.link_bytes > line.bytes) score -= 4;
    const LineKind kind = page_.lines[i].kind;
    if (kind == LineKind::kSite || kind == LineKind::kMenu) score -= 4;
    if (stands_aside(line)) score -= 4;
    if (page_.lines[i].full_stop && !line.span.of(page_.text).ends_with("?")) score -= 2;
    if (i >= text_) return score - 8;
    constexpr uint32_t kNear = 3, kRatherNear = 8, kFar = 30;
    if (distance <= kNear) {
      score += 6.0 - distance;
    } else if (distance <= kRatherNear) {
      score += 2;
    } else if (distance > kFar) {
      score -= 3;
    }
    return score;
  }

  // In a box that is no part of an article and does not hold the text.
  bool stands_aside(const FlowLine& line) const {
    for (uint32_t node = line.node; node != 0; node = page_.tree[node].parent) {
      const LineRange range = page_.flow.of_node[node];
      if (range.begin <= text_ && text_ < range.end) return false;
      if ((page_.flow.parts[node] & (Part::kDrop | Part::kMaybeDrop)) != 0) return true;
    }
    return false;
  }

  // The name is of the line, not of a whole box.
  bool named_as_title(const FlowLine& line) const {
    constexpr uint32_t kFewLines = 6;
    for (uint32_t node = line.node; node != 0; node = page_.tree[node].parent) {
      if (!has(page_.flow.parts[node], Part::kMaybeTitle)) continue;
      return page_.flow.of_node[node].size() <= kFewLines;
    }
    return true;  // an inline element's
  }

  const PageLines& page_;
  const std::vector<FlowLine>& lines_;
  const uint32_t text_;
  std::vector<std::string> known_;
};

}  // namespace

LineRange find_title(const PageLines& page, uint32_t text) {
  return TitleFinder(page, text).find();
}

}  // namespace solieu
