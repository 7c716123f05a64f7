// Prints how the time grows with the size of a text, for each nasty kind: t(2n) / t(n) up to 4 MB.
// The exit status is 1 when a ratio is above 2.2 on three attempts.
//   growth_bench [--rules DIR] [KB]               (default: 4096, the larger size)
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>

#include "bench/nasty_texts.h"
#include "solieu/extractor.h"
#include "solieu/json.h"

namespace {

double cpu_seconds(const solieu::Extractor& extractor, const std::string& text) {
  solieu::Document document;
  document.id = "1";
  document.bytes = text;
  const std::clock_t begin = std::clock();
  std::string json;
  solieu::append_json(extractor.extract(std::move(document)), {}, json);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

bool linear(const solieu::Extractor& extractor, const std::string& name, const std::string& half,
            const std::string& whole) {
  constexpr double kMost = 2.2;
  double small = 0, large = 0, ratio = 0;
  for (int attempt = 0; attempt < 3; ++attempt) {
    const double s = cpu_seconds(extractor, half), l = cpu_seconds(extractor, whole);
    if (attempt == 0 || l / s < ratio) small = s, large = l, ratio = l / s;
    if (ratio <= kMost) break;
  }
  std::printf("%-20s %7.1f MB/s  t(2n)/t(n) %.2f%s\n", name.c_str(),
              static_cast<double>(whole.size()) / large / 1e6, ratio,
              ratio <= kMost ? "" : "  TOO MUCH");
  std::fflush(stdout);
  (void)small;
  return ratio <= kMost;
}

}  // namespace

int main(int argc, char** argv) {
  solieu::ExtractorOptions options;
  options.rules = SOLIEU_SOURCE_DIR "/rules";
  size_t size = size_t{4096} << 10;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--rules") == 0 && i + 1 < argc) {
      options.rules = argv[++i];
    } else {
      size = std::stoul(argv[i]) << 10;
    }
  }
  const auto extractor = solieu::Extractor::load(options);
  if (!extractor) {
    std::fprintf(stderr, "%s\n", extractor.error().to_string().c_str());
    return 3;
  }
  bool good = true;
  for (const NastyText& kind : nasty_texts()) {
    good = linear(*extractor, std::string(kind.name), nasty_text(kind, size / 2),
                  nasty_text(kind, size)) &&
           good;
  }
  good = linear(*extractor, "companies", many_companies(size / 2), many_companies(size)) && good;
  return good ? 0 : 1;
}
