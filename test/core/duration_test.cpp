#include "canary/core/duration.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("durations are read as Go reads them") {
  struct row {
    const char* text;
    nanoseconds expected;
  };
  const row rows[] = {
      {"0", 0ns},           {"10m", 10min}, {"1h30m", 90min},         {"250ms", 250ms}, {"1.5s", 1500ms},
      {"-2s", -2s},         {"+3h", 3h},    {".5s", 500ms},           {"1us", 1us},     {"1\u00b5s", 1us},
      {"1\u03bcs", 1us},    {"7ns", 7ns},   {"1h1m1s1ms", 3661001ms}, {"2d", 48h},      {"1w", 168h},
      {"0.000000001s", 1ns}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto got = parse_duration(r.text);
    REQUIRE(got);
    CHECK(*got == r.expected);
  }
}

TEST_CASE("what is no duration is refused with the reason") {
  struct row {
    const char* text;
    const char* expected;
  };
  const row rows[] = {{"", "empty"},
                      {"-", "empty"},
                      {"10", "unit is missing"},
                      {"ms", "number is missing"},
                      {"10 m", "' m' is no unit"},
                      {"1x", "'x' is no unit"},
                      {"9999999999h", "too long"},
                      {"1.2.3s", "unit is missing"},
                      {"99999999999999999999s", "too long"}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto got = parse_duration(r.text);
    REQUIRE(!got);
    CAPTURE(got.error().message);
    CHECK(got.error().message.find(r.expected) != std::string::npos);
  }
}

TEST_CASE("durations are written as Go writes them, and read back the same") {
  struct row {
    nanoseconds value;
    const char* expected;
  };
  const row rows[] = {{0ns, "0s"},
                      {1ns, "1ns"},
                      {1500ns, "1.5\u00b5s"},
                      {250ms, "250ms"},
                      {90min, "1h30m0s"},
                      {1500ms, "1.5s"},
                      {-2s, "-2s"},
                      {61s, "1m1s"},
                      {1h, "1h0m0s"},
                      {nanoseconds::max(), "2562047h47m16.854775807s"},
                      {nanoseconds::min(), "-2562047h47m16.854775808s"}};
  for (const auto& r : rows) {
    CAPTURE(r.expected);
    CHECK(format_duration(r.value) == r.expected);
    CHECK(parse_duration(r.expected).value() == r.value);
  }
}
