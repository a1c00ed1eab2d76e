// Tests paused and resumed by hand.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;
using times = std::vector<nanoseconds>;
using strings = std::vector<std::string>;

TEST_CASE("a test that is paused by hand is not due, and due at once when it is resumed") {
  scheduler_fixture f;
  f.runner.takes = 1s;
  f.load({f.named("a", 10s), f.named("b", 10s)});
  f.time.advance(5s);
  REQUIRE(f.tests->pause("a").value());
  CHECK(f.tests->intervention_of("a").paused_since == f.time.wall());
  CHECK_FALSE(f.tests->intervention_of("b").any());
  CHECK_FALSE(f.tests->intervention_of("nobody").any());
  CHECK(f.tests->view("a")->state == test_state::paused);
  CHECK(f.tests->view("a")->state_since == f.time.wall());
  CHECK_FALSE(f.tests->view("a")->next_run_at);
  CHECK(f.tests->totals().at(test_state::paused) == 1);
  f.time.advance(27s);
  REQUIRE(f.tests->resume("a").value());
  CHECK(f.tests->view("a")->state == test_state::unknown);
  f.time.advance(11s);
  CHECK(f.ordered("a") == times{0s, 32s, 42s});
  CHECK(f.ordered("b") == times{0s, 10s, 20s, 30s, 40s});
  CHECK(f.seen.turns == strings{"a unknown paused", "a paused unknown"});
}

TEST_CASE("to pause or to resume twice changes nothing") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  CHECK_FALSE(f.tests->resume("a").value());
  CHECK(f.tests->pause("a").value());
  CHECK_FALSE(f.tests->pause("a").value());
  CHECK(f.tests->resume("a").value());
  CHECK(f.seen.turns.size() == 2);
}

TEST_CASE("what runs goes on while its test is paused, and a run by hand is still possible") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->pause("a");
  CHECK(f.tests->running() == 1);
  f.runner.end_oldest();
  f.tests->outcome_stored(f.outcome("a", run_status::failed));
  CHECK(f.tests->view("a")->state == test_state::paused);
  CHECK(f.tests->trigger("a").has_value());
  CHECK(f.ordered("a") == times{0s, 1s});
  f.tests->resume("a");
  CHECK(f.tests->view("a")->state == test_state::down);
}

TEST_CASE("what waits for a place is forgotten when its test is paused") {
  scheduler_fixture f(1);
  f.load({f.named("a", 10s), f.named("b", 10s)});
  f.time.advance(1s);
  REQUIRE(f.tests->queued() == 1);
  REQUIRE(f.ordered("a").size() == 1);
  f.tests->pause("b");
  CHECK(f.tests->queued() == 0);
  f.runner.end_oldest();
  CHECK(f.ordered("b").empty());
}

TEST_CASE("a pause by hand holds over reloads, and ends where its test is taken away") {
  scheduler_fixture f;
  f.runner.takes = 1s;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->pause("a");
  f.load({f.named("a", 10s)});
  f.load({f.named("a", 7s)});
  f.time.advance(60s);
  CHECK(f.ordered("a") == times{0s});
  CHECK(f.tests->view("a")->state == test_state::paused);
  f.load({});
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  CHECK(f.ordered("a") == times{0s, 61s});
}

TEST_CASE("a pause by hand ends with its test even where a run of it still goes on") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->pause("a");
  f.load({});
  f.load({f.named("a", 10s)});
  CHECK_FALSE(f.tests->intervention_of("a").any());
}

TEST_CASE("what cannot be paused or resumed says why") {
  scheduler_fixture f;
  auto paused = f.named("p", 10s);
  paused.paused = true;
  paused.config_file = "config.js";
  paused.config_line = 12;
  f.load({paused});
  CHECK(f.tests->pause("nobody").error().message == "there is no test named 'nobody'");
  CHECK(f.tests->resume("nobody").error().message == "there is no test named 'nobody'");
  CHECK(f.tests->resume("p").error().message ==
        "'p' is paused by the configuration (config.js:12), and goes on when that says so");
  CHECK(f.seen.turns.empty());
  // By both, it goes on once neither wants it paused.
  CHECK(f.tests->pause("p").value());
  CHECK_FALSE(f.tests->resume("p").has_value());
  auto free = f.named("p", 10s);
  f.load({free});
  f.time.advance(1s);
  CHECK(f.ordered("p").empty());
  CHECK(f.tests->resume("p").value());
  f.time.advance(1s);
  CHECK(f.ordered("p").size() == 1);
}

TEST_CASE("a daemon that drains resumes nothing") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->pause("a");
  f.tests->drain();
  CHECK(f.tests->resume("a").value());
  f.time.advance(60s);
  CHECK(f.ordered("a").size() == 1);
}
