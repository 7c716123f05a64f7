// Random edits of articles in every encoding keep the invariants of clean text. Runs for a second,
// or for as many as SOLIEU_SOAK_SECONDS says.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>

#include "catch.h"
#include "encoders.h"
#include "invariants.h"
#include "text/clean_text.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

std::vector<std::string> seeds() {
  std::vector<std::string> seeds;
  for (const Article& article : corpus_articles()) {
    const std::string text(clean(article.text).text().substr(0, 600));
    const std::string whole(clean(text).text());  // without half a character at the end
    seeds.push_back(article.text.substr(0, 600));
    for (Encoding encoding : kByteEncodings) {
      const std::string bytes = encode(holdable(whole, encoding), encoding);
      seeds.push_back(bytes);
      seeds.push_back(as_latin1(bytes));
    }
    const std::string viqr = holdable(whole, Encoding::kViqr);
    seeds.insert(seeds.end(), {encode(viqr, Encoding::kViqr), as_nfd(whole), as_entities(whole),
                               as_mojibake(whole), as_mojibake(as_mojibake(whole)),
                               as_utf16(whole, false), as_utf16(whole, true)});
  }
  return seeds;
}

// Pieces that passes look for, beside random bytes.
const std::string_view kPieces[] = {"\xCC\x81",
                                    "\xCC\x82",
                                    "\xCC\xA3",
                                    "\xCC\x9B",
                                    "\xCC\xB5",
                                    "\xC2\xA0",
                                    "\xC2\xAD",
                                    "\xE2\x80\x8B",
                                    "\xEF\xBB\xBF",
                                    "&#225;",
                                    "&amp;",
                                    "&aacute;",
                                    "Ã",
                                    "á»",
                                    "áº",
                                    "Ä",
                                    "Â",
                                    "\xF0\x9D\x90\x80",
                                    "\xEF\xBC\xA1",
                                    "а",
                                    "ο",
                                    "uơ",
                                    "ưo",
                                    "òa",
                                    "\\",
                                    "^",
                                    "(",
                                    "+",
                                    "?",
                                    ".",
                                    "\n",
                                    "  ",
                                    "\xFF",
                                    "\xC3",
                                    "\xE1\xBB",
                                    "\x80",
                                    "\x02",
                                    "\x1E",
                                    "\xE1\x84\x80\xE1\x85\xA1",
                                    "\xCD\x84",
                                    "\xE2\x84\xAB",
                                    std::string_view("\0", 1)};

std::string edited(std::string text, std::mt19937& random) {
  for (size_t edits = 1 + random() % 8; edits > 0; --edits) {
    const size_t at = random() % (text.size() + 1);
    switch (random() % 5) {
      case 0:
        text.insert(at, kPieces[random() % std::size(kPieces)]);
        break;
      case 1:
        text.insert(at, 1, static_cast<char>(random()));
        break;
      case 2:
        text.erase(at, 1 + random() % 4);
        break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      default:
        text.insert(at, text.substr(random() % (text.size() + 1), random() % 40));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("random edits keep the invariants of clean text") {
  const char* soak = std::getenv("SOLIEU_SOAK_SECONDS");
  const auto all = seeds();
  std::mt19937 random(soak ? std::random_device{}() : 17);
  for (const std::string& seed : all) REQUIRE(broken_invariant(seed) == "");
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(soak ? std::atoi(soak) : 1);
  size_t rounds = 0;
  while (std::chrono::steady_clock::now() < end) {
    const std::string& seed = all[random() % all.size()];
    std::string source = random() % 4 == 0 ? seed + all[random() % all.size()] : seed;
    source = edited(std::move(source), random);
    INFO("as hex: " << Catch::StringMaker<std::string>::convert(source));
    REQUIRE(broken_invariant(source) == "");
    ++rounds;
  }
  CHECK(rounds > 50);
}

TEST_CASE("time is linear in the size of hostile input") {
  const auto seconds = [](std::string_view pattern, size_t size) {
    std::string source;
    while (source.size() < size) source += pattern;
    const std::clock_t begin = std::clock();
    CHECK(clean(source).text().size() < 4 * source.size());
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const std::string_view pattern : {"\xCC\x81\xCC\xA3",
                                         "a\xCC\x81",
                                         "&",
                                         "&amp;",
                                         "&#",
                                         "Ã",
                                         "Ã ",
                                         "á»",
                                         "á»\"",
                                         "Ä'",
                                         "\xC3",
                                         "\xE1\xBB",
                                         "\xAD",
                                         "a^",
                                         "u+o+`",
                                         "\\",
                                         "dd",
                                         "\xE2\x80\x8B",
                                         "а1",
                                         "aа",
                                         "uơ ",
                                         "ưo",
                                         "\xB5 ",
                                         "Ê",
                                         "\xF0\x9D\x90\x80",
                                         "\xE1\x85\xA1",
                                         "Tæ ",
                                         "nÃ¡Â»",
                                         "\xEF\xBB\xBF",
                                         "“",
                                         "x"}) {
    INFO(pattern);
    // Eight times the size: eight times the time, or 64 times where something is quadratic.
    const double small = std::max(seconds(pattern, 32'000), 0.004);
    CHECK(seconds(pattern, 256'000) < 24 * small);
  }
}
