// Where sentences end. A full stop is judged by the word before it and the character behind it.
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>

#include "segment/characters.h"
#include "segment/layout.h"

namespace solieu {
namespace {

constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> table{};
  for (const char c : {'.', '!', '?', '\n'}) table[static_cast<unsigned char>(c)] = true;
  table[0xE2] = true;  // begins "…" and closing quotes
  return table;
}
constexpr auto kStops = make_stops();

// Abbreviations, without the last full stop, that a name, a number or a next part follows. Not
// here: "v.v" and others that may well end a sentence.
constexpr std::array<std::string_view, 65> kAbbreviations = {
    "AHLLVT", "BS",   "BSCKI", "BSCKII", "BSNT", "Bs",   "CKI",  "CKII", "CN",   "CT",  "CVP",
    "Co",     "DS",   "Dr",    "GS",     "Gs",   "HLV",  "HT",   "KS",   "KTS",  "LS",  "Lm",
    "Ls",     "MC",   "Mr",    "Mrs",    "Ms",   "NGND", "NGƯT", "NNC",  "NNƯT", "NS",  "NSND",
    "NSUT",   "NSƯT", "NTK",   "No",     "P",    "PCT",  "PGS",  "PGĐ",  "PV",   "Pgs", "Q",
    "SN",     "St",   "TBT",   "TL",     "TP",   "TS",   "TT",   "TTND", "TTƯT", "TX",  "Th.S",
    "Th.s",   "ThS",  "Ths",   "Tp",     "Ts",   "Tt",   "Tx",   "tp",   "tr",   "tx"};
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

// Most words are syllables in small letters: of those only pairs may be abbreviations.
constexpr bool may_be_listed(std::string_view word) {
  return word.size() == 2 || (word.size() > 0 && word[0] >= 'A' && word[0] <= 'Z');
}
static_assert(std::ranges::all_of(kAbbreviations, may_be_listed));

bool is_listed(std::string_view word) {
  return may_be_listed(word) &&
         std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), word);
}

// Words before an initial: "ông A. Bình nói", "chị H. Anh".
constexpr std::array<std::string_view, 17> kForms = {"Anh", "Bà",  "Bác", "Chú", "Chị",  "Cô",
                                                     "Em",  "anh", "bà",  "bác", "cháu", "chú",
                                                     "chị", "cô",  "em",  "Ông", "ông"};
static_assert(std::is_sorted(kForms.begin(), kForms.end()));

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Splitter {
 public:
  Splitter(std::string_view text, Span block, std::vector<Span>& out)
      : text_(text), end_(block.end), start_(block.begin), out_(out) {}

  void run() {
    uint32_t at = start_;
    while (true) {
      at = next_stop(at);
      if (at >= end_) break;
      at = text_[at] == '\n' ? at_line_end(at) : at_stop(at);
    }
    finish(end_);
  }

 private:
  char byte(uint32_t at) const { return at < end_ ? text_[at] : '\0'; }
  bool is_ellipsis(uint32_t at) const { return text_.substr(at, end_ - at).starts_with("…"); }
  CharClass class_at(uint32_t at) const {
    return at < end_ ? char_at(text_, at).cls : CharClass::kSpace;
  }

  // The first byte from `at` on that may end a sentence.
  uint32_t next_stop(uint32_t at) const {
#ifdef __SSE2__
    for (; at + 16 <= end_; at += 16) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text_.data() + at));
      const auto is = [&](char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
      const __m128i any = _mm_or_si128(_mm_or_si128(_mm_or_si128(is('.'), is('!')), is('?')),
                                       _mm_or_si128(is('\n'), is('\xE2')));
      const int mask = _mm_movemask_epi8(any);
      if (mask != 0) return at + static_cast<uint32_t>(__builtin_ctz(static_cast<unsigned>(mask)));
    }
