#include "canary/core/byte_size.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("sizes are read in units of 1024 and of 1000") {
  struct row {
    const char* text;
    std::uint64_t expected;
  };
  const row rows[] = {{"0", 0},
                      {"0B", 0},
                      {"1B", 1},
                      {"64MiB", 64ull << 20},
                      {"10GiB", 10ull << 30},
                      {"2TiB", 2ull << 40},
                      {"1KiB", 1024},
                      {"1kB", 1000},
                      {"1.5GB", 1'500'000'000},
                      {"0.1kB", 100},
                      {"0.05kB", 50},
                      {"0.3MB", 300'000},
                      {".5KiB", 512},
                      {"1.9B", 1},
                      {"3mib", 3ull << 20},
                      {"18446744073709551615B", ~0ull},
                      {"16777215TiB", 16777215ull << 40}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto got = parse_byte_size(r.text);
    REQUIRE(got.has_value());
    CHECK(*got == r.expected);
  }
}

TEST_CASE("what is no size is refused with the reason") {
  struct row {
    const char* text;
    const char* expected;
  };
  const row rows[] = {{"", "empty"},
                      {"64", "its unit is missing, one of B, KiB"},
                      {"MiB", "a number is missing"},
                      {".MiB", "a number is missing"},
                      {"-1MiB", "a number is missing"},
                      {"1 MiB", "' MiB' is no unit"},
                      {"1MiBx", "'MiBx' is no unit"},
                      {"1e3B", "'e3B' is no unit"},
                      {"16777216TiB", "too large"},
                      {"18446744073709551616B", "too large"},
                      {"18446744073709551615.5KiB", "too large"},
                      {"99999999999999999999999999MiB", "too large"}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto got = parse_byte_size(r.text);
    REQUIRE(!got.has_value());
    CAPTURE(got.error().message);
    CHECK(got.error().message.find(r.expected) != std::string::npos);
  }
}

TEST_CASE("a size is written without a fraction, and read back the same") {
  struct row {
    std::uint64_t bytes;
    const char* expected;
  };
  const row rows[] = {{0, "0B"},
                      {1, "1B"},
                      {1000, "1000B"},
                      {1536, "1536B"},
                      {3ull << 19, "1536KiB"},
                      {64ull << 20, "64MiB"},
                      {10ull << 30, "10GiB"},
                      {5ull << 40, "5TiB"},
                      {~0ull, "18446744073709551615B"}};
  for (const auto& r : rows) {
    CAPTURE(r.expected);
    CHECK(format_byte_size(r.bytes) == r.expected);
    CHECK(parse_byte_size(r.expected).value() == r.bytes);
  }
}
