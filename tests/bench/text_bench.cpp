// Prints how fast text is cleaned, as a ratio to UTF-8 validation of the same bytes:
//   text_bench [--seconds S]            (over corpus/, clean NFC, NFD and TCVN3)
// CPU time of this process; validation and cleaning take turns, the best of their turns counts.
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <limits>

#include "text/clean_text.h"
#include "text/dirt.h"
#include "unit/text/encoders.h"

namespace {

using namespace solieu;
using namespace solieu::testing;

double cpu_seconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

size_t sum = 0;  // printed, so that no work is left out

void compare(const char* name, const std::vector<std::string>& texts, double seconds) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const size_t repeats = 1 + (size_t{4} << 20) / bytes;
  const auto timed = [&](auto work) {
    return cpu_seconds([&] {
      for (size_t i = 0; i < repeats; ++i) {
        for (const std::string& text : texts) sum += work(text);
      }
    });
  };
  double validation = std::numeric_limits<double>::infinity(), check = validation, all = validation;
  for (double spent = 0; spent < seconds;) {
    const double v = timed([](const std::string& t) { return simdjson::validate_utf8(t) ? 1 : 0; });
    const double s = timed([](const std::string& t) { return dirty_stretches(t).size(); });
    const double c = timed([](const std::string& t) { return clean(t).text().size(); });
    validation = std::min(validation, v), check = std::min(check, s), all = std::min(all, c);
    spent += v + s + c;
  }
  const double megabytes = static_cast<double>(bytes * repeats) / 1e6;
  std::printf(
      "%-10s validation %6.0f MB/s, check %6.0f MB/s, cleaning %6.0f MB/s: %.2f x, %.1f x\n", name,
      megabytes / validation, megabytes / check, megabytes / all, check / validation,
      all / validation);
}

}  // namespace

int main(int argc, char** argv) {
  double seconds = 3;
  if (argc == 3 && std::strcmp(argv[1], "--seconds") == 0) seconds = std::atof(argv[2]);
  std::vector<std::string> nfc, nfd, tcvn3;
  for (const Article& article : corpus_articles()) {
    nfc.emplace_back(clean(article.text).text());
    nfd.push_back(as_nfd(nfc.back()));
    tcvn3.push_back(encode(holdable(nfc.back(), Encoding::kTcvn3), Encoding::kTcvn3));
  }
  compare("clean NFC", nfc, seconds);
  compare("NFD", nfd, seconds);
  compare("TCVN3", tcvn3, seconds);
  return sum == 0;
}
