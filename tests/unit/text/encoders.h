// Writes clean text the way archives hold it: the inverse of what the text room reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/encoding.h"

namespace solieu::testing {

// `text` (NFC UTF-8) in an encoding of kByteEncodings, TCVN3 capitals or VIQR. What the encoding
// cannot hold must be replaced before.
std::string encode(std::string_view text, Encoding encoding);

// The text with what the encoding cannot hold replaced: “ ” by ", – by -, … by ..., toned capitals
// by small letters for TCVN3, all else by "?".
std::string holdable(std::string_view text, Encoding encoding);

std::string as_utf16(std::string_view text, bool big_endian);
std::string as_nfd(std::string_view text);
std::string as_entities(std::string_view text);
// UTF-8 read as windows-1252 (its five holes as C1 controls) and saved as UTF-8.
std::string as_mojibake(std::string_view text);
// Bytes read as Latin-1 and saved as UTF-8.
std::string as_latin1(std::string_view bytes);

// The *.txt files of the project's corpus, and of ../shared/articles where that is there.
struct Article {
  std::string name;
  std::string text;
};
std::vector<Article> corpus_articles();
std::vector<Article> shared_articles();

}  // namespace solieu::testing
