// Runs out of turn, and the end of them all.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

TEST_CASE("a triggered run is out of turn and moves no due time") {
  scheduler_fixture f;
  f.runner.takes = 1s;
  f.load({f.named("a", 10s)});
  f.time.advance(4s);
  const auto id = f.tests->trigger("a");
  REQUIRE(id.has_value());
  CHECK(f.runner.orders.back().order.id == *id);
  CHECK(f.runner.orders.back().order.trigger == run_trigger::manual);
  f.time.advance(6s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 4s, 10s});
}

TEST_CASE("a paused test is not run, except when triggered") {
  scheduler_fixture f;
  auto a = f.named("a", 10s);
  a.paused = true;
  f.load({a});
  f.time.advance(1h);
  CHECK(f.runner.orders.empty());
  const auto view = f.tests->view("a");
  CHECK(view->state == test_state::paused);
  CHECK(!view->next_run_at);
  CHECK(f.tests->trigger("a").has_value());
  CHECK(f.runner.orders.size() == 1);
}

TEST_CASE("a trigger that cannot be followed says why") {
  scheduler_fixture f(1);
  f.load({f.named("a", 1h), f.named("b", 1h)});
  f.time.advance(1s);
  CHECK(f.tests->trigger("none").error().message == "there is no test named 'none'");
  CHECK(f.tests->trigger("a").error().message == "'a' is running already, and its concurrency is 'forbid'");
  CHECK(f.tests->trigger("b").error().message == "'b' waits already for other tests' runs to end");
  f.tests->drain();
  CHECK(f.tests->trigger("b").error().message == "'b' cannot be run: the daemon is shutting down");
  CHECK(f.seen.skipped.empty());
}

TEST_CASE("a trigger replaces where the test says so, and waits its turn where no place is free") {
  scheduler_fixture f(1);
  f.load({f.named("a", 1h, concurrency_policy::replace)});
  f.time.advance(1s);
  const auto id = f.tests->trigger("a");
  REQUIRE(id.has_value());
  CHECK(f.runner.stops.size() == 1);
  CHECK(f.tests->view("a")->queued == 1);
  f.time.advance(2s);
  f.runner.end_oldest();
  CHECK(f.runner.orders.back().order.id == *id);
  CHECK(f.runner.orders.back().order.lateness == 2s);
}

TEST_CASE("draining starts nothing more, forgets what waits, and lets runs go on") {
  scheduler_fixture f(1);
  f.load({f.named("a", 10s), f.named("b", 10s)});
  f.time.advance(1s);
  f.tests->drain();
  CHECK(f.tests->running() == 1);
  CHECK(f.tests->queued() == 0);
  CHECK(f.runner.stops.empty());
  CHECK(!f.time.next_expiry());
  CHECK(!f.tests->view("a")->next_run_at);
  f.runner.end_oldest();
  f.time.advance(1h);
  CHECK(f.runner.orders.size() == 1);
  CHECK(f.tests->running() == 0);
}

TEST_CASE("a reload while draining starts nothing either") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.tests->drain();
  f.load({f.named("a", 20s), f.named("b", 10s)});
  f.time.advance(1h);
  CHECK(f.runner.orders.empty());
  CHECK(f.tests->tests().size() == 2);
}

TEST_CASE("stop_all ends every run with the reason given, oldest first") {
  scheduler_fixture f;
  f.load({f.named("a", 1s, concurrency_policy::allow), f.named("b", 1s, concurrency_policy::allow)});
  f.time.advance(3s);
  f.tests->drain();
  f.tests->stop_all({failure_class::interrupted, "shutdown"});
  REQUIRE(f.runner.stops.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(f.runner.stops[i].first == f.runner.orders[i].order.id);
    CHECK(f.runner.stops[i].second == failure{failure_class::interrupted, "shutdown"});
  }
}

TEST_CASE("runs may outlive the scheduler") {
  scheduler_fixture f;
  f.load({f.named("a", 1s)});
  f.time.advance(0ns);
  f.tests.reset();
  f.runner.end_oldest();
  CHECK(!f.time.next_expiry());
}
