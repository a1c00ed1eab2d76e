// The fixed rate: due exactly when due, whatever the runs, the date and the loop do.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

namespace {

std::vector<nanoseconds> multiples(nanoseconds frequency, nanoseconds until) {
  std::vector<nanoseconds> all;
  for (nanoseconds t{0}; t <= until; t += frequency) all.push_back(t);
  return all;
}

}  // namespace

TEST_CASE("over 24 hours each run begins exactly when due, whatever its runs take") {
  struct row {
    nanoseconds frequency, takes;
  };
  const row rows[] = {{1s, 1ms},        {1s, 999ms}, {7s, 6s},    {10s, 0s},
                      {1500ms, 1499ms}, {1min, 30s}, {1h, 59min}, {24h, 1h}};
  for (const auto& r : rows) {
    CAPTURE(r.frequency.count(), r.takes.count());
    scheduler_fixture f;
    f.runner.takes = r.takes;
    f.load({f.named("a", r.frequency)});
    f.time.advance(24h);
    CHECK(f.ordered("a") == multiples(r.frequency, 24h));
    CHECK(f.seen.skipped.empty());
    const auto lateness = f.lateness();
    CHECK(std::all_of(lateness.begin(), lateness.end(), [](auto late) { return late == 0ns; }));
  }
}

TEST_CASE("many tests keep their own rates side by side") {
  scheduler_fixture f;
  f.runner.takes = 300ms;
  std::vector<test> all;
  for (int i = 1; i <= 40; ++i) all.push_back(f.named("t" + std::to_string(i), i * 777ms));
  f.load(all);
  f.time.advance(30min);
  for (const auto& t : all) {
    CAPTURE(t.name);
    CHECK(f.ordered(t.name) == multiples(t.frequency, 30min));
  }
}

TEST_CASE("the first run is at once, and not from within load") {
  scheduler_fixture f;
  f.load({f.named("a", 1h), f.named("b", 1h)});
  CHECK(f.runner.orders.empty());
  f.time.advance(0ns);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0ns});
  CHECK(f.ordered("b") == std::vector<nanoseconds>{0ns});
  CHECK(f.runner.orders[0].order.trigger == run_trigger::schedule);
}

TEST_CASE("setting the date, forwards or back, moves no run") {
  scheduler_fixture f;
  f.runner.takes = 1s;
  f.load({f.named("a", 10s)});
  for (const nanoseconds step : {nanoseconds{24h}, nanoseconds{-72h}, nanoseconds{1s}, nanoseconds{-365 * 24h}}) {
    f.time.advance(15s);
    f.time.step_wall(step);
    CHECK(f.tests->view("a")->next_run_at == f.time.wall() + (10s - (f.time.mono() - f.start) % 10s));
  }
  f.time.advance(24h - 60s);
  CHECK(f.ordered("a") == multiples(10s, 24h));
  CHECK(f.seen.skipped.empty());
  for (const auto late : f.lateness()) REQUIRE(late == 0ns);
}

namespace {

/// A clock whose loop turns when the test says so: `absent` passes before any timer is looked at.
class lagging_clock final : public clock {
 public:
  explicit lagging_clock(virtual_clock& time) : time_(time) {}
  wall_time wall() const override { return time_.wall() + lag; }
  mono_time mono() const override { return time_.mono() + lag; }
  nanoseconds cpu() const override { return time_.cpu(); }
  std::unique_ptr<timer> make_timer() override { return time_.make_timer(); }
  nanoseconds lag{};

 private:
  virtual_clock& time_;
};

}  // namespace

TEST_CASE("a loop that comes late tells by how much, makes up for the newest due time only, and keeps the phase") {
  scheduler_fixture f;
  lagging_clock late(f.time);
  f.tests = create_scheduler(late, f.runner, f.ids, f.seen, {});
  f.load({f.named("a", 10s, concurrency_policy::allow)});
  f.time.advance(0ns);
  late.lag = 2ms;
  f.time.advance(10s);
  CHECK(f.runner.orders.back().order.lateness == 2ms);
  late.lag = 35s;  // at 20 s the loop looks again, and it is 55 s
  f.time.advance(10s);
  REQUIRE(f.runner.orders.size() == 3);
  CHECK(f.runner.orders.back().order.lateness == 5s);
  CHECK(f.lateness() == std::vector<nanoseconds>{0ns, 2ms, 5s});
  CHECK(f.seen.skipped == std::map<std::string, std::uint64_t>{{"a missed", 3}});
  CHECK(f.tests->view("a")->skipped == 3);
  late.lag = 0ns;
  f.time.advance(40s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 10s, 20s, 60s});
}

TEST_CASE("a frequency of centuries runs once and has no next date") {
  scheduler_fixture f;
  f.load({f.named("a", nanoseconds::max())});
  f.time.advance(24h);
  CHECK(f.ordered("a").size() == 1);
  CHECK(!f.tests->view("a")->next_run_at);
}
