// No text, however nasty, makes the time grow with its square.
#include <ctime>
#include <limits>

#include "bench/nasty_texts.h"
#include "catch.h"
#include "sample_batch.h"

using namespace solieu;

namespace {

double seconds_for(const std::string& text) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 2; ++i) {
    Document document;
    document.id = "1";
    document.bytes = text;
    const std::clock_t begin = std::clock();
    const ArticleRecord record = sample_extractor().extract(std::move(document));
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    CHECK(record.text.size() <= text.size());
  }
  return best;
}

// CPU time of four times the text: linear growth is 4, quadratic 16. What takes less than a
// hundredth of a second cannot be measured and does no harm.
void check_growth(std::string_view name, const std::string& small, const std::string& large) {
  const double before = seconds_for(small);
  const double after = seconds_for(large);
  INFO(name << ": " << before << " s, " << after << " s");
  CHECK(after < 8 * std::max(before, 0.01));
}

constexpr size_t kSmall = 24 << 10;

}  // namespace

TEST_CASE("four times the text takes about four times as long") {
  for (const NastyText& kind : nasty_texts()) {
    check_growth(kind.name, nasty_text(kind, kSmall), nasty_text(kind, 4 * kSmall));
  }
  check_growth("companies", many_companies(kSmall), many_companies(4 * kSmall));
}
