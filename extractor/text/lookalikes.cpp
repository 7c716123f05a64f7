#include "text/lookalikes.h"

#include <unicode/uscript.h>

#include "text/tables/lookalikes.h"
#include "text/words.h"

namespace solieu {
namespace {

enum class Script { kLatin, kLookalike, kOther };

Script kind_of(char32_t c) {
  if (c < 0x80) return Script::kLatin;
  if (kLookalikes.find(c) != std::u32string_view::npos) return Script::kLookalike;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  const bool latin = script == USCRIPT_LATIN || script == USCRIPT_INHERITED;
  return latin ? Script::kLatin : Script::kOther;
}

// Whether the text has a character of the ranges that look-alikes come from.
bool has_candidate(std::string_view text) {
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0xCE && byte <= 0xD4) || byte == 0xC9) return true;
  }
  return false;
}

}  // namespace

void repair_lookalikes(std::string_view text, Span part, Rewriter& out) {
  if (!has_candidate(part.of(text))) return;
  for_each_word(text, part, [&](const Word& word) {
    bool latin = false, lookalike = false, other = false;
    for (size_t i = word.span.begin; i < word.span.end;) {
      const Script kind = kind_of(next_code_point(text, i));
      latin |= kind == Script::kLatin;
      lookalike |= kind == Script::kLookalike;
      other |= kind == Script::kOther;
    }
    if (!latin || !lookalike || other) return true;
    for (size_t i = word.span.begin; i < word.span.end;) {
      const size_t at = i;
      const size_t found = kLookalikes.find(next_code_point(text, i));
      if (found == std::u32string_view::npos) continue;
      const char plain = static_cast<char>(kLookLike[found]);
      out.replace({static_cast<uint32_t>(at), static_cast<uint32_t>(i)}, {&plain, 1},
                  Repair::kLookalike);
    }
    return true;
  });
}

}  // namespace solieu
