// Who goes behind whom. Pure: virtual time, no loop but where a coroutine is asked for.

#include "canary/script/stack.hpp"
#include "canary/script/supervisor.hpp"
#include "canary/script/turns.hpp"
#include "support/catch.hpp"

#include <map>
#include <vector>

using namespace canary;
using namespace canary::script;
using namespace std::chrono_literals;

namespace {

constexpr nanoseconds slice = 2ms;

struct queue_bench {
  virtual_clock time;
  turns queue{time, slice};
  std::string given;
  std::map<char, nanoseconds> had;

  void ask(char name, nanoseconds cost) {
    queue.enqueue([this, name, cost] { take(name, cost); });
  }
  /// Uses up each slice that it gets, for ever.
  void spin(char name) {
    queue.enqueue_behind([this, name] {
      take(name, slice);
      spin(name);
    });
  }
  /// Stands in the first queue again after each turn, for ever.
  void keep_asking(char name, nanoseconds cost) {
    queue.enqueue([this, name, cost] {
      take(name, cost);
      keep_asking(name, cost);
    });
  }

 private:
  void take(char name, nanoseconds cost) {
    given += name;
    had[name] += cost;
    time.advance(cost);
  }
};

}  // namespace

TEST_CASE("who has used up a slice waits for all who stood there before, and gets a slice for itself") {
  queue_bench b;
  b.ask('a', 100us);
  b.spin('X');
  b.ask('b', 100us);
  b.ask('c', 100us);
  b.queue.run_slice();
  CHECK(b.given == "a");  // and not X with what a left of the slice
  b.queue.run_slice();
  CHECK(b.given == "aX");
  b.queue.run_slice();
  CHECK(b.given == "aXbc");
  b.queue.run_slice();
  b.queue.run_slice();
  CHECK(b.given == "aXbcXX");
}

TEST_CASE("one who comes while many spin waits for one of them, and not for all") {
  for (const int spinners : {1, 10, 1000}) {
    CAPTURE(spinners);
    queue_bench b;
    for (int i = 0; i < spinners; ++i) b.spin('X');
    nanoseconds latest{};
    for (int i = 0; i < 500; ++i) {
      const mono_time asked = b.time.mono();
      bool served = false;
      b.queue.enqueue([&] {
        latest = std::max(latest, b.time.mono() - asked);
        b.time.advance(100us);
        served = true;
      });
      while (!served) b.queue.run_slice();
    }
    CHECK(latest == slice);
  }
}

TEST_CASE("those that spin share what is left among them, one slice each in turn") {
  queue_bench b;
  for (char name = 'A'; name <= 'J'; ++name) b.spin(name);
  b.keep_asking('a', 500us);
  for (int i = 0; i < 2000; ++i) b.queue.run_slice();
  for (char name = 'A'; name <= 'J'; ++name) {
    CAPTURE(name);
    CHECK(b.had[name] == 100 * slice);
  }
  CHECK(b.had['a'] == 1000 * 500us);
}

TEST_CASE("those that spin get their slice though there is always somebody new") {
  queue_bench b;
  b.spin('X');
  for (char name = 'a'; name <= 'z'; ++name) b.keep_asking(name, 1ms);
  for (int i = 0; i < 1400; ++i) b.queue.run_slice();
  // 26 turns of 1 ms, two to a slice, and then one of X.
  CHECK(b.had['X'] == 100 * slice);
  for (char name = 'a'; name <= 'z'; ++name) CHECK(b.had[name] == 100ms);
}

TEST_CASE("an exception from a turn loses nobody's place") {
  queue_bench b;
  b.queue.enqueue([] { throw std::runtime_error("a turn's"); });
  b.queue.enqueue_behind([] { throw std::runtime_error("another's"); });
  b.ask('a', 0ns);
  CHECK_THROWS_WITH(b.queue.run_slice(), "a turn's");
  CHECK_THROWS_WITH(b.queue.run_slice(), "another's");
  b.queue.run_slice();
  CHECK(b.given == "a");
  CHECK(b.queue.empty());
}

TEST_CASE("a script has used up its slice when its own turns make up one, however the time was cut") {
  const mono_time start{1s};
  share had;
  had.begin_turn(start);
  had.end_turn(start + 1ms);
  CHECK(!had.is_used_up(start + 1ms, slice));
  had.begin_turn(start + 1ms);
  had.end_turn(start + 2ms);
  CHECK(had.is_used_up(start + 2ms, slice));
  had.settle();
  CHECK(!had.is_used_up(start + 2ms, slice));
}

