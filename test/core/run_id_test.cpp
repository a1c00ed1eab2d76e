#include "canary/core/run_id.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("ids ascend within a millisecond and while the clock is set back") {
  run_id_generator generator;
  wall_time now{1'700'000'000s};
  run_id last = generator.next(now);
  for (int i = 0; i < 400'000; ++i) {
    if (i == 200'000) now -= 1h;
    const run_id id = generator.next(now);
    REQUIRE(last < id);
    last = id;
  }
}

TEST_CASE("an id tells its version, its variant and its time") {
  run_id_generator generator;
  const run_id id = generator.next(wall_time{1'700'000'000'123ms});
  CHECK(id.bytes[6] >> 4 == 7);
  CHECK(id.bytes[8] >> 6 == 2);
  CHECK(id.time() == wall_time{1'700'000'000'123ms});
  CHECK(run_id::floor(wall_time{1'700'000'000'123ms}) < id);
  CHECK(id < run_id::floor(wall_time{1'700'000'000'124ms}));
}

TEST_CASE("an id that nobody has made has a time nevertheless") {
  CHECK(run_id{}.time() == wall_time{});
  CHECK(run_id::parse("ffffffff-ffff-ffff-ffff-ffffffffffff")->time() == wall_time::max());
}

TEST_CASE("an id is read back from its text, and nothing else is an id") {
  run_id_generator generator;
  const run_id id = generator.next(wall_time{1'700'000'000s});
  CHECK(id.text().size() == 36);
  CHECK(run_id::parse(id.text()) == id);
  for (const char* bad : {"", "x", "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e5", "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e5g",
                          "0193a7c005e1c-7a3b-9d2e-1f6c0b7a8e55"}) {
    CAPTURE(bad);
    CHECK(!run_id::parse(bad));
  }
}

TEST_CASE("ids ascend from one process to the next, though the clock was set back between") {
  const wall_time now{1'700'000'000s};
  run_id_generator first;
  const run_id newest = first.next(now + 2h);
  run_id_generator second;
  second.follow(newest, now);
  run_id last = newest;
  for (int i = 0; i < 1000; ++i) {
    const run_id id = second.next(now + i * 1ms);
    REQUIRE(last < id);
    last = id;
  }
  CHECK(last.time() < now + 2h + 1s);
  CHECK(second.next(now + 3h).time() == now + 3h);
}

TEST_CASE("an id from a time that cannot be is not followed") {
  const wall_time now{1'700'000'000s};
  run_id_generator ids;
  ids.follow(*run_id::parse("ffffffff-ffff-7fff-bfff-ffffffffffff"), now);
  ids.follow(run_id::floor(now + 24h * 400), now);
  CHECK(ids.next(now).time() == now);
}
