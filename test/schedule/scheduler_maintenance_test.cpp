// Tests in maintenance.

#include "scheduler_fixture.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;
using times = std::vector<nanoseconds>;
using strings = std::vector<std::string>;

namespace {

struct maintained : scheduler_fixture {
  maintained() {
    runner.takes = 1s;
    load({named("a", 10s), named("b", 10s)});
    time.advance(1s);
  }

  maintenance_window window(nanoseconds length, std::string reason = "") const {
    return {time.wall(), time.wall() + length, std::move(reason)};
  }
  test_state state(std::string_view name = "a") const { return tests->view(name)->state; }
  void outcome_of_a(run_status status) { tests->outcome_stored(outcome("a", status)); }
};

}  // namespace

TEST_CASE("a test in maintenance runs as ever, and is not down before that is over") {
  maintained f;
  f.outcome_of_a(run_status::passed);
  const auto window = f.window(25s, "an upgrade");
  REQUIRE(f.tests->begin_maintenance("a", window).value());
  CHECK(f.state() == test_state::maintenance);
  CHECK(f.tests->view("a")->maintenance == window);
  CHECK(f.tests->view("a")->state_since == window.since);
  CHECK(f.tests->view("a")->next_run_at);
  CHECK_FALSE(f.tests->view("b")->maintenance);
  CHECK(f.tests->totals().at(test_state::maintenance) == 1);
  f.outcome_of_a(run_status::failed);
  f.time.advance(25s - 1ns);
  CHECK(f.state() == test_state::maintenance);
  CHECK(f.tests->view("a")->recent.size() == 2);
  CHECK(f.seen.turns == strings{"a unknown up", "a up maintenance", "a maintenance 'an upgrade'"});
  f.time.advance(1ns);
  CHECK(f.state() == test_state::down);
  CHECK_FALSE(f.tests->view("a")->maintenance);
  CHECK(f.tests->totals().at(test_state::maintenance) == 0);
  CHECK(f.tests->totals().at(test_state::down) == 1);
  CHECK(f.seen.turns.size() == 5);
  CHECK(f.seen.turns.at(3) == "a maintenance down");
  CHECK(f.seen.turns.at(4) == "a maintenance over");
  f.time.advance(5s);
  CHECK(f.ordered("a") == times{0s, 10s, 20s, 30s});
}

TEST_CASE("maintenance is ended by hand, once, and its time does not end it again") {
  maintained f;
  CHECK_FALSE(f.tests->end_maintenance("a").value());
  f.tests->begin_maintenance("a", f.window(1h));
  CHECK(f.tests->end_maintenance("a").value());
  CHECK_FALSE(f.tests->end_maintenance("a").value());
  CHECK(f.state() == test_state::unknown);
  f.time.advance(2h);
  CHECK(f.seen.turns.size() == 4);
}

TEST_CASE("a later window takes the place of the one there is, be it longer or shorter") {
  maintained f;
  const auto first = f.window(1h, "first");
  CHECK(f.tests->begin_maintenance("a", first).value());
  CHECK_FALSE(f.tests->begin_maintenance("a", first).value());
  CHECK(f.tests->begin_maintenance("a", f.window(3h, "longer")).value());
  f.time.advance(2h);
  CHECK(f.state() == test_state::maintenance);
  CHECK(f.tests->begin_maintenance("a", f.window(1min)).value());
  f.time.advance(1min);
  CHECK(f.state() == test_state::unknown);
  CHECK(f.seen.turns == strings{"a unknown maintenance", "a maintenance 'first'", "a maintenance 'longer'",
                                "a maintenance ''", "a maintenance unknown", "a maintenance over"});
}

TEST_CASE("a window that is over begins nothing, and there is none of a test that is not there") {
  maintained f;
  CHECK_FALSE(f.tests->begin_maintenance("a", f.window(0s)).value());
  CHECK_FALSE(f.tests->begin_maintenance("a", f.window(-1h)).value());
  CHECK(f.state() == test_state::unknown);
  CHECK(f.tests->begin_maintenance("nobody", f.window(1h)).error().message == "there is no test named 'nobody'");
  CHECK(f.tests->end_maintenance("nobody").error().message == "there is no test named 'nobody'");
  CHECK(f.seen.turns.empty());
}

TEST_CASE("maintenance ends by the date, though the clock is set meanwhile") {
  maintained f;
  f.tests->begin_maintenance("a", f.window(1h));
  f.time.step_wall(50min);
  f.time.advance(9min);
  CHECK(f.state() == test_state::maintenance);
  f.time.step_wall(-30min);
  f.time.advance(30min);
  CHECK(f.state() == test_state::maintenance);
  f.time.step_wall(1h);
  f.time.advance(1min);
  CHECK(f.state() == test_state::unknown);
}

TEST_CASE("a paused test in maintenance shows as paused, and each ends by itself") {
  maintained f;
  f.tests->begin_maintenance("a", f.window(1h));
  f.tests->pause("a");
  CHECK(f.state() == test_state::paused);
  const auto said = f.tests->intervention_of("a");
  CHECK(said.paused_since);
  CHECK(said.maintenance);
  f.tests->resume("a");
  CHECK(f.state() == test_state::maintenance);
  f.tests->pause("a");
  f.time.advance(2h);
  CHECK(f.state() == test_state::paused);
  CHECK_FALSE(f.tests->view("a")->maintenance);
}

TEST_CASE("maintenance holds over reloads, and ends where its test is taken away") {
  maintained f;
  f.tests->begin_maintenance("a", f.window(1h));
  f.load({f.named("a", 7s), f.named("b", 10s)});
  CHECK(f.state() == test_state::maintenance);
  CHECK(f.tests->totals().at(test_state::maintenance) == 1);
  f.load({f.named("b", 10s)});
  f.load({f.named("a", 7s), f.named("b", 10s)});
  CHECK(f.state() == test_state::unknown);
  f.time.advance(2h);
  CHECK(f.state() == test_state::unknown);
}

TEST_CASE("a test that comes back while a run of it goes on has no maintenance any more") {
  scheduler_fixture f;
  f.load({f.named("a", 10s)});
  f.time.advance(1s);
  f.tests->begin_maintenance("a", {f.time.wall(), f.time.wall() + 1h, ""});
  f.load({});
  f.load({f.named("a", 10s)});
  CHECK(f.tests->view("a")->state == test_state::unknown);
  f.time.advance(2h);
  CHECK(f.seen.turns.back() != "a maintenance over");
}
