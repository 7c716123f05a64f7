#include "segment/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "segment/characters.h"
#include "segment/line_shapes.h"

namespace solieu {
namespace {

constexpr uint32_t kShortLine = 260;  // bytes; longer ones are running text
constexpr uint32_t kShortSentence = 140;
constexpr uint32_t kCreditedLine = 500;  // bytes; the longest caption that ends in a credit
constexpr uint32_t kLongestHeading = 110;
constexpr uint32_t kNameLine = 90;

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const Char c = char_at(text, span.begin);
    if (c.cls != CharClass::kSpace) break;
    span.begin += c.bytes;
  }
  while (!span.empty()) {
    const uint32_t at = start_before(text, span.end);
    if (char_at(text, at).cls != CharClass::kSpace) break;
    span.end = at;
  }
  return span;
}

// How the line ends, behind closing quotes and brackets.
void read_end(std::string_view text, Line& line) {
  static constexpr std::array<std::string_view, 7> kClosers = {"\"", "'", ")", "]", "”", "’", "»"};
  std::string_view rest = line.text.of(text);
  bool again = true;
  while (again) {
    again = false;
    for (const auto closer : kClosers) {
      if (rest.size() > closer.size() && rest.ends_with(closer)) {
        rest.remove_suffix(closer.size());
        again = true;
      }
    }
  }
  line.full_stop = rest.ends_with(".") || rest.ends_with("!") || rest.ends_with("?") ||
                   rest.ends_with("…") || rest.ends_with("./");
  line.leads_on = rest.ends_with(":") || rest.ends_with(";") || rest.ends_with(",") ||
                  rest.ends_with("-") || rest.ends_with("–") || rest.ends_with("—");
}

// Capitalised words from word `first` to the end, as in "Thu Hoà - Gia Bách".
void read_names(std::string_view text, const LineWords& words, size_t first, Line& line) {
  if (words.has_digits() || line.text.size() > kNameLine || first >= words.size()) return;
  size_t capitals = 0;
  for (size_t i = first; i < words.size(); ++i) {
    if (words.token(i).capital || words.token(i).span.of(text) == "và") ++capitals;
  }
  const size_t count = words.size() - first;
  line.name_like = capitals == count && count <= 12 && line.text.size() > 3;
  line.half_names = 2 * capitals >= count && words.token(first).capital;
}

class LineReader {
 public:
  LineReader(std::string_view text, const LayoutCues& cues, Lines& out)
      : text_(text), cues_(cues), out_(out) {}

  Line read(Span span) {
    Line line;
    line.span = span;
    line.text = span;
    if (span.size() <= kCreditedLine) {
      read_short(line);
    } else {
      read_list_marker(line);
      cut_suffix(line);
    }
    read_end(text_, line);
    return line;
  }

 private:
  void read_short(Line& line) {
    const std::string_view whole = line.span.of(text_);
    if (const auto cut = before_picture_number(whole)) {
      line.kind = LineKind::kPictureAlt;
      line.text.end = line.span.begin + *cut;
      return;
    }
    // Longer lines with a full stop are sentences, whatever they hold.
    const uint32_t longest = whole.ends_with('.') ? kShortSentence : kShortLine;
    if (line.span.size() <= longest && read_cues(line, whole)) return;
    read_list_marker(line);
    const uint32_t label = picture_label(line.text.of(text_));
    if (label != 0 && label < line.text.size()) {
      line.kind = LineKind::kCaption;
      line.text.begin += label;
    } else if (ends_in_credit(whole)) {
      line.kind = LineKind::kCaption;
    } else if (count_of(whole, "\t") >= 2 ||
               (count_of(whole, "|") >= 2 &&
                whole.find_first_of("0123456789") != std::string_view::npos)) {
      line.kind = LineKind::kTableRow;
    } else {
      cut_suffix(line);
    }
  }

