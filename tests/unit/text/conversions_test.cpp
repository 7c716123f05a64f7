// Articles converted to every encoding come back as the same text, and every word of it knows its
// place in the converted bytes.
#include <algorithm>
#include <map>

#include "catch.h"
#include "encoders.h"
#include "text/clean_text.h"
#include "text/decode.h"
#include "text/fold.h"
#include "text/legacy.h"
#include "text/words.h"

using namespace solieu;
using namespace solieu::testing;

namespace {

// Whether the places of the words of `clean` hold these words: each slice of the source, read by
// itself, is the word.
template <class Read>
size_t misplaced_words(const CleanText& clean, std::string_view source, Read read) {
  size_t wrong = 0, words = 0;
  std::string first;
  for_each_word(clean.text(), [&](const Word& word) {
    if (++words % 7 != 1) return true;  // a sample
    const std::string_view slice = clean.to_source(word.span).of(source);
    const bool same = read(slice) == word.span.of(clean.text());
    if (!same && wrong++ == 0)
      first = std::string(word.span.of(clean.text())) + " at " + std::string(slice);
    return true;
  });
  UNSCOPED_INFO("first misplaced word: " << first);
  return wrong;
}

// What stands around the first place where two texts differ; empty when they are equal.
std::string difference(std::string_view got, std::string_view want) {
  const auto at = std::mismatch(got.begin(), got.end(), want.begin(), want.end());
  if (at.first == got.end() && at.second == want.end()) return "";
  const auto offset = static_cast<size_t>(at.first - got.begin());
  const size_t from = offset < 30 ? 0 : offset - 30;
  return std::string(got.substr(from, 80)) + "\n  instead of\n" +
         std::string(want.substr(from, 80));
}

std::string read_alone(std::string_view slice, std::string_view encoding = {}) {
  return std::string(clean(slice, {std::string(encoding), {}}).text());
}

void check_article(const Article& article) {
  INFO(article.name);
  const std::string text(clean(article.text).text());
  for (Encoding encoding : kByteEncodings) {
    const std::string name(name_of(encoding));
    INFO(name);
    const bool no_capitals = encoding == Encoding::kTcvn3;
    const std::string held = holdable(text, encoding);
    const std::string want(clean(held).text());
    for (const bool carried : {false, true}) {
      const std::string bytes = encode(held, encoding);
      const std::string source = carried ? as_latin1(bytes) : bytes;
      const CleanText got = clean(source);
      INFO((carried ? "as Latin-1" : "as bytes"));
      // TCVN3 gives capitals back where a word shows them: equal but for case.
      if (no_capitals)
        CHECK(difference(fold(got.text()), fold(want)) == "");
      else
        CHECK(difference(got.text(), want) == "");
      CHECK(got.encoding() == (carried ? "utf-8" : name));
      // A slice may be too short to tell its encoding, and TCVN3's capitals need their line.
      if (!carried && !no_capitals) {
        CHECK(misplaced_words(got, source, [&](std::string_view slice) {
                return read_alone(slice, name);
              }) == 0);
      }
    }
  }
  for (const bool big_endian : {false, true}) {
    const std::string name = big_endian ? "utf-16be" : "utf-16le";
    const std::string source = as_utf16(text, big_endian);
    const CleanText got = clean(source);
    CHECK(difference(got.text(), text) == "");
    CHECK(got.encoding() == name);
    CHECK(misplaced_words(got, source,
                          [&](std::string_view slice) { return read_alone(slice, name); }) == 0);
  }
  const std::map<std::string, std::string> in_utf8 = {{"nfd", as_nfd(text)},
                                                      {"entities", as_entities(text)},
                                                      {"mojibake", as_mojibake(text)},
                                                      {"twice", as_mojibake(as_mojibake(text))}};
  for (const auto& [name, source] : in_utf8) {
    INFO(name);
    const CleanText got = clean(source);
    CHECK(difference(got.text(), text) == "");
    if (name == "mojibake" || name == "twice") continue;  // a slice lacks its line
    CHECK(misplaced_words(got, source, [](std::string_view slice) { return read_alone(slice); }) ==
          0);
  }
  const std::string held = holdable(text, Encoding::kTcvn3Capitals);
  const std::string capitals = encode(held, Encoding::kTcvn3Capitals);
  CHECK(decode_bytes(capitals, Encoding::kTcvn3Capitals) == held);
}

// The beginning of a text with that many words beyond ASCII.
std::string cut(std::string_view text, size_t words) {
  size_t end = text.size(), count = 0;
  for_each_word(text, [&](const Word& word) {
    count += !word.ascii;
    end = word.span.end;
    return count < words;
  });
  return std::string(text.substr(0, end));
}

struct Tally {
  size_t right = 0, all = 0;
};

Tally detected(const std::vector<Article>& articles, size_t words, std::string* wrong = nullptr) {
  Tally tally;
  for (const Article& article : articles) {
    const std::string text = cut(clean(article.text).text(), words);
    for (Encoding encoding : kByteEncodings) {
      const Encoding found = detect(encode(holdable(text, encoding), encoding), {}, {}).encoding;
      ++tally.all;
      tally.right += found == encoding;
      if (found != encoding && wrong) {
        *wrong += article.name + " " + std::string(name_of(encoding)) + " taken for " +
                  std::string(name_of(found)) + "\n";
      }
    }
  }
  return tally;
}

void report_detection(const std::string& name, const std::vector<Article>& articles) {
  std::string report = name + ": encoding right from";
  for (size_t words : {5, 8, 12, 20}) {
    const Tally tally = detected(articles, words);
    report += " " + std::to_string(words) + " words " + std::to_string(tally.right) + "/" +
              std::to_string(tally.all);
  }
  WARN(report);
}

}  // namespace

TEST_CASE("converted corpus articles come back") {
  const auto articles = corpus_articles();
  REQUIRE(!articles.empty());
  for (const Article& article : articles) check_article(article);
}

TEST_CASE("the encoding is found from 20 words of every corpus article") {
  const auto articles = corpus_articles();
  std::string wrong;
  const Tally tally = detected(articles, 20, &wrong);
  CHECK(wrong == "");
  CHECK(tally.right == tally.all);
  report_detection("corpus", articles);
}

TEST_CASE("converted articles from outside come back") {
  const auto articles = shared_articles();
  if (articles.empty()) return;
  for (const Article& article : articles) check_article(article);
  report_detection("outside", articles);
}
