#include "source/iso_date.h"

#include "catch.h"

using namespace solieu;

TEST_CASE("what is nearly ISO 8601 becomes it; what has no zone is Vietnam's") {
  CHECK(to_iso_date("2023-12-28") == "2023-12-28");
  CHECK(to_iso_date("2023-12-28T15:43:35Z") == "2023-12-28T15:43:35Z");
  CHECK(to_iso_date("2023-12-28T15:43:35.123456Z") == "2023-12-28T15:43:35Z");
  CHECK(to_iso_date("2023-12-28 15:43") == "2023-12-28T15:43:00+07:00");
  CHECK(to_iso_date("2023-12-28 15:43:35 +0700") == "2023-12-28T15:43:35+07:00");
  CHECK(to_iso_date("2023-12-28T15:43:35-05:00") == "2023-12-28T15:43:35-05:00");
  for (const char* other : {"", "28/12/2023", "2023-12", "2023-12-28T", "2023-12-28x",
                            "2023-12-28T15:43:35 giờ", "2023-12-28 15h43"}) {
    CHECK_FALSE(to_iso_date(other));
  }
}
