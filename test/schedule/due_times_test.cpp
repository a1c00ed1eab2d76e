#include "canary/schedule/due_times.hpp"

#include "support/catch.hpp"

#include <random>

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

TEST_CASE("the first due time is the start itself, and nothing is due before it") {
  const mono_time start{5s};
  due_times due(start, 10s);
  CHECK(due.next() == start);
  CHECK(!due.take(start - 1ns));
  CHECK(due.take(start) == due_times::taken{start, 0});
  CHECK(!due.take(start));
  CHECK(due.next() == start + 10s);
}

TEST_CASE("over 24 hours, due times are multiples of the frequency however late each is taken") {
  std::mt19937_64 random{42};
  const nanoseconds frequencies[] = {1ms, 7ms, 100ms, 333'333'333ns, 1s, 1500ms, 7s,
                                     10s, 59s, 1min,  10min,         1h, 5h,     24h};
  for (const nanoseconds frequency : frequencies) {
    CAPTURE(frequency.count());
    const mono_time start{nanoseconds{static_cast<std::int64_t>(random() % 1'000'000'000)}};
    due_times due(start, frequency);
    const auto count = std::min<std::int64_t>(24h / frequency, 100'000);
    for (std::int64_t n = 0; n < count; ++n) {
      const mono_time expected = start + n * frequency;
      REQUIRE(due.next() == expected);
      const nanoseconds late{static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(frequency.count()))};
      REQUIRE(due.take(expected + late) == due_times::taken{expected, 0});
    }
  }
}

TEST_CASE("after an absence the newest due time is taken, the others are missed, and the phase stays") {
  struct row {
    nanoseconds absent;
    nanoseconds due;
    std::uint64_t missed;
  };
  const row rows[] = {{0s, 0s, 0}, {9999ms, 0s, 0}, {10s, 10s, 1}, {19s, 10s, 1}, {35s, 30s, 3}, {24h, 24h, 8640}};
  for (const auto& r : rows) {
    CAPTURE(r.absent.count());
    due_times due(mono_time{1s}, 10s);
    CHECK(due.take(mono_time{1s} + r.absent) == due_times::taken{mono_time{1s} + r.due, r.missed});
    CHECK(due.next() == mono_time{1s} + r.due + 10s);
  }
}

TEST_CASE("taken and missed together are all that were due, at whatever moments one looks") {
  std::mt19937_64 random{7};
  for (int round = 0; round < 200; ++round) {
    const nanoseconds frequency{static_cast<std::int64_t>(1 + random() % 5'000'000'000)};
    const mono_time start{nanoseconds{static_cast<std::int64_t>(random() % 1'000'000'000'000)}};
    CAPTURE(frequency.count(), start.time_since_epoch().count());
    due_times due(start, frequency);
    mono_time now = start;
    std::uint64_t seen = 0;
    for (int step = 0; step < 100; ++step) {
      if (const auto t = due.take(now)) {
        seen += 1 + t->missed;
        REQUIRE(t->due <= now);
        REQUIRE(now - t->due < frequency);
      }
      REQUIRE(seen == static_cast<std::uint64_t>((now - start) / frequency) + 1);
      REQUIRE(due.next() > now);
      now += nanoseconds{static_cast<std::int64_t>(random() % 20'000'000'000)};
    }
  }
}

TEST_CASE("a frequency that reaches past the end of time is due once") {
  due_times due(mono_time{1s}, nanoseconds::max());
  CHECK(due.take(mono_time{1s}) == due_times::taken{mono_time{1s}, 0});
  CHECK(due.next() == mono_time::max());
  CHECK(!due.take(mono_time::max()));
}
