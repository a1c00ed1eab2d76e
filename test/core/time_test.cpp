#include "canary/core/time.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("a time is written and read back to the nanosecond") {
  const wall_time t{1'700'000'000'123'456'789ns};
  CHECK(format_rfc3339(t) == "2023-11-14T22:13:20.123456789Z");
  CHECK(parse_rfc3339("2023-11-14T22:13:20.123456789Z") == t);
  CHECK(format_rfc3339(wall_time{1'700'000'000s}) == "2023-11-14T22:13:20Z");
  CHECK(parse_rfc3339("2023-11-14T23:13:20.5+01:00") == wall_time{1'700'000'000'500ms});
  CHECK(format_rfc3339(wall_time{-1500ms}) == "1969-12-31T23:59:58.5Z");
}

TEST_CASE("the first and the last time that can be kept are written") {
  CHECK(format_rfc3339(wall_time::min()) == "1677-09-21T00:12:43.145224192Z");
  CHECK(format_rfc3339(wall_time::max()) == "2262-04-11T23:47:16.854775807Z");
}

TEST_CASE("what is no RFC 3339 time is not read") {
  for (const char* bad :
       {"", "2023", "2023-02-30T00:00:00Z", "2023-11-14T22:13:20", "2023-11-14T25:00:00Z", "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13:20.1234567890Z", "9999-01-01T00:00:00Z", "2023-11-14T22:13:20Zx"}) {
    CAPTURE(bad);
    CHECK(!parse_rfc3339(bad));
  }
}
