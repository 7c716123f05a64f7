#include "text/mojibake.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "text/legacy.h"
#include "text/letters.h"
#include "text/utf8.h"
#include "text/validity.h"
#include "text/words.h"

namespace solieu {
namespace {

// What a sequence of bytes may reasonably have been before it was garbled.
bool is_reasonable(char32_t c) {
  return (c >= 0x80 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2000 && c < 0x2070) ||
         (c >= 0x20A0 && c < 0x20C0) || (c >= 0x2100 && c < 0x2300) ||
         (c >= 0x2500 && c < 0x2800) || c == 0xFEFF || (c >= 0x1F300 && c < 0x1FB00);
}

int length_by_lead(int byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return 2;
  if (byte >= 0xE0 && byte <= 0xEF) return 3;
  return byte >= 0xF0 && byte <= 0xF4 ? 4 : 0;
}

// Reads each sequence of characters that are the bytes of one character in UTF-8; says whether
// there was one.
bool read_once(std::string_view text, std::string& out) {
  out.clear();
  bool found = false;
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    const int lead = byte_of(next_code_point(text, i));
    const int length = static_cast<unsigned char>(text[at]) < 0x80 ? 0 : length_by_lead(lead);
    std::string bytes(1, static_cast<char>(lead));
    size_t end = i;
    while (static_cast<int>(bytes.size()) < length && end < text.size()) {
      const int byte = byte_of(next_code_point(text, end));
      if (byte < 0x80 || byte > 0xBF) break;
      bytes.push_back(static_cast<char>(byte));
    }
    size_t read = 0;
    char32_t c = 0;
    if (length > 0 && static_cast<int>(bytes.size()) == length &&
        next_code_point_checked(bytes, read, c) && is_reasonable(c)) {
      out += bytes;
      i = end;
      found = true;
    } else {
      out.append(text.substr(at, i - at));
    }
  }
  return found;
}

// All layers of garbling off; nothing when there is none.
std::optional<std::string> read_fully(std::string_view text) {
  std::string now(text), next;
  int layers = 0;
  while (layers < 3 && read_once(now, next)) {
    now.swap(next);
    ++layers;
  }
  if (layers == 0) return std::nullopt;
  return now;
}

uint32_t bad_words(std::string_view text) {
  const Validity validity = validity_of(text);
  return validity.words - validity.valid;
}

// The beginning of a sequence whose last byte is not there as such: Ã Ä Å Æ, or E1 BA, E1 BB.
struct Stump {
  size_t begin = 0, end = 0;  // bytes of the text
  std::string lead;           // the bytes that are there
};

std::optional<Stump> find_stump(std::string_view text, size_t from) {
  for (size_t i = from; i < text.size();) {
    const size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c >= 0xC3 && c <= 0xC6) return Stump{at, i, std::string(1, static_cast<char>(c))};
    if (c != 0xE1 || i >= text.size()) continue;
    size_t end = i;
    const char32_t second = next_code_point(text, end);
    if (second == 0xBA || second == 0xBB) {
      return Stump{at, end, {'\xE1', static_cast<char>(second)}};
    }
  }
  return std::nullopt;
}

// What may stand where a byte was: how it looks now, and which bytes it may have been.
struct Altered {
  std::string_view now;
  std::string_view bytes;
};
constexpr Altered kAltered[] = {
    {"\"", "\x93\x94"},
    {"'", "\x91\x92"},
    {"-", "\x96\x97"},
    {"...", "\x85"},
    {"?", "\x81\x8D\x8F\x90\x9D"},
    {"\uFFFD", "\x81\x8D\x8F\x90\x9D\xA0\xAD"},
};

// What a text tells of the way it went: what is still there was not lost.
struct Traces {
  std::string lost;             // bytes that may be missing
  bool spaces_doubled = false;  // A0 that became a space stands beside the space that was there

  explicit Traces(std::string_view text) {
    if (text.find("\u00AD") == std::string_view::npos) lost += '\xAD';
    bool control = false;
    for (const char* c : {"\u0081", "\u008D", "\u008F", "\u0090", "\u009D"}) {
      control |= text.find(c) != std::string_view::npos;
    }
    if (!control) lost += "\x81\x8D\x8F\x90\x9D";
    spaces_doubled = text.find("Ã  ") != std::string_view::npos;
  }
};

// Fills the stumps of a token in every way and keeps the best one, when there is only one.
class StumpSearch {
 public:
  StumpSearch(std::string_view token, const Traces& traces) : traces_(traces) {
    search(std::string(token), 0, 0, 0);
  }
  std::optional<std::string> only() const {
    return best_.empty() || ambiguous_ ? std::nullopt : std::optional(best_);
  }