  // True when a cue settles what the line is.
  bool read_cues(Line& line, std::string_view whole) {
    words_.read(text_, line.span, cues_);
    if (auto date = read_date_line(text_, line.span, words_, cues_)) {
      line.kind = LineKind::kDate;
      line.date = static_cast<int>(out_.dates.size());
      out_.dates.push_back(*std::move(date));
      return true;
    }
    const auto is = [&](LineKind kind) {
      line.kind = kind;
      return true;
    };
    if (words_.size() == 0) return false;
    CueSet chrome = Cue::kLine | Cue::kEnd | Cue::kRelated;
    if (!words_.has_digits()) chrome = chrome | Cue::kMenu;
    if (cues_.match(words_, 0, chrome | Cue::kStat) != 0) {
      if (cues_.made_of(words_, static_cast<CueSet>(Cue::kEnd))) return is(LineKind::kEnd);
      if (cues_.made_of(words_, static_cast<CueSet>(Cue::kRelated))) return is(LineKind::kRelated);
      if (cues_.made_of(words_, chrome)) {
        const bool ends = cues_.match(words_, 0, Cue::kEnd) != 0;
        return is(ends ? LineKind::kEnd : LineKind::kChrome);
      }
      if (words_.has_digits() && cues_.made_of(words_, chrome | Cue::kStat)) {
        return is(LineKind::kStat);
      }
    }
    if (is_prefixed(whole) || is_link(whole)) return is(LineKind::kChrome);
    if (cues_.find(words_, Cue::kSite) < words_.size()) return is(LineKind::kSite);
    if (!words_.has_digits() &&
        (has_arrow(whole) || count_of(whole, "|") + count_of(whole, "•") >= 2)) {
      return is(LineKind::kMenu);
    }
    if (read_byline(line, whole)) return is(LineKind::kByline);
    read_names(text_, words_, 0, line);
    const bool stop = whole.ends_with('.') || whole.ends_with(':');
    if (holds_pose() || (!stop && cues_.match(words_, 0, Cue::kCaption) != 0)) {
      return is(LineKind::kCaption);
    }
    return false;
  }

  // "Bà Lê Thị Hoa (giữa)", "thứ hai từ trái sang"
  bool holds_pose() const {
    for (size_t i = 0; i < words_.size(); ++i) {
      const size_t count = cues_.match(words_, i, Cue::kPose);
      if (count == 0) continue;
      const size_t token = words_.token_index(i);
      const bool bracket = token > 0 && text_[words_.tokens()[token - 1].span.begin] == '(';
      if (count > 1 || bracket) return true;
    }
    return false;
  }

  // "Hotline: 0909 …", "Từ khóa | …"
  bool is_prefixed(std::string_view whole) const {
    const size_t count = cues_.match(words_, 0, Cue::kPrefix);
    if (count == 0) return false;
    const size_t at =
        words_.token(count - 1).span.end - words_.token(0).span.begin +
        (words_.token(0).span.begin - static_cast<uint32_t>(whole.data() - text_.data()));
    const size_t mark = whole.find_first_not_of(' ', at);
    return mark == std::string_view::npos || whole[mark] == ':' || whole[mark] == '|';
  }

  // "Trang chủ > Tin tức"
  static bool has_arrow(std::string_view whole) {
    const auto has = [&](std::string_view mark) {
      return whole.find(mark) != std::string_view::npos;
    };
    return has("»") || has("›") || (has(">") && has(" > "));
  }

  static bool is_link(std::string_view whole) {
    if (whole.starts_with(">>") || whole.starts_with("»")) return true;
    const bool address = whole.find("://") != std::string_view::npos ||
                         whole.find("www.") != std::string_view::npos ||
                         whole.find(".mp4") != std::string_view::npos;
    return address && count_of(whole, " ") < 16;
  }

  // "Tin, ảnh: Minh Phượng": names behind a label.
  bool read_byline(Line& line, std::string_view whole) {
    const size_t label = cues_.match(words_, 0, Cue::kByline);
    if (label == 0) return false;
    if (label == words_.size()) return true;
    Line names = line;
    read_names(text_, words_, label, names);
    const uint32_t label_end = words_.token(label - 1).span.end;
    const size_t colon = whole.find(':');
    const bool colon_next = colon != std::string_view::npos &&
                            line.span.begin + colon <= label_end + 2u && whole.size() <= kNameLine;
    if (!names.name_like && !colon_next) return false;
    line.text.begin = words_.token(label).span.begin;
    line.name_like = true;
    return true;
  }

  void read_list_marker(Line& line) {
    const uint32_t marker = list_marker(line.span.of(text_), line.numbered);
    if (marker == 0 || marker >= line.span.size()) return;
    line.kind = LineKind::kListItem;
    line.text.begin += marker;
  }

  // "….PHẢN HỒIGửi bình luận" at the end of a paragraph.
  void cut_suffix(Line& line) {
    std::string_view rest = line.text.of(text_);
    while (rest.ends_with(':') || rest.ends_with(' ')) rest.remove_suffix(1);
    const size_t length = cues_.suffix_of(rest);
    if (length == 0 || length == rest.size()) return;
    line.text.end = line.text.begin + static_cast<uint32_t>(rest.size() - length);
    line.text = trim(text_, line.text);
  }

  std::string_view text_;
  const LayoutCues& cues_;
  Lines& out_;
  LineWords words_;
};

constexpr uint32_t kRagged = 18;  // characters by which wrapped lines differ

