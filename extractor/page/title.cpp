#include "page/title.h"

#include <algorithm>

#include "page/content.h"
#include "segment/characters.h"

namespace solieu {
namespace {

constexpr uint32_t kShortest = 12;  // bytes
constexpr uint32_t kUsual = 20;
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

LineRange find_title(const PageLines& page, const std::vector<bool>& prose) {
  const auto& lines = page.flow.lines;
  const auto count = static_cast<uint32_t>(lines.size());
  std::vector<std::string> known;
  for (const Candidate& title : page.metadata.titles) known.push_back(fold_title(title.value));
  for (const FlowLine& line : lines) {
    if (line.page_title) known.push_back(fold_title(line.span.of(page.text)));
  }
  // The running text below each line, as far as it counts.
  std::vector<uint32_t> next_prose(count + 1, count);
  for (uint32_t i = count; i-- > 0;) next_prose[i] = prose[i] ? i : next_prose[i + 1];

  LineRange best;
  double best_score = 4;
  for (uint32_t i = 0; i < count; ++i) {
    const FlowLine& line = lines[i];
    if (line.page_title || line.bytes < kShortest || line.bytes > kLongest) continue;
    if (page.lines[i].kind == LineKind::kDate || page.lines[i].kind == LineKind::kEnd) continue;
    if (i > 0 && line.broken_off && best.end == i && lines[best.begin].node == line.node &&
        (line.heading > 0 || has(line.parts, Part::kTitle))) {
      best.end = i + 1;  // the headline goes on behind a <br>
      continue;
    }
    double score = 0;
    const std::string folded = fold_title(line.span.of(page.text));
    const size_t shared = shared_with(folded, known);
    const bool link = 2 * line.link_bytes > line.bytes;
    if (shared > 0) score += shared == folded.size() ? 10 : 7;
    if (has(line.parts, Part::kTitle)) score += 6;
    if (has(line.parts, Part::kMaybeTitle) && !prose[i]) score += 3;
    if (line.heading > 0) score += line.heading == 1 ? 4 : line.heading == 2 ? 3 : 2;
    if (line.bold_bytes == line.bytes) score += 1;
    if (line.bytes < kUsual) score -= 3;
    if (link) score -= 4;
    if (page.lines[i].kind == LineKind::kSite || page.lines[i].kind == LineKind::kMenu) score -= 4;
    if (has(line.parts, Part::kDrop) || has(line.parts, Part::kMaybeDrop)) score -= 4;
    if (next_prose[i] == count) score -= 4;
    const uint32_t distance = next_prose[i] - i;
    if (next_prose[i] < count && distance <= 8) score += 2 - 0.2 * distance;
    if (score > best_score) {
      best_score = score;
      best = {i, i + 1};
    }
  }
  return best;
}

}  // namespace solieu
