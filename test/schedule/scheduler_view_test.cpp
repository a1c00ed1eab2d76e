// What the scheduler tells of its tests.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

TEST_CASE("durable outcomes turn the state once each way, and the totals follow") {
  scheduler_fixture f;
  f.load({f.named("a", 1h), f.named("b", 1h)});
  using totals = std::map<test_state, std::size_t>;
  CHECK(f.tests->totals() == totals{{test_state::unknown, 2},
                                    {test_state::up, 0},
                                    {test_state::down, 0},
                                    {test_state::paused, 0},
                                    {test_state::maintenance, 0}});
  for (const auto status : {run_status::passed, run_status::passed, run_status::interrupted, run_status::failed,
                            run_status::failed, run_status::passed}) {
    f.time.advance(1s);
    f.tests->outcome_stored(f.outcome("a", status));
  }
  CHECK(f.seen.turns == std::vector<std::string>{"a unknown up", "a up down", "a down up"});
  CHECK(f.tests->totals() == totals{{test_state::unknown, 1},
                                    {test_state::up, 1},
                                    {test_state::down, 0},
                                    {test_state::paused, 0},
                                    {test_state::maintenance, 0}});
  const auto view = f.tests->view("a");
  CHECK(view->recent.size() == 6);
  CHECK(view->recent[3].status == run_status::failed);
  CHECK(view->state_since == f.time.wall());
  CHECK(view->last_success == f.time.wall());
  CHECK(view->last->id == view->recent.back().id);
}

TEST_CASE("what the store remembers fills the strip and tells the state, in one change") {
  scheduler_fixture f;
  f.load({f.named("a", 1h)});
  std::vector<run_record> remembered;
  for (int i = 0; i < 100; ++i)
    remembered.push_back(f.outcome("a", i % 2 == 0 ? run_status::passed : run_status::failed));
  f.tests->restore("a", remembered);
  f.tests->restore("gone", remembered);
  const auto view = f.tests->view("a");
  CHECK(view->state == test_state::down);
  CHECK(view->recent.size() == 60);
  CHECK(view->recent.front().id == remembered[40].id);
  CHECK(view->last->id == remembered.back().id);
  CHECK(f.seen.turns == std::vector<std::string>{"a unknown down"});
}

TEST_CASE("a paused test shows as paused whatever its runs come to, and as what they came to once resumed") {
  scheduler_fixture f;
  auto paused = f.named("a", 1h);
  paused.paused = true;
  f.load({paused});
  f.tests->outcome_stored(f.outcome("a", run_status::failed));
  CHECK(f.tests->view("a")->state == test_state::paused);
  CHECK(f.tests->totals().at(test_state::paused) == 1);
  CHECK(f.seen.turns.empty());
  f.load({f.named("a", 1h)});
  CHECK(f.tests->view("a")->state == test_state::down);
  CHECK(f.tests->totals().at(test_state::down) == 1);
  CHECK(f.seen.turns == std::vector<std::string>{"a paused down"});
}

TEST_CASE("tests are listed as configured, and an unknown name has no view") {
  scheduler_fixture f;
  f.load({f.named("z", 1h), f.named("a", 1h), f.named("m", 1h)});
  std::string names;
  for (const auto& t : f.tests->tests()) names += t->name;
  CHECK(names == "zam");
  CHECK(!f.tests->view("none"));
  CHECK(f.tests->view("m")->definition->name == "m");
  CHECK(to_string(skip_reason::queue_full) == "queue_full");
  CHECK(to_string(test_state::unknown) == "unknown");
}

TEST_CASE("a run shows as running from when its start is durable until it has ended, whichever comes first") {
  scheduler_fixture f;
  f.load({f.named("a", 10s, concurrency_policy::allow)});
  f.time.advance(10s);
  REQUIRE(f.runner.orders.size() == 2);
  const run_id first = f.runner.orders[0].order.id, second = f.runner.orders[1].order.id;
  CHECK(f.tests->view("a")->running.empty());
  CHECK(f.tests->running() == 2);
  f.tests->start_stored(second);
  CHECK(f.tests->view("a")->running == std::vector{second});
  f.runner.end(first);
  f.tests->start_stored(first);  // the writer is slower than the run
  CHECK(f.tests->view("a")->running == std::vector{second});
  f.runner.end(second);
  CHECK(f.tests->view("a")->running.empty());
}