 private:
  // `lost` counts bytes that are taken to be missing: less likely than altered ones.
  void search(const std::string& token, size_t from, int depth, int lost) {
    const auto stump = find_stump(token, from);
    if (!stump) {
      if (depth > 0 && bad_words(token) == 0) weigh(token, lost);
      return;
    }
    if (depth == kMaxDepth) return;
    search(token, stump->end, depth, lost);  // perhaps the letter is what it looks like
    for (const Altered& altered : kAltered) {
      if (token.compare(stump->end, altered.now.size(), altered.now) != 0) continue;
      for (char byte : altered.bytes) fill(token, *stump, altered.now.size(), byte, depth, lost);
    }
    for (char byte : traces_.lost) fill(token, *stump, 0, byte, depth, lost + 1);
  }

  void fill(const std::string& token, const Stump& stump, size_t taken, char byte, int depth,
            int lost) {
    const std::string sequence = stump.lead + byte;
    size_t i = 0;
    char32_t c = 0;
    if (!next_code_point_checked(sequence, i, c) || !letter_of(c).valid()) return;
    search(token.substr(0, stump.begin) + sequence + token.substr(stump.end + taken),
           stump.begin + sequence.size(), depth + 1, lost);
  }

  void weigh(const std::string& token, int lost) {
    // Letters that are left over make no word: "đử" + "ng" is worse than "đồng".
    int cost = lost;
    for_each_word(token, [&](const Word& word) {
      cost += word.ascii && !is_plausible(word.span.of(token)) ? 10 : 0;
      return true;
    });
    if (cost > best_cost_ || token == best_) return;
    ambiguous_ = cost == best_cost_;
    best_cost_ = cost;
    best_ = token;
  }

  static constexpr int kMaxDepth = 3;
  const Traces& traces_;
  std::string best_;
  int best_cost_ = 100;
  bool ambiguous_ = false;
};

// Stumps of letters whose last byte is A0.
struct SpaceStump {
  std::string_view stump;
  std::string_view letter;
};

const SpaceStump* stump_at_end(std::string_view token) {
  static constexpr SpaceStump kStumps[] = {{"Ã", "à"}, {"áº", "Ạ"}, {"á»", "Ỡ"}};
  for (const SpaceStump& stump : kStumps) {
    if (token.ends_with(stump.stump)) return &stump;
  }
  return nullptr;
}

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

size_t next_gap(std::string_view text, size_t i, size_t end) {
  while (i < end && !is_gap(text[i])) ++i;
  return i;
}

// Whether a text has any character that may lead a garbled sequence.
bool suspicious(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead != 0xC3) continue;
    const auto next = static_cast<unsigned char>(text[i + 1]);
    // Â to Æ; á â ï before a character beyond ASCII.
    if (next >= 0x82 && next <= 0x86) return true;
    const bool pair = i + 2 < text.size() && static_cast<signed char>(text[i + 2]) < 0;
    if ((next == 0xA1 || next == 0xA2 || next == 0xAF || next == 0xB0) && pair) return true;
  }
  return false;
}