#endif
    while (at < end_ && !kStops[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  // Ends the sentence at `stop`.
  void finish(uint32_t stop) {
    uint32_t begin = start_;
    start_ = stop;
    while (begin < stop && class_at(begin) == CharClass::kSpace)
      begin += char_at(text_, begin).bytes;
    uint32_t end = stop;
    while (end > begin) {
      const uint32_t last = start_before(text_, end);
      if (char_at(text_, last).cls != CharClass::kSpace) break;
      end = last;
    }
    if (begin < end) add(begin, end);
  }

  // Cuts what no reader would call a sentence, at a blank: tables without line ends, and worse.
  void add(uint32_t begin, uint32_t end) {
    constexpr uint32_t kLongest = 4096;
    while (end - begin > kLongest) {
      uint32_t cut = begin + kLongest;
      while (cut > begin + kLongest / 2 && text_[cut] != ' ') --cut;
      if (text_[cut] != ' ') {
        cut = begin + kLongest;
        while ((static_cast<unsigned char>(text_[cut]) & 0xC0u) == 0x80u) --cut;
      }
      out_.push_back({begin, cut});
      begin = cut;
      while (text_[begin] == ' ') ++begin;  // the last character is no blank
    }
    out_.push_back({begin, end});
  }

  // A single line end is soft, an empty line is not.
  uint32_t at_line_end(uint32_t at) {
    uint32_t next = at + 1;
    while (next < end_ && (text_[next] == ' ' || text_[next] == '\t' || text_[next] == '\r'))
      ++next;
    if (byte(next) == '\n') finish(at);
    return next;
  }

  // Closing quotes and brackets at `at`; a straight quote closes unless a letter touches it.
  uint32_t skip_closers(uint32_t at) const {
    while (at < end_) {
      const std::string_view rest = text_.substr(at, end_ - at);
      if (rest.starts_with("”") || rest.starts_with("’")) {
        at += 3;
      } else if (rest.starts_with("»")) {
        at += 2;
      } else if (rest.front() == ')' || rest.front() == ']') {
        ++at;
      } else if ((rest.front() == '"' || rest.front() == '\'') && !is_letter(class_at(at + 1)) &&
                 class_at(at + 1) != CharClass::kDigit) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  uint32_t at_stop(uint32_t at) {
    if (static_cast<unsigned char>(text_[at]) == 0xE2 && !is_ellipsis(at)) return at + 1;
    // The whole run: "...", "?!", "./.", "././."
    uint32_t next = at;
    bool plain = true;  // a single full stop
    while (next < end_) {
      const char c = text_[next];
      if (c == '.' || c == '!' || c == '?') {
        plain = plain && next == at && c == '.';
        ++next;
      } else if (is_ellipsis(next)) {
        plain = false;
        next += 3;
      } else if (c == '/' && next > at && text_[next - 1] == '.' && !is_digit(byte(next + 1)) &&
                 !is_letter(class_at(next + 1))) {
        plain = false;
        ++next;
      } else {
        break;
      }
    }
    const uint32_t behind = skip_closers(next);
    if (behind >= end_) return behind;
    const bool closed = behind > next;
    const bool spaced = is_space(text_[behind]) || class_at(behind) == CharClass::kSpace;
    uint32_t follower = behind;
    while (follower < end_ && class_at(follower) == CharClass::kSpace) {
      follower += char_at(text_, follower).bytes;
    }
    if (follower >= end_) return behind;
    if (ends_here(at, plain, closed, spaced, follower)) finish(behind);
    return behind;
  }

  bool ends_here(uint32_t at, bool plain, bool closed, bool spaced, uint32_t follower) const {
    const CharClass next = class_at(follower);
    const char mark = text_[follower];
    if (next == CharClass::kLower) return false;
    if (next == CharClass::kMark) {
      // An opening quote or bracket, a bullet or a dash with a blank before it; "…; ", "...) " go
      // on.
      const std::string_view rest = text_.substr(follower, end_ - follower);
      const bool opens = rest.starts_with("“") || rest.starts_with("‘") || rest.starts_with("«") ||
                         mark == '"' || mark == '\'' || mark == '(' || mark == '[';
      const bool bullet = mark == '+' || mark == '*' || mark == '-' || rest.starts_with("•") ||
                          rest.starts_with("–");
      if (!opens && !bullet) return false;
      if (bullet && (!spaced || closed || !opens_item(follower))) return false;
      if (mark == '(' && !opens_sentence(follower)) return false;
    }
    if (!plain || closed) return spaced || next != CharClass::kDigit;
    return spaced ? full_stop(at, follower) : glued_stop(at, follower);
  }

  // "- Thành lập", "+ 12 hộ": a bullet, and "- Bà Hoa" behind a full stop.
  bool opens_item(uint32_t at) const {
    const uint32_t next = at + char_at(text_, at).bytes;
    return is_space(byte(next)) || class_at(next) == CharClass::kUpper;
  }

  // A bracket with a capital inside begins a sentence of its own.
  bool opens_sentence(uint32_t at) const { return class_at(at + 1) == CharClass::kUpper; }

  // The letters, digits and inner full stops before `at`: "PGS.TS", "1.2", "A".
  Span word_before(uint32_t at) const {
    constexpr uint32_t kLongest = 24;
    uint32_t begin = at;
    while (begin > start_ && at - begin < kLongest) {
      const uint32_t last = start_before(text_, begin);
      const CharClass cls = char_at(text_, last).cls;
      if (cls == CharClass::kSpace || (cls == CharClass::kMark && text_[last] != '.')) break;
      begin = last;
    }
    return {begin, at};
  }

  bool at_sentence_start(uint32_t at) const {
    while (at > start_) {
      const uint32_t last = start_before(text_, at);
      const CharClass cls = char_at(text_, last).cls;
      if (cls != CharClass::kSpace && cls != CharClass::kMark) return false;
      at = last;
    }
    return true;
  }

  static bool is_abbreviation(std::string_view word) {
    if (is_listed(word)) return true;
    // "PGS.TS": its last part.
    const size_t dot = word.rfind('.');
    return dot != std::string_view::npos && is_listed(word.substr(dot + 1));
  }

  // One capital letter, alone or behind others: "A", "N.T.L".
  bool is_initial(std::string_view word) const {
    const size_t dot = word.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? word : word.substr(dot + 1);
    return !last.empty() && char_at(last, 0).cls == CharClass::kUpper &&
           char_at(last, 0).bytes == last.size();
  }

  // "1", "1.2", "IV": the number of a heading or list item.
  static bool is_list_number(std::string_view word) {
    const bool roman = word.find_first_not_of("IVX") == std::string_view::npos;
    return roman ||
           (word.size() <= 8 && word.find_first_not_of("0123456789.") == std::string_view::npos);
  }

  // ". " and a capital, digit, quote or bullet.
  bool full_stop(uint32_t at, uint32_t follower) const {
    const Span span = word_before(at);
    const std::string_view word = span.of(text_);
    if (word.empty()) return true;
    if (at_sentence_start(span.begin) && (is_list_number(word) || is_list_letter(word)))
      return false;
    if (is_abbreviation(word)) return class_at(follower) == CharClass::kMark;
    if (!is_initial(word)) return true;
    if (word.find('.') != std::string_view::npos) return !follows_initial(follower);
    if (follows_initial(follower) || at_sentence_start(span.begin)) return false;
    return !std::binary_search(kForms.begin(), kForms.end(), word_before_initials(span.begin));
  }

  static bool is_list_letter(std::string_view word) {
    return word.size() == 1 &&
           ((word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z'));
  }

  bool follows_initial(uint32_t at) const {
    return class_at(at) == CharClass::kUpper && byte(at + char_at(text_, at).bytes) == '.';
  }

  // The word before byte `at` and before any initials there: "ông" for the B of "ông A. B. Tuấn".
  std::string_view word_before_initials(uint32_t at) const {
    while (true) {
      while (at > start_ && class_at(start_before(text_, at)) == CharClass::kSpace) {
        at = start_before(text_, at);
      }
      const Span span = word_before(at);
      const std::string_view word = span.of(text_);
      if (!word.ends_with('.') || !is_initial(word.substr(0, word.size() - 1))) return word;
      at = span.begin;
    }
  }

  // '.' between two characters: "16.5", "TP.HCM", "baochi.vn" go on; "tập thể.Các" ends.
  bool glued_stop(uint32_t at, uint32_t follower) const {
    const Span span = word_before(at);
    const std::string_view word = span.of(text_);
    if (word.empty()) return true;
    const CharClass before = char_at(text_, start_before(text_, at)).cls;
    if (class_at(follower) == CharClass::kDigit) {
      // "P.3", "Km.5", "2.000" against "người dân.20 cá nhân".
      constexpr size_t kShortWord = 3;
      return before == CharClass::kLower && word.size() > kShortWord;
    }
    if (is_abbreviation(word) || is_initial(word)) return false;
    if (class_at(follower) != CharClass::kUpper) return true;  // an opening quote or bracket
    // "N.T.L.", "T.Hoa", "VN.Express": capitals on both sides name something.
    const uint32_t second = follower + char_at(text_, follower).bytes;
    const bool capital_word = before == CharClass::kUpper;
    if (capital_word && class_at(second) == CharClass::kUpper) return false;
    return true;
  }

  std::string_view text_;
  uint32_t end_;
  uint32_t start_;  // of the current sentence
  std::vector<Span>& out_;
};

}  // namespace

void split_sentences(std::string_view clean, Span block, std::vector<Span>& out) {
  Splitter(clean, block, out).run();
}

}  // namespace solieu
