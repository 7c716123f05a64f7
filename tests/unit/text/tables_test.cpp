// The tables of legacy encodings against glibc's converter, which has three of them.
#include <iconv.h>

#include "catch.h"
#include "text/clean_text.h"
#include "text/legacy.h"
#include "text/letters.h"
#include "text/utf8.h"

using solieu::decode_bytes;
using solieu::Encoding;

namespace {

// What iconv reads a byte as, composed; empty when it has nothing for it, "-" without iconv's
// table.
std::string by_iconv(const char* charset, char byte) {
  const iconv_t converter = iconv_open("UTF-8", charset);
  if (converter == reinterpret_cast<iconv_t>(-1)) return "-";
  char out[16];
  char *from = &byte, *to = out;
  size_t from_left = 1, to_left = sizeof out;
  // The second call flushes what iconv holds back to compose.
  const bool read = iconv(converter, &from, &from_left, &to, &to_left) != static_cast<size_t>(-1) &&
                    iconv(converter, nullptr, nullptr, &to, &to_left) != static_cast<size_t>(-1);
  iconv_close(converter);
  return read ? std::string(out, to) : "";
}

// How many bytes from `first` on are read as iconv reads them; those must be all that it can read.
int agreeing(const char* charset, Encoding encoding, int first) {
  int same = 0;
  for (int byte = first; byte < 256; ++byte) {
    const std::string theirs = by_iconv(charset, static_cast<char>(byte));
    if (theirs == "-") return -1;
    if (theirs.empty()) continue;
    INFO(charset << " " << byte);
    CHECK(decode_bytes(std::string(1, static_cast<char>(byte)), encoding) == theirs);
    ++same;
  }
  return same;
}

}  // namespace

TEST_CASE("tables agree with iconv") {
  // TCVN3 differs from TCVN5712-1 below 0xA0, where ABC fonts have the marks of windows-1252.
  const int viscii = agreeing("VISCII", Encoding::kViscii, 1);
  const int tcvn = agreeing("TCVN5712-1", Encoding::kTcvn3, 0xA0);
  const int windows = agreeing("WINDOWS-1258", Encoding::kWindows1258, 1);
  if (viscii < 0 || tcvn < 0 || windows < 0) return;  // a C library without these tables
  CHECK(viscii == 255);
  CHECK(tcvn == 96);
  CHECK(windows > 240);
  CHECK(decode_bytes("\xFE", Encoding::kWindows1258) == "₫");
}

TEST_CASE("tables hold the whole alphabet") {
  for (Encoding encoding : {Encoding::kViscii, Encoding::kVps, Encoding::kVniWindows}) {
    std::string all;
    for (int first = 1; first < 256; ++first) {
      all += decode_bytes(std::string(1, static_cast<char>(first)), encoding);
      for (int mark = 0xC0; mark < 0x100 && encoding == Encoding::kVniWindows; ++mark) {
        const std::string pair = {static_cast<char>(first), static_cast<char>(mark)};
        all += decode_bytes(pair, encoding);
      }
    }
    for (char32_t c = 0x80; c < 0x1F00; ++c) {
      if (!solieu::letter_of(c).valid()) continue;
      std::string letter;
      solieu::append_utf8(letter, c);
      INFO(name_of(encoding) << " " << letter);
      CHECK(all.find(letter) != std::string::npos);
    }
  }
}

TEST_CASE("fonts tell encodings") {
  using solieu::encoding_of_font;
  CHECK(encoding_of_font(".VnTime") == Encoding::kTcvn3);
  CHECK(encoding_of_font(".VnTimeH") == Encoding::kTcvn3Capitals);
  CHECK(encoding_of_font(".VnArialH") == Encoding::kTcvn3Capitals);
  CHECK(encoding_of_font("VNI-Times") == Encoding::kVniWindows);
  CHECK(encoding_of_font("VPS Times") == Encoding::kVps);
  CHECK_FALSE(encoding_of_font("Times New Roman"));
  CHECK_FALSE(encoding_of_font("Vniversal"));
}