bool in_word(char c) {
  return static_cast<signed char>(c) < 0 || static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

std::string_view last_word(std::string_view token) {
  size_t begin = token.size();
  while (begin > 0 && in_word(token[begin - 1])) --begin;
  return token.substr(begin);
}

std::string_view first_word(std::string_view token) {
  size_t end = 0;
  while (end < token.size() && in_word(token[end])) ++end;
  return token.substr(0, end);
}

class LineRepair {
 public:
  LineRepair(std::string_view text, Rewriter& out) : text_(text), traces_(text), out_(out) {
    // Gaps are filled only where enough words are garbled in full: a lone Ã is more often a letter
    // of a legacy encoding.
    const Readings readings = count_readings(0, text.size());
    fill_gaps_ = readings.good > 0 && readings.good * 4 >= readings.bad;
  }

  // Repairs the tokens of [begin, end).
  void run(size_t begin, size_t end) {
    garbled_ = count_readings(begin, end).good > 0 ||
               (fill_gaps_ && !has_own_letter(text_.substr(begin, end - begin)));
    for (size_t i = begin; i < end;) {
      const size_t token_end = next_gap(text_, i, end);
      i = token_end > i && suspicious(text_.substr(i, token_end - i)) ? repair(i, token_end, end)
                                                                      : token_end + 1;
    }
  }

 private:
  // Whether a line has letters that no garbling makes: those of Vietnamese alone.
  static bool has_own_letter(std::string_view line) {
    for (size_t i = 0; i < line.size();) {
      const char32_t c = next_code_point(line, i);
      if (c >= 0x100 && letter_of(c).valid()) return true;
    }
    return false;
  }

  // Suspicious tokens with bad words, and those of them that reading makes better.
  struct Readings {
    size_t bad = 0;
    size_t good = 0;
  };

  Readings count_readings(size_t begin, size_t end) const {
    Readings readings;
    for (size_t i = begin; i < end;) {
      const size_t token_end = next_gap(text_, i, end);
      const std::string_view token = text_.substr(i, token_end - i);
      i = token_end + 1;
      if (!suspicious(token)) continue;
      const uint32_t bad = bad_words(token);
      if (bad == 0) continue;
      const auto read = read_fully(token);
      ++readings.bad;
      readings.good += read && bad_words(*read) < bad;
    }
    return readings;
  }

  // Replaces letter by letter, so that spans stay narrow, as far as each can be read by itself; the
  // rest, where bytes were altered or lost, as a whole.
  void replace(size_t begin, size_t end, std::string_view with) {
    bool counted = false;
    const auto put = [&](size_t to, std::string_view piece) {
      const Span what{static_cast<uint32_t>(begin), static_cast<uint32_t>(to)};
      if (counted)
        out_.replace_more(what, piece);
      else
        out_.replace(what, piece, Repair::kMojibake);
      counted |= what.of(text_) != piece;
    };
    while (begin < end && !with.empty()) {
      size_t length = 0;
      next_code_point(with, length);
      const std::string_view letter = with.substr(0, length);
      size_t cut = begin;
      next_code_point(text_, cut);
      if (text_.substr(begin, cut - begin) != letter) {
        while (cut < end && read_fully(text_.substr(begin, cut - begin)) != letter &&
               cut - begin < kLongestLetter) {
          next_code_point(text_, cut);
        }
        if (read_fully(text_.substr(begin, cut - begin)) != letter) break;
        put(cut, letter);
      }
      begin = cut;
      with.remove_prefix(length);
    }
    while (begin < end && !with.empty() && text_[end - 1] == with.back() &&
           static_cast<signed char>(with.back()) >= 0) {
      --end;
      with.remove_suffix(1);
    }
    if (begin < end) put(end, with);
  }

  // Repairs the token [begin, end) and says where to go on.
  size_t repair(size_t begin, size_t end, size_t line_end) {
    const std::string_view token = text_.substr(begin, end - begin);
    std::string now(token);
    if (auto read = read_fully(token)) {
      const uint32_t before = bad_words(token), after = bad_words(*read);
      if (after < before || (after == before && (before > 0 || garbled_))) now = std::move(*read);
    }
    const uint32_t bad = fill_gaps_ ? bad_words(now) : 0;
    // In a garbled line Ã is no letter, even where it would make a word.
    if ((bad > 0 || (fill_gaps_ && garbled_)) && end < line_end && text_[end] == ' ' &&
        stump_at_end(token)) {
      if (const size_t next = repair_space(begin, end, line_end, now); next > 0) return next;
    }
    if (bad > 0) {
      if (auto only = StumpSearch(now, traces_).only()) now = std::move(*only);
    }
    replace(begin, end, now);
    return end + 1;
  }

  // A0 that became a space is the last byte of à, Ạ or Ỡ; the word may go on behind it. Says where
  // to go on, 0 when nothing was repaired.
  size_t repair_space(size_t begin, size_t end, size_t line_end, std::string now) {
    const SpaceStump& stump = *stump_at_end(now);
    now.replace(now.size() - stump.stump.size(), stump.stump.size(), stump.letter);
    if (bad_words(now) > 0) {
      if (auto only = StumpSearch(now, traces_).only()) now = std::move(*only);
    }
    const size_t next_begin = end + 1, next_end = next_gap(text_, next_begin, line_end);
    std::string next(text_.substr(next_begin, next_end - next_begin));
    if (auto read = read_fully(next)) next = std::move(*read);
    if (bad_words(next) > 0) {
      if (auto only = StumpSearch(next, traces_).only()) next = std::move(*only);
    }
    const std::string head(last_word(now)), rest(first_word(next));
    const bool joined = !rest.empty() && is_plausible(head + rest);
    const bool apart = is_plausible(head) && rest.size() > 1 && is_plausible(rest);
    if (joined && !apart) {
      replace(begin, next_end, now + next);
      return next_end + 1;
    }
    if (!is_plausible(head)) return 0;
    // Where another space or a mark follows, this one is the letter's. Else the two were made one,
    // unless the text keeps such spaces, or AD may have been lost: í is as good then.
    const bool taken = next.empty() || std::ispunct(static_cast<unsigned char>(next.front()));
    if (!taken && (traces_.spaces_doubled || traces_.lost.starts_with('\xAD'))) return 0;
    replace(begin, taken ? end + 1 : end, now);
    return end + 1;
  }

  // Bytes that a letter garbled three times may take.
  static constexpr size_t kLongestLetter = 72;

  std::string_view text_;
  Traces traces_;
  Rewriter& out_;
  bool fill_gaps_ = false;
  bool garbled_ = false;  // the line has words that are surely mojibake
};

}  // namespace

bool may_be_mojibake(std::string_view part) {
  if (!suspicious(part)) return false;
  for (size_t i = 0; i < part.size();) {
    const size_t end = next_gap(part, i, part.size());
    const std::string_view token = part.substr(i, end - i);
    if (suspicious(token) && read_fully(token)) return true;
    i = end + 1;
  }
  return false;
}

void repair_mojibake(std::string_view text, Rewriter& out) {
  LineRepair repair(text, out);
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    repair.run(begin, end);
    begin = end + 1;
  }
}

}  // namespace solieu