TEST_CASE("a script that waits sixteen times as long as it works is forgiven") {
  const mono_time start{1s};
  for (const nanoseconds worked : {nanoseconds{100us}, nanoseconds{1ms}, nanoseconds{50ms}}) {
    CAPTURE(worked.count());
    share had;
    mono_time now = start;
    for (int i = 0; i < 100; ++i) {
      had.begin_turn(now);
      had.end_turn(now += worked);
      now += 16 * worked;
      CHECK(!had.is_used_up(now, slice));
    }
  }
  share had;
  had.begin_turn(start);
  had.end_turn(start + 3ms);
  CHECK(had.is_used_up(start + 3ms, slice));
  CHECK(had.is_used_up(start + 3ms + 16 * 1ms, slice));
  CHECK(!had.is_used_up(start + 3ms + 16 * 3ms, slice));
}

namespace {

/// Scripts as coroutines under supervisors, with a clock that only they advance.
struct script_loop {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue{time, slice};
  std::vector<std::unique_ptr<interrupter>> stops;
  std::map<std::string, nanoseconds> had;
  std::map<std::string, std::vector<nanoseconds>> waited;

  void spawn(std::function<void(supervisor&)> work) {
    stops.push_back(std::make_unique<interrupter>());
    boost::asio::spawn(
        loop, std::allocator_arg, stack_allocator(std::make_shared<stack_pool>()),
        [this, &stop = *stops.back(), work = std::move(work)](boost::asio::yield_context yield) {
          queue.wait(yield);
          supervisor watch(time, queue, stop, yield, time.mono() + 1h, 1h);
          work(watch);
        },
        [](std::exception_ptr thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
  }

  /// Works until `until` in steps of 50 µs, and sleeps for nothing after each `rest` of them: a trick to stand in the
  /// first queue, unless `rest` is 0.
  void spin(const std::string& name, mono_time until, int rest = 0) {
    spawn([this, name, until, rest](supervisor& watch) {
      for (int step = 1; time.mono() < until; ++step) {
        time.advance(50us);
        had[name] += 50us;
        watch.should_end();
        if (rest > 0 && step % rest == 0) watch.sleep(0ns);
      }
    });
  }

  /// Waits for something that comes at once, and notes how long it then waits for its turn; at most so often, lest time
  /// stand still where nobody else gets a turn.
  void keep_waiting(const std::string& name, mono_time until) {
    spawn([this, name, until](supervisor& watch) {
      for (int i = 0; i < 100'000 && time.mono() < until; ++i) {
        mono_time came{};
        watch.suspended([&](boost::asio::yield_context yield) {
          boost::asio::post(loop, yield);
          came = time.mono();
          return 0;
        });
        waited[name].push_back(time.mono() - came);
      }
    });
  }
};

}  // namespace

TEST_CASE("a script that what it waited for has come for waits for one of those that spin") {
  script_loop b;
  const mono_time until = b.time.mono() + 1s;
  for (int i = 0; i < 10; ++i) b.spin("spinning " + std::to_string(i), until);
  b.keep_waiting("waiting", until);
  run_loop(b.loop, b.queue);
  const auto& waited = b.waited["waiting"];
  CHECK(waited.size() > 400);
  // At the start alone are those that spin among the others.
  CHECK(*std::max_element(waited.begin() + 10, waited.end()) <= slice);
  for (int i = 0; i < 10; ++i) {
    const nanoseconds had = b.had["spinning " + std::to_string(i)];
    CAPTURE(i, had.count());
    CHECK(had > 90ms);
    CHECK(had < 110ms);
  }
}

TEST_CASE("sleeping for nothing shortly before the slice is used up wins no place") {
  script_loop b;
  const mono_time until = b.time.mono() + 1s;
  for (int i = 0; i < 5; ++i) b.spin("spinning " + std::to_string(i), until);
  for (int i = 0; i < 5; ++i) b.spin("tricking " + std::to_string(i), until, 39);
  b.keep_waiting("waiting", until);
  run_loop(b.loop, b.queue);
  const auto& waited = b.waited["waiting"];
  REQUIRE(waited.size() > 100);
  CHECK(*std::max_element(waited.begin() + 10, waited.end()) <= slice);
  for (const auto& [name, had] : b.had) {
    CAPTURE(name, had.count());
    CHECK(had > 80ms);
    CHECK(had < 120ms);
  }
}

TEST_CASE("native code that cannot be ended gives way when its script is over, too") {
  script_loop b;
  const mono_time until = b.time.mono() + 1s;
  b.spawn([&](supervisor& watch) {
    watch.stop().stop({failure_class::interrupted, "enough"});
    while (b.time.mono() < until) {
      b.time.advance(50us);
      CHECK(watch.give_way());
    }
  });
  b.keep_waiting("waiting", until);
  run_loop(b.loop, b.queue);
  const auto& waited = b.waited["waiting"];
  REQUIRE(waited.size() > 400);
  CHECK(*std::max_element(waited.begin(), waited.end()) <= slice);
}
