#include "store/plain.h"

#include "text/letters.h"
#include "text/utf8.h"

namespace solieu {
namespace {

// The bases of letters.h in their order, without their marks.
constexpr std::string_view kPlain = "?aaabcddeeghiklmnooopqrstuuvxy";
static_assert(kPlain.size() == static_cast<size_t>(Base::kY) + 1);

bool is_combining_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

}  // namespace

std::string plain(std::string_view text) {
  std::string out = " ";
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    char32_t c = 0;
    if (!next_code_point_checked(text, i, c)) continue;
    if (const Letter letter = letter_of(c); letter.valid()) {
      out += kPlain[static_cast<size_t>(letter.base)];
    } else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      out += static_cast<char>(c);
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (c >= 0x80 && c != 0xA0 && (c < 0x2000 || c > 0x206F)) {
      if (!is_combining_mark(c)) out += text.substr(begin, i - begin);
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace solieu
