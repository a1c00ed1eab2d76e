// Runs that meet: concurrency, places, fairness.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

using skips = std::map<std::string, std::uint64_t>;

TEST_CASE("forbid skips and counts while the earlier run goes on") {
  scheduler_fixture f;
  f.runner.takes = 25s;
  f.load({f.named("a", 10s)});
  f.time.advance(60s);
  CHECK(f.ordered("a") == std::vector<nanoseconds>{0s, 30s, 60s});
  CHECK(f.seen.skipped == skips{{"a still_running", 4}});
  CHECK(f.tests->view("a")->skipped == 4);
}

TEST_CASE("allow lets them go on side by side") {
  scheduler_fixture f;
  f.load({f.named("a", 10s, concurrency_policy::allow)});
  f.time.advance(50s);
  CHECK(f.tests->running() == 6);
  f.store_starts();
  const auto view = f.tests->view("a");
  REQUIRE(view->running.size() == 6);
  CHECK(std::is_sorted(view->running.begin(), view->running.end()));
  CHECK(f.seen.skipped.empty());
  CHECK(f.runner.stops.empty());
}

TEST_CASE("replace tells the earlier run to stop and does not wait for its end") {
  scheduler_fixture f;
  f.load({f.named("a", 10s, concurrency_policy::replace)});
  f.time.advance(10s);
  REQUIRE(f.ordered("a") == std::vector<nanoseconds>{0s, 10s});
  REQUIRE(f.runner.stops.size() == 1);
  CHECK(f.runner.stops[0].first == f.runner.orders[0].order.id);
  CHECK(f.runner.stops[0].second == failure{failure_class::interrupted, "replaced by a newer run"});
  f.store_starts();
  CHECK(f.tests->view("a")->running.size() == 2);
  f.runner.end(f.runner.orders[0].order.id, run_status::interrupted);
  CHECK(f.tests->view("a")->running == std::vector{f.runner.orders[1].order.id});
  CHECK(f.seen.skipped.empty());
}

TEST_CASE("where all places are taken, replace frees the earlier run's for whoever is next") {
  scheduler_fixture f(1);
  f.runner.ends_when_stopped = true;
  f.load({f.named("a", 10s, concurrency_policy::replace)});
  f.time.advance(100s);
  CHECK(f.ordered("a").size() == 11);
  CHECK(f.runner.stops.size() == 10);
  CHECK(f.tests->running() == 1);
  CHECK(f.tests->queued() == 0);
}

TEST_CASE("never more run than there are places, and lateness holds the wait") {
  scheduler_fixture f(2);
  f.load({f.named("a", 1h), f.named("b", 1h), f.named("c", 1h), f.named("d", 1h)});
  f.time.advance(3s);
  CHECK(f.tests->running() == 2);
  CHECK(f.tests->queued() == 2);
  CHECK(f.tests->view("c")->queued == 1);
  f.runner.end_oldest();
  CHECK(f.tests->running() == 2);
  CHECK(f.runner.orders.back().order.what->name == "c");
  CHECK(f.runner.orders.back().order.lateness == 3s);
  f.time.advance(2s);
  f.runner.end_oldest();
  CHECK(f.runner.orders.back().order.lateness == 5s);
  CHECK(f.tests->queued() == 0);
  CHECK(f.lateness() == std::vector<nanoseconds>{0s, 0s, 3s, 5s});
}

TEST_CASE("a test that allows overlap and is always due cannot starve the others") {
  scheduler_fixture f(4);
  f.runner.takes = 1s;
  std::vector<test> all{f.named("greedy", 1ms, concurrency_policy::allow)};
  for (int i = 0; i < 10; ++i) all.push_back(f.named("t" + std::to_string(i), 10s));
  f.load(all);
  f.time.advance(2min);
  for (int i = 0; i < 10; ++i) {
    CAPTURE(i);
    CHECK(f.ordered("t" + std::to_string(i)).size() >= 11);
  }
  CHECK(f.seen.skipped.size() == 1);
  CHECK(f.seen.skipped["greedy queue_full"] > 0);
  CHECK(f.tests->view("greedy")->queued <= 100);
  CHECK(f.runner.going() == 4);
}

TEST_CASE("a test that forbids overlap waits with one run at most") {
  scheduler_fixture f(1);
  f.load({f.named("hog", 1h), f.named("a", 1s)});
  f.time.advance(10s);
  CHECK(f.tests->queued() == 1);
  CHECK(f.seen.skipped == skips{{"a queue_full", 10}});
  f.runner.end_oldest();
  CHECK(f.runner.orders.back().order.lateness == 10s);
}

TEST_CASE("ten thousand tests due at once all run, a thousand at a time") {
  scheduler_fixture f;
  std::vector<test> all;
  for (int i = 0; i < 10'000; ++i) all.push_back(f.named("t" + std::to_string(i), 1h));
  f.load(all);
  f.time.advance(0ns);
  CHECK(f.tests->running() == 1000);
  CHECK(f.tests->queued() == 9000);
  while (f.runner.going() > 0) f.runner.end_oldest();
  REQUIRE(f.runner.orders.size() == 10'000);
  for (std::size_t i = 0; i < all.size(); ++i) REQUIRE(f.runner.orders[i].order.what->name == all[i].name);
  CHECK(f.tests->running() == 0);
}
