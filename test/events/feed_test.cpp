#include "canary/events/feed.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::events;

namespace {

run_record run_of(std::string test, std::string cause = {}) {
  run_record r;
  r.test = std::move(test);
  r.cause.message = std::move(cause);
  return r;
}

}  // namespace

TEST_CASE("happenings are numbered from 1 in the order in which they are told") {
  virtual_clock time;
  feed told(time);
  CHECK(told.oldest() == told.next());
  told.tell(run_started{run_of("a")});
  time.advance(std::chrono::seconds{1});
  told.tell(state_changed{"b", schedule::test_state::up, schedule::test_state::down});
  told.tell(config_reloaded{});
  REQUIRE(told.oldest() == 1);
  REQUIRE(told.next() == 4);
  CHECK(told.at(1).test() == "a");
  CHECK(told.at(2).test() == "b");
  CHECK(told.at(3).test().empty());
  CHECK(told.at(2).at - told.at(1).at == std::chrono::seconds{1});
  for (std::uint64_t number = 1; number < 4; ++number) CHECK(told.at(number).number == number);
}

TEST_CASE("past the number that is kept the oldest are forgotten") {
  virtual_clock time;
  feed told(time, {.events = 3});
  for (const auto* name : {"a", "b", "c", "d", "e"}) told.tell(run_finished{run_of(name)});
  CHECK(told.oldest() == 3);
  CHECK(told.next() == 6);
  CHECK(told.at(3).test() == "c");
  CHECK(told.at(5).test() == "e");
}

TEST_CASE("long causes make a feed forget earlier, and never the newest") {
  virtual_clock time;
  feed told(time, {.events = 1000, .bytes = 100'000});
  for (int i = 0; i < 100; ++i) told.tell(run_finished{run_of("a", std::string(10'000, 'x'))});
  CHECK(told.next() - told.oldest() < 10);
  CHECK(told.next() - told.oldest() > 5);
  told.tell(run_finished{run_of("a", std::string(1'000'000, 'x'))});
  CHECK(told.next() - told.oldest() == 1);
  told.tell(run_finished{run_of("a")});
  CHECK(told.next() - told.oldest() == 1);
  told.tell(run_finished{run_of("a")});
  CHECK(told.next() - told.oldest() == 2);
}

TEST_CASE("two processes that were not started in the same millisecond have different eras") {
  virtual_clock time;
  const feed before(time);
  time.advance(std::chrono::milliseconds{1});
  CHECK(feed(time).era() == before.era() + 1);
}

TEST_CASE("the listener hears of each until it is taken away") {
  virtual_clock time;
  feed told(time);
  int heard = 0;
  told.when_told([&] { ++heard; });
  told.tell(config_reloaded{});
  told.tell(config_reloaded{});
  told.when_told(nullptr);
  told.tell(config_reloaded{});
  CHECK(heard == 2);
}
