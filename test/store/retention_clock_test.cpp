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
  CHECK(dates.date(noon, start) == retention_date(noon));
  CHECK(dates.date(noon + 1min, start + 1min) == retention_date(noon + 1min));
  CHECK(dates.date(noon + 5min, start + 2min).date == noon + 5min);  // a correction
  CHECK(dates.date(noon - 3h, start + 3min).date == noon - 3h);      // set back
  CHECK(dates.date(noon - 2h, start + 63min).date == noon - 2h);
  CHECK(dates.date(noon - 2h + 1min, start + 64min).doubted_for == nanoseconds{});
}

TEST_CASE(
    "a clock that is a day or a year ahead is believed when it has been for a day, and forgotten when it is right "
    "again") {
  const std::chrono::hours ahead = GENERATE(24h, 365 * 24h);
  CAPTURE(ahead.count());
  retention_clock dates({});
  dates.date(noon, start);
  for (auto passed = 1min; passed < 24h; passed += 1min) {
    const retention_date date = dates.date(noon + ahead + passed, start + passed);
    REQUIRE(date.date == noon + passed);
    REQUIRE(date.doubted_for > nanoseconds{});
  }
  SECTION("it is right after all") {
    CHECK(dates.date(noon + ahead + 25h, start + 25h) == retention_date(noon + ahead + 25h));
  }
  SECTION("it is set right") {
    CHECK(dates.date(noon + 24h, start + 24h) == retention_date(noon + 24h));
    CHECK(dates.date(noon + ahead + 25h, start + 25h).date == noon + 25h);
  }
}

TEST_CASE("a start expects the date that is remembered") {
  retention_clock dates(retention_date{noon});
  CHECK(dates.date(noon + 10min, start).date == noon + 10min);
  retention_clock after_holidays(retention_date{noon});
  CHECK(after_holidays.date(noon + 14 * 24h, start).date == noon);
  CHECK(after_holidays.date(noon + 15 * 24h, start + 24h).date == noon + 15 * 24h);
  retention_clock behind(retention_date{noon});
  CHECK(behind.date(noon - 365 * 24h, start).date == noon - 365 * 24h);
}

TEST_CASE("what a clock was doubted for before a start counts after it") {
  retention_clock first(retention_date{noon});
  retention_date last = first.date(noon + 365 * 24h, start);
  last = first.date(noon + 365 * 24h + 20h, start + 20h);
  CHECK(last.date == noon + 20h);
  retention_clock next(last);
  CHECK(next.date(noon + 365 * 24h + 30h, start + 1h).date == noon + 20h);
  CHECK(next.date(noon + 365 * 24h + 32h, start + 3h).date == noon + 22h);
  CHECK(next.date(noon + 365 * 24h + 35h, start + 6h) == retention_date(noon + 365 * 24h + 35h));
}
