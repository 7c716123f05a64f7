#include "page/authors.h"

#include <algorithm>

#include "page/title.h"
#include "segment/characters.h"
#include "segment/cues.h"

namespace solieu {
namespace {

constexpr uint32_t kLongest = 120;  // bytes

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " ,;:-|.*()[]/\t";
  const size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) + 1 - begin);
}

// The names that a line begins with: what follows is a day, a place, a counter.
std::string_view first_names(std::string_view text) {
  size_t end = text.size();
  for (const std::string_view mark : {" vào ", " lúc ", " ngày ", "|", "•", "·", "(", "\t"}) {
    end = std::min(end, text.find(mark));
  }
  text = text.substr(0, end);
  // "Thứ năm" and "T5" before the first number are of its day.
  const size_t digit = text.find_first_of("0123456789");
  if (digit != std::string_view::npos) {
    const size_t comma = text.substr(0, digit).find_last_of(",-–");
    text = text.substr(0, comma == std::string_view::npos ? digit : comma);
  }
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

// Reads the lines where names may stand.
class AuthorLines {
 public:
  AuthorLines(const PageLines& page, const Content& content, const LayoutCues& cues)
      : page_(page), content_(content), cues_(cues) {}

  void add_to(PageMetadata& metadata) {
    constexpr uint32_t kAbove = 3;  // lines above the title
    constexpr uint32_t kBelow = 8;  // lines below the body
    const auto count = static_cast<uint32_t>(content_.fates.size());
    const uint32_t title = content_.title == UINT32_MAX ? content_.body.begin : content_.title;
    const uint32_t last = std::min(content_.body.end + kBelow, count);
    for (uint32_t i = title - std::min(title, kAbove); i < last; ++i) {
      const FlowLine& line = page_.flow.lines[i];
      const Fate fate = content_.fates[i];
      if (line.bytes == 0 || line.bytes > kLongest || fate == Fate::kKept || fate == Fate::kTitle) {
        continue;
      }
      const bool marked = has(line.parts, Part::kByline);
      if (!marked && (fate == Fate::kMarkedAside || fate == Fate::kBelowEnd)) continue;
      const bool link = 2 * line.link_bytes > line.bytes;
      if (i >= content_.body.end && !marked &&
          (link || line.heading > 0 || page_.lines[i].kind == LineKind::kEnd)) {
        break;
      }
      const bool head = i < content_.body.begin || fate == Fate::kDate;
      read(i, marked ? kMarked : head ? kHead : kSignature, metadata);
    }
  }

 private:
  static constexpr int kMarked = 1, kLabelled = 3, kHead = 4, kSignature = 6;

  void read(uint32_t i, int rank, PageMetadata& metadata) {
    const Line& line = page_.lines[i];
    const Span span = page_.flow.lines[i].span;
    words_.read(page_.text, span, cues_);
    if (words_.size() == 0) return;
    const LineKind kind = line.kind;
    if (kind != LineKind::kText && kind != LineKind::kByline && kind != LineKind::kDate &&
        kind != LineKind::kListItem) {
      return;
    }
    std::string_view names = span.of(page_.text);
    const size_t label = cues_.match(words_, 0, Cue::kByline);
    if (label == words_.size()) return;
    const bool below_title = content_.title == UINT32_MAX || i > content_.title;
    if (label > 0) {
      names.remove_prefix(words_.token(label).span.begin - span.begin);
      if (rank != kMarked) rank = kLabelled;
    } else if (line.date >= 0) {
      if (!below_title) return;
      names = {};
      for (const auto& piece : page_.dates[static_cast<size_t>(line.date)].pieces) {
        if (piece.part == DateLine::Part::kNames && names.empty()) {
          names = piece.span.of(page_.text);
        }
      }
    } else if (rank != kMarked) {
      // Names alone; a section or a place looks the same, so only next to the body.
      const bool near = i + 4 >= content_.body.begin && below_title;
      if (content_.fates[i] != Fate::kByline && (!near || page_.flow.lines[i].link_bytes > 0))
        return;
    }
    names = first_names(trimmed(names));
    if (is_name(names) && (rank == kMarked || has_capitals(names, rank == kLabelled))) {
      add_candidate(metadata.bylines, std::string(names),
                    "line \"" + std::string(span.of(page_.text)) + "\"", rank);
    }
  }

  // "Thu Hà - Gia Bách": few words, all with capitals; behind a label ("Tổ Vật lý") at least half.
  bool has_capitals(std::string_view names, bool labelled) const {
    constexpr size_t kMostWords = 10;
    LineWords words;
    words.read(names, {0, static_cast<uint32_t>(names.size())}, cues_);
    size_t capitals = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      capitals += words.token(i).capital || words.token(i).span.of(names) == "và";
    }
    return words.size() > 0 && words.size() <= kMostWords && words.token(0).capital &&
           (labelled ? 2 * capitals : capitals) >= words.size();
  }

  const PageLines& page_;
  const Content& content_;
  const LayoutCues& cues_;
  LineWords words_;
};

}  // namespace

void add_authors(const PageLines& page, const Content& content, const LayoutCues& cues,
                 PageMetadata& metadata) {
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
  AuthorLines(page, content, cues).add_to(metadata);
}

}  // namespace solieu
