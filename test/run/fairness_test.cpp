// How scripts share the loop with each other and with everything else.

#include "run/ticking_rig.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// A timer that should expire at a fixed rate, and how late it did each time.
class punctual_timer {
 public:
  punctual_timer(canary::clock& time, nanoseconds rate, std::size_t count)
      : time_(time), rate_(rate), count_(count), timer_(time.make_timer()) {
    again();
  }
  /// Ascending.
  std::vector<nanoseconds> lateness() const {
    auto sorted = late_;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }

 private:
  void again() {
    const mono_time due = time_.mono() + rate_;
    timer_->start(due, [this, due] {
      late_.push_back(time_.mono() - due);
      if (late_.size() < count_) again();
    });
  }

  canary::clock& time_;
  nanoseconds rate_;
  std::size_t count_;
  std::vector<nanoseconds> late_;
  std::unique_ptr<timer> timer_;
};

// The engine asks at each native call whether to go on, so that time passes in this loop.
const char* const endless = "for (;;) Math.abs(1)";

}  // namespace

TEST_CASE("an endless script delays no timer by more than a slice, however many there are") {
  constexpr nanoseconds tick = 50us, slice = 2ms;
  script_bench compiler;
  for (const int scripts : {1, 10, 50}) {
    CAPTURE(scripts);
    boost::asio::io_context loop{1};
    ticking_clock time(loop, tick);
    pool_rig rig(compiler, loop, time, slice);
    for (int i = 0; i < scripts; ++i) rig.start(std::to_string(i), endless, 2s);
    punctual_timer timer(time, 5ms, 150);
    rig.run();
    const auto late = timer.lateness();
    REQUIRE(late.size() == 150);
    // A slice, and what is asked of the clock on the way round.
    CHECK(late.back() <= slice + 10 * tick);
    CHECK(rig.seen.ended.size() == static_cast<std::size_t>(scripts));
  }
}

TEST_CASE("endless scripts take turns, one slice each") {
  script_bench compiler;
  boost::asio::io_context loop{1};
  ticking_clock time(loop, 50us);
  pool_rig rig(compiler, loop, time, 2ms);
  for (int i = 0; i < 10; ++i) rig.start(std::to_string(i), endless, 1s);
  rig.run();
  REQUIRE(rig.seen.ended.size() == 10);
  const auto [least, most] =
      std::minmax_element(rig.seen.ended.begin(), rig.seen.ended.end(),
                          [](const auto& a, const auto& b) { return slices_of(a) < slices_of(b); });
  CHECK(slices_of(*least) > 30);
  CHECK(slices_of(*most) - slices_of(*least) <= 2);
  for (const auto& result : rig.seen.ended) {
    CHECK(to_string(result.record.cause.kind) == "timeout");
    CHECK(result.record.duration < 1s + 10 * 2ms * 2);
  }
}

TEST_CASE("scripts that are busy in unlike ways share the real clock's time, and a timer beside them is punctual") {
  const char* const busy[] = {"while (true) {}",
                              "for (;;) Math.abs(1)",
                              "for (var s = '';; s = s.length > 999 ? '' : s + 'x') {}",
                              "for (;;) [3, 1, 2].sort(function (a, b) { return a - b })",
                              "for (;;) JSON.parse(JSON.stringify({ a: [1, 2, { b: 'c' }] }))",
                              "for (;;) 'a1b2c3'.replace(/[0-9]/g, function (d) { return d + d })",
                              "for (;;) try { null.x } catch (e) {}",
                              "for (;;) (function f(n) { return n && f(n - 1) })(50)",
                              "var o = { get x() { return 1 } }; for (;;) o.x",
                              "for (;;) _.map([1, 2, 3], function (n) { return n * 2 })"};
  constexpr nanoseconds slice = 2ms;
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, slice);
  for (const char* source : busy) runs.start(source, source, 1200ms);
  punctual_timer timer(*bench.time, 5ms, 100);
  runs.run();
  REQUIRE(runs.seen.ended.size() == std::size(busy));
  std::uint64_t all = 0;
  for (const auto& result : runs.seen.ended) all += slices_of(result);
  const double average = static_cast<double>(all) / std::size(busy);
  for (const auto& result : runs.seen.ended) {
    CAPTURE(result.record.test, slices_of(result), average);
    CHECK(static_cast<double>(slices_of(result)) > average / 3);
    CHECK(static_cast<double>(slices_of(result)) < average * 3);
  }
  // Of ten scripts before it, a timer waits for one. Other programs take their share of the machine: hence the
  // median alone. Behind all ten it would be 20 ms.
  const auto late = timer.lateness();
  CAPTURE(late[50].count(), late.back().count());
  CHECK(late[50] < 4 * slice);
}

TEST_CASE("a script that sleeps goes on among those that spin") {
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, 2ms);
  for (int i = 0; i < 5; ++i) runs.start("spinning " + std::to_string(i), "while (true) {}", 2s);
  runs.start("sleeping", "for (var i = 0; i < 5; ++i) { std.time.sleep('10ms'); console.log(i) }", 2s);
  runs.run();
  REQUIRE(runs.seen.ended.size() == 6);
  const auto& slept = runs.seen.ended.front();
  CHECK(slept.record.test == "sleeping");
  CHECK(slept.record.status == run_status::passed);
  CHECK(slept.record.duration >= 50ms);
  CHECK(slices_of(slept) == 6);
  CHECK(runs.seen.lines == std::vector<std::string>{"0", "1", "2", "3", "4"});
}

TEST_CASE("short scripts that wait behind endless ones get their turn") {
  script_bench compiler;
  boost::asio::io_context loop{1};
  ticking_clock time(loop, 50us);
  pool_rig rig(compiler, loop, time, 2ms);
  for (int i = 0; i < 10; ++i) rig.start("endless " + std::to_string(i), endless, 1s);
  for (int i = 0; i < 30; ++i) rig.start("short " + std::to_string(i), "Math.abs(1)", 1s);
  rig.run();
  REQUIRE(rig.seen.ended.size() == 40);
  for (std::size_t i = 0; i < 30; ++i) CHECK(rig.seen.ended[i].record.test.starts_with("short"));
  // A turn to begin in, and the coroutine's own: twice round ten slices, and no more.
  for (std::size_t i = 0; i < 30; ++i) CHECK(rig.seen.ended[i].record.lateness < 2 * 10 * 3ms);
}