uint32_t characters_of(std::string_view text) {
  uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  return count;
}

// Characters of the widest line if lines fill up to it more often than not, else 0.
uint32_t wrap_width(std::string_view text, const std::vector<Span>& raw) {
  constexpr uint32_t kNarrowest = 50;
  constexpr uint32_t kWidest = 130;
  constexpr size_t kFewestLines = 6;
  if (raw.size() < kFewestLines) return 0;
  uint32_t width = 0;
  for (const Span line : raw) {
    if (line.size() > 3 * kWidest) return 0;
    width = std::max(width, characters_of(line.of(text)));
    if (width > kWidest) return 0;
  }
  if (width < kNarrowest) return 0;
  size_t full = 0;
  for (const Span line : raw) full += characters_of(line.of(text)) + kRagged >= width;
  return 2 * full > raw.size() ? width : 0;
}

// Whether paragraphs stand apart by empty lines: then lines that touch belong together.
bool has_spaced_paragraphs(std::string_view text, const std::vector<Span>& raw,
                           const std::vector<bool>& blank_before) {
  constexpr uint32_t kLine = 80;  // bytes
  size_t spaced = 0;
  size_t touching = 0;
  for (size_t i = 1; i < raw.size(); ++i) {
    const bool sentences =
        raw[i - 1].size() >= kLine && raw[i].size() >= kLine && text[raw[i - 1].end - 1] == '.';
    if (sentences) ++(blank_before[i] ? spaced : touching);
  }
  return spaced >= 3 && touching * 4 <= spaced;
}

uint32_t first_word_width(std::string_view line) {
  return characters_of(line.substr(0, line.find(' ')));
}

bool starts_small(std::string_view text, Span span) {
  return char_at(text, span.begin).cls == CharClass::kLower;
}

}  // namespace

bool is_paragraph(const Line& line) {
  if (line.kind != LineKind::kText && line.kind != LineKind::kListItem) return false;
  constexpr uint32_t kLong = 250;
  constexpr uint32_t kSentence = 100;
  return line.text.size() >= kLong || (line.full_stop && line.text.size() >= kSentence);
}

Lines read_each(std::string_view text, const std::vector<Span>& lines, const LayoutCues& cues) {
  Lines out;
  out.lines.reserve(lines.size());
  LineReader reader(text, cues, out);
  for (const Span line : lines) out.lines.push_back(line.empty() ? Line{} : reader.read(line));
  return out;
}

Lines read_lines(std::string_view text, const LayoutCues& cues) {
  std::vector<Span> spans;
  std::vector<bool> blank_before;
  bool blank = false;
  for (size_t at = 0; at < text.size();) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const size_t end = found ? static_cast<const char*>(found) - text.data() : text.size();
    const Span span = trim(text, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    if (span.empty()) {
      blank = true;
    } else {
      spans.push_back(span);
      blank_before.push_back(blank);
      blank = false;
    }
    at = end + 1;
  }

  Lines out;
  out.lines.reserve(spans.size());
  LineReader reader(text, cues, out);
  const uint32_t width = wrap_width(text, spans);
  const bool spaced = has_spaced_paragraphs(text, spans, blank_before);
  for (size_t i = 0; i < spans.size(); ++i) {
    Line line = reader.read(spans[i]);
    line.blank_before = blank_before[i];
    Line* const last = out.lines.empty() ? nullptr : &out.lines.back();
    const bool joins = last && !line.blank_before && line.kind == LineKind::kText &&
                       (last->kind == LineKind::kText || last->kind == LineKind::kListItem ||
                        last->kind == LineKind::kCaption);
    if (joins) {
      const bool goes_on = !last->full_stop && starts_small(text, line.span);
      const bool open = last->leads_on && !last->span.of(text).ends_with(':') &&
                        !last->span.of(text).ends_with(';') && !is_paragraph(line);
      const bool wrapped = width != 0 && characters_of(spans[i - 1].of(text)) +
                                                 first_word_width(line.span.of(text)) + kRagged >
                                             width;
      // Longer than a heading, and no sentence ends: the line was broken.
      const bool broken = spaced && last->kind == LineKind::kText && !last->full_stop &&
                          !last->leads_on && last->span.size() > kLongestHeading;
      if (goes_on || open || wrapped || broken) {
        last->span.end = line.span.end;
        last->text.end = line.text.end;
        last->full_stop = line.full_stop;
        last->leads_on = line.leads_on;
        last->name_like = last->name_like && line.name_like;
        last->half_names = last->half_names && line.half_names;
        continue;
      }
    }
    out.lines.push_back(line);
  }
  return out;
}

}  // namespace solieu
