#include "canary/store/retention_clock.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::store;
using namespace std::chrono_literals;

namespace {
constexpr wall_time noon{std::chrono::seconds{1'700'000'000}};
constexpr mono_time start{};
}  // namespace

TEST_CASE("retention goes by the clock while that goes on as clocks do") {
  retention_clock dates({});
  CHECK(dates.date(noon, start) == noon);
  CHECK(dates.date(noon + 1min, start + 1min) == noon + 1min);
  CHECK(dates.date(noon + 5min, start + 2min) == noon + 5min);  // a correction
  CHECK(dates.date(noon - 3h, start + 3min) == noon - 3h);      // set back
  CHECK(dates.date(noon - 2h, start + 63min) == noon - 2h);
  CHECK(!dates.doubts());
}

TEST_CASE(
    "a clock that is a day or a year ahead is believed when it has been for a day, and forgotten when it is right "
    "again") {
  const std::chrono::hours ahead = GENERATE(24h, 365 * 24h);
  CAPTURE(ahead.count());
  retention_clock dates({});
  dates.date(noon, start);
  for (auto passed = 1min; passed < 24h; passed += 1min) {
    REQUIRE(dates.date(noon + ahead + passed, start + passed) == noon + passed);
    REQUIRE(dates.doubts());
  }
  SECTION("it is right after all") {
    CHECK(dates.date(noon + ahead + 25h, start + 25h) == noon + ahead + 25h);
    CHECK(!dates.doubts());
  }
  SECTION("it is set right") {
    CHECK(dates.date(noon + 24h, start + 24h) == noon + 24h);
    CHECK(!dates.doubts());
    CHECK(dates.date(noon + ahead + 25h, start + 25h) == noon + 25h);
  }
}

TEST_CASE("a start expects the date of the newest run") {
  retention_clock dates(noon);
  CHECK(dates.date(noon + 10min, start) == noon + 10min);
  retention_clock after_holidays(noon);
  CHECK(after_holidays.date(noon + 14 * 24h, start) == noon);
  CHECK(after_holidays.date(noon + 15 * 24h, start + 24h) == noon + 15 * 24h);
  retention_clock behind(noon);
  CHECK(behind.date(noon - 365 * 24h, start) == noon - 365 * 24h);
}
