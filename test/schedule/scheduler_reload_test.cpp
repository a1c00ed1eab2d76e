// Reloads: what stays, what starts anew, what goes.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

TEST_CASE("a reload leaves the due times and runs of unchanged tests alone, wherever they stand in the file") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(4s);
  auto moved = f.named("a", 10s);
  moved.config_line = 7;
  moved.config_file = "elsewhere.js";
  f.load({f.named("b", 1h), moved});
  CHECK(f.tests->view("a")->definition->config_line == 7);
  CHECK(f.tests->running() == 1);
  f.time.advance(1s);
  f.runner.end_oldest();
  f.time.advance(15s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 10s});
  CHECK(f.ordered("b") == std::vector<nanoseconds>{4s});
  CHECK(f.tests->tests().at(1)->name == "a");
}

TEST_CASE("a changed test starts anew and keeps its outcomes") {
  scheduler_fixture f;
  f.runner.takes = 1s;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->outcome_stored(f.outcome("a", run_status::passed));
  f.time.advance(3s);
  f.load({f.named("a", 3s)});
  f.time.advance(7s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 4s, 7s, 10s});
  CHECK(f.tests->view("a")->state == test_state::up);
  CHECK(f.tests->view("a")->recent.size() == 1);
}

TEST_CASE("a changed test's earlier run goes on, and counts for its concurrency") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  auto changed = f.named("a", 10s);
  changed.source = "another";
  f.load({changed});
  f.time.advance(1s);
  CHECK(f.ordered("a").size() == 1);
  CHECK(f.seen.skipped["a still_running"] == 1);
  f.runner.end_oldest();
  f.time.advance(9s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 11s});
  CHECK(f.runner.orders.back().order.what->source == "another");
}

TEST_CASE("a removed test is ordered no more, and the late end of its run is nobody's trouble") {
  scheduler_fixture f(1);
  f.load({f.named("a", 10s), f.named("b", 10s), f.named("c", 10s)});
  f.time.advance(1s);
  CHECK(f.tests->queued() == 2);
  f.load({f.named("c", 10s)});
  CHECK(f.tests->queued() == 1);
  CHECK(!f.tests->view("a"));
  CHECK(!f.tests->view("b"));
  CHECK(f.tests->running() == 1);
  CHECK(f.runner.stops.empty());
  f.runner.end_oldest();
  CHECK(f.runner.orders.back().order.what->name == "c");
  f.tests->outcome_stored(f.outcome("a", run_status::failed));
  f.time.advance(1min);
  CHECK(f.ordered("a").size() == 1);
  CHECK(f.ordered("b").empty());
  CHECK(f.seen.turns.empty());
}

TEST_CASE("a removed test is ordered no more even while its run goes on") {
  scheduler_fixture f;
  f.load({f.named("a", 10s, concurrency_policy::allow)});
  f.time.advance(1s);
  f.load({});
  f.time.advance(1min);
  CHECK(f.ordered("a").size() == 1);
  CHECK(f.tests->running() == 1);
}

TEST_CASE("a test that comes back while its run goes on knows that run") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.load({});
  CHECK(f.tests->totals().at(test_state::unknown) == 0);
  f.time.advance(1s);
  f.load({f.named("a", 10s)});
  f.store_starts();
  CHECK(f.tests->view("a")->running.size() == 1);
  f.time.advance(1s);
  CHECK(f.seen.skipped["a still_running"] == 1);
  f.runner.end_oldest();
  f.time.advance(9s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 12s});
  f.load({});
  f.load({f.named("a", 10s)});
  f.store_starts();
  CHECK(f.tests->view("a")->running.size() == 1);
}

TEST_CASE("pausing by reload cancels what is due and what waits; resuming runs at once") {
  scheduler_fixture f(1);
  auto paused = f.named("a", 10s);
  paused.paused = true;
  f.load({f.named("hog", 1h), f.named("a", 10s)});
  f.time.advance(1s);
  CHECK(f.tests->queued() == 1);
  f.load({f.named("hog", 1h), paused});
  CHECK(f.tests->queued() == 0);
  f.runner.end_oldest();
  f.time.advance(1min);
  CHECK(f.ordered("a").empty());
  f.load({f.named("hog", 1h), f.named("a", 10s)});
  f.time.advance(0ns);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{61s});
  CHECK(f.seen.turns == std::vector<std::string>{"a unknown paused", "a paused unknown"});
}

TEST_CASE("runs that waited side by side do not all start once overlap is forbidden") {
  scheduler_fixture f(2);
  f.load({f.named("hog", 1h), f.named("hog2", 1h), f.named("a", 1s, concurrency_policy::allow)});
  f.time.advance(3s);
  CHECK(f.tests->queued() == 4);
  f.load({f.named("hog", 1h), f.named("hog2", 1h), f.named("a", 1h)});
  f.runner.end_oldest();
  f.store_starts();
  CHECK(f.tests->view("a")->running.size() == 1);
  f.runner.end_oldest();
  f.store_starts();
  CHECK(f.tests->view("a")->running.size() == 1);
  CHECK(f.tests->queued() == 0);
  CHECK(f.tests->running() == 1);
  CHECK(f.seen.skipped["a still_running"] == 3);
}
