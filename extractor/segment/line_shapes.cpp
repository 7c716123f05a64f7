#include "segment/line_shapes.h"

#include <array>

#include "segment/characters.h"

namespace solieu {
namespace {

bool is_picture_word(std::string_view& rest) {
  for (const std::string_view word : {"ảnh", "Ảnh", "ẢNH", "hình", "Hình"}) {
    if (rest.ends_with(word)) {
      rest.remove_suffix(word.size());
      return true;
    }
  }
  return false;
}

void drop_blanks(std::string_view& rest) {
  while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
}

}  // namespace

uint32_t list_marker(std::string_view line, bool& numbered) {
  static constexpr std::array<std::string_view, 16> kBullets = {
      "-", "+", "*", "•", "–", "—", "·", "●", "○", "■", "▪", "►", "➢", "✓", "♦", "."};
  numbered = false;
  if (line.empty() || char_at(line, 0).cls == CharClass::kUpper) return 0;
  uint32_t end = 0;
  for (const auto bullet : kBullets) {
    if (line.starts_with(bullet)) {
      end = static_cast<uint32_t>(bullet.size());
      break;
    }
  }
  if (end == 0) {
    const bool open = line.starts_with("(");
    uint32_t at = open ? 1 : 0;
    const uint32_t first = at;
    while (at < line.size() && at < first + 2 && line[at] >= '0' && line[at] <= '9') ++at;
    while (at > first && at + 1 < line.size() && line[at] == '.' && line[at + 1] >= '0' &&
           line[at + 1] <= '9' && at < first + 8) {
      ++at;
      while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
    }
    if (at == first && at < line.size() && line[at] >= 'a' && line[at] <= 'z') {
      ++at;
    } else if (at == first && line.substr(at).starts_with("đ")) {
      at += 2;
    }
    if (at == first || at >= line.size()) return 0;
    const char mark = line[at];
    if (mark != ')' && (open || (mark != '.' && mark != '/'))) return 0;
    numbered = true;
    end = at + 1;
  }
  const uint32_t marker = end;
  while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
  if (line.substr(end).starts_with("\u00A0")) end += 2;
  // A dash or number that touches the text is a marker only before a capital.
  if (end == marker &&
      (end >= line.size() || char_at(line, end).cls != CharClass::kUpper || line[0] == '.')) {
    numbered = false;
    return 0;
  }
  return end;
}

std::optional<uint32_t> before_picture_number(std::string_view line) {
  std::string_view rest = line;
  if (rest.ends_with('.')) rest.remove_suffix(1);
  const size_t with_digits = rest.size();
  while (!rest.empty() && rest.back() >= '0' && rest.back() <= '9') rest.remove_suffix(1);
  if (rest.size() == with_digits || with_digits - rest.size() > 3) return std::nullopt;
  drop_blanks(rest);
  if (!is_picture_word(rest)) return std::nullopt;
  drop_blanks(rest);
  if (rest.ends_with('-')) {
    rest.remove_suffix(1);
  } else if (rest.ends_with("–")) {
    rest.remove_suffix(3);
  } else {
    return std::nullopt;
  }
  drop_blanks(rest);
  return static_cast<uint32_t>(rest.size());
}

uint32_t picture_label(std::string_view line) {
  uint32_t at = 0;
  for (const std::string_view word : {"Ảnh", "ảnh", "ẢNH", "Hình", "hình"}) {
    if (line.starts_with(word)) at = static_cast<uint32_t>(word.size());
  }
  if (at == 0) return 0;
  while (at < line.size() && (line[at] == ' ' || (line[at] >= '0' && line[at] <= '9'))) ++at;
  if (at >= line.size() || (line[at] != ':' && line[at] != '.')) return 0;
  ++at;
  while (at < line.size() && line[at] == ' ') ++at;
  return at;
}

bool ends_in_credit(std::string_view line) {
  constexpr size_t kLongestCredit = 70;
  const size_t from = line.size() > kLongestCredit ? line.size() - kLongestCredit : 0;
  const std::string_view tail = line.substr(from);
  if (tail.find("Video:") != std::string_view::npos) return true;
  // "ảnh" and "Ảnh" by their second byte, which fewer letters have than the first.
  constexpr std::string_view kSmall = "ả", kCapital = "Ả";
  for (size_t at = tail.find(kSmall[1]); at != std::string_view::npos;
       at = tail.find(kSmall[1], at + 1)) {
    if (at == 0) continue;
    const std::string_view letter = tail.substr(at - 1, kSmall.size());
    if (letter != kSmall && letter != kCapital) continue;
    for (const std::string_view credit : {"nh:", "nh :", "nh minh h", "nh tư liệu", "nh/"}) {
      const size_t behind = at - 1 + kSmall.size();
      // Of several such endings the first one counts, whatever word it ends.
      if (tail.substr(behind).starts_with(credit) && tail.find(credit) == behind) return true;
    }
  }
  return false;
}

bool is_keyword_line(std::string_view line) {
  size_t commas = 0;
  for (size_t at = line.find(','); at != std::string_view::npos; at = line.find(',', at + 1)) {
    if (at + 1 >= line.size() || !is_letter(char_at(line, static_cast<uint32_t>(at + 1)).cls)) {
      return false;
    }
    ++commas;
  }
  return commas >= 3;
}

size_t count_of(std::string_view text, std::string_view mark) {
  size_t count = 0;
  for (size_t at = text.find(mark); at != std::string_view::npos;
       at = text.find(mark, at + mark.size())) {
    ++count;
  }
  return count;
}

}  // namespace solieu
