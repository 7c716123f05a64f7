#include "review/agreement.h"

#include <cmath>

#include "catch.h"

using namespace solieu;

TEST_CASE("Cohen's kappa is agreement beyond chance") {
  using Ratings = std::vector<std::pair<std::string, std::string>>;
  const auto times = [](Ratings& to, int n, const char* a, const char* b) {
    for (int i = 0; i < n; ++i) to.emplace_back(a, b);
  };
  Ratings ratings;
  times(ratings, 20, "yes", "yes");
  times(ratings, 5, "yes", "no");
  times(ratings, 10, "no", "yes");
  times(ratings, 15, "no", "no");
  // 35 of 50 agree; by chance 0.5 * 0.6 + 0.5 * 0.4.
  CHECK(std::abs(cohens_kappa(ratings).value() - 0.4) < 1e-12);
  CHECK(std::abs(cohens_kappa({{"a", "a"}, {"b", "b"}}).value() - 1) < 1e-12);
  CHECK(std::abs(cohens_kappa({{"a", "b"}, {"b", "a"}}).value() + 1) < 1e-12);
  CHECK_FALSE(cohens_kappa({{"a", "a"}, {"a", "a"}}).has_value());
  CHECK_FALSE(cohens_kappa({}).has_value());
}
