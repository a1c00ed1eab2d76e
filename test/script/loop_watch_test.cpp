#include "canary/script/loop_watch.hpp"

#include "canary/script/turns.hpp"

#include "support/catch.hpp"

#include <boost/asio/post.hpp>

#include <vector>

using namespace canary;
using namespace canary::script;
using namespace std::chrono_literals;

namespace {

/// Time that passes without the thread's doing: the system gave the processor to somebody else.
void preempt(virtual_clock& time, nanoseconds by) { time.advance(by); }

/// Counts how often the processor's clock is read.
class counting_clock final : public canary::clock {
 public:
  wall_time wall() const override { return time.wall(); }
  mono_time mono() const override { return time.mono(); }
  nanoseconds cpu() const override {
    ++reads;
    return time.cpu();
  }
  std::unique_ptr<timer> make_timer() override { return time.make_timer(); }
  virtual_clock time;
  mutable int reads = 0;
};

struct rig {
  virtual_clock time;
  turns scripts{time, 2ms};
  std::vector<hold> told;

  explicit rig(nanoseconds limit = 50ms) {
    scripts.watch().when_held(limit, [this](const hold& what) { told.push_back(what); });
  }

  /// A turn of `whose` that is busy for `computing`, after `work`.
  template <class Work>
  void turn(turn_account& whose, nanoseconds computing, Work work) {
    scripts.enqueue([&, computing, work] {
      scripts.watch().enter(whose);
      work();
      time.compute(computing);
    });
    scripts.run_slice();
  }
  void turn(turn_account& whose, nanoseconds computing) {
    turn(whose, computing, [] {});
  }
};

turn_account account_of(std::string test) { return {std::make_shared<const std::string>(std::move(test))}; }

}  // namespace

TEST_CASE("each script is charged for the CPU time of its own turns") {
  rig r;
  turn_account a = account_of("a"), b = account_of("b");
  r.turn(a, 3ms);
  r.time.compute(7ms);  // the daemon's own
  r.turn(b, 5ms);
  r.turn(a, 300us);
  CHECK(a.cpu == 3300us);
  CHECK(b.cpu == 5ms);
}

TEST_CASE("a turn is not charged for what others had of the processor meanwhile") {
  rig r;
  turn_account a = account_of("a");
  r.turn(a, 1ms, [&] { preempt(r.time, 400ms); });
  CHECK(a.cpu == 1ms);
  REQUIRE(r.told.size() == 1);
  CHECK(r.told[0].lasted == 401ms);
  CHECK(r.told[0].cpu == 1ms);
}

TEST_CASE("the turn that goes on is known before it ends, and an account that is left is charged no more") {
  rig r;
  turn_account a = account_of("a");
  r.turn(a, 0ms, [&] {
    r.time.compute(2ms);
    CHECK(r.scripts.watch().cpu_of_turn(r.time.mono()) == 2ms);
    r.scripts.watch().leave(a);
    r.time.compute(1ms);
  });
  CHECK(a.cpu == 0ms);
}

TEST_CASE("short turns do not read the processor's clock each") {
  counting_clock time;
  turns scripts(time, 2ms);
  turn_account a = account_of("a");
  for (int i = 0; i < 1000; ++i) {
    scripts.enqueue([&] {
      scripts.watch().enter(a);
      time.time.compute(10us);
    });
  }
  while (!scripts.empty()) scripts.run_slice();
  CHECK(a.cpu == 10ms);
  CHECK(time.reads <= 105);
}

TEST_CASE("what holds the loop for the limit or longer is told, by the name of its test") {
  rig r;
  turn_account a = account_of("a");
  r.turn(a, 49'999us);
  CHECK(r.told.empty());
  r.turn(a, 50ms);
  REQUIRE(r.told.size() == 1);
  CHECK(*r.told[0].test == "a");
  CHECK(r.told[0].lasted == 50ms);
  CHECK(r.told[0].cpu == 50ms);
  CHECK(r.told[0].stack.empty());
  r.scripts.enqueue([&] { r.time.compute(60ms); });  // of no test
  r.scripts.run_slice();
  REQUIRE(r.told.size() == 2);
  CHECK(!r.told[1].test);
}

TEST_CASE("where a script stands is asked once, and only where it is too late already") {
  rig r;
  turn_account a = account_of("a");
  std::vector<int> asked;
  const auto look = [&](int number) {
    r.scripts.watch().look(r.time.mono(), [&] {
      asked.push_back(number);
      return "place " + std::to_string(number);
    });
  };
  r.turn(a, 0ms, [&] {
    r.time.compute(30ms);
    look(1);
    r.time.compute(30ms);
    look(2);
    look(3);
  });
  CHECK(asked == std::vector{2});
  REQUIRE(r.told.size() == 1);
  CHECK(r.told[0].stack == "place 2");
  r.turn(a, 70ms);
  CHECK(r.told.at(1).stack.empty());
}

TEST_CASE("the longest hold is a handler's or a turn's, and is forgotten once it is taken") {
  rig r;
  boost::asio::io_context context;
  turn_account a = account_of("a");
  r.turn(a, 4ms);
  for (const nanoseconds busy : {1ms, 7ms, 2ms}) boost::asio::post(context, [&, busy] { r.time.compute(busy); });
  while (context.poll_one() > 0) {
  }
  CHECK(r.scripts.watch().take_longest() == 4ms);  // the loop did not know of those handlers
  for (const nanoseconds busy : {1ms, 7ms, 2ms}) boost::asio::post(context, [&, busy] { r.time.compute(busy); });
  context.restart();
  run_loop(context, r.scripts);
  CHECK(r.scripts.watch().take_longest() == 7ms);
  CHECK(r.scripts.watch().take_longest() == 0ms);
}

TEST_CASE("a handler that ends the loop's sleep is told apart from the sleep") {
  rig r;
  boost::asio::io_context context;
  boost::asio::post(context, [&] {
    r.time.advance(10s);  // so long did it wait
    r.time.compute(80ms);
  });
  run_loop(context, r.scripts);
  REQUIRE(r.told.size() == 1);
  CHECK(r.told[0].lasted == 80ms);
  CHECK(!r.told[0].test);
  CHECK(!r.told[0].cpu);
}
