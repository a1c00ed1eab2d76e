#include "canary/schedule/health.hpp"

#include "support/catch.hpp"

#include <string_view>

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

namespace {

run_status status_of(char c) {
  return c == 'p'   ? run_status::passed
         : c == 'f' ? run_status::failed
         : c == 's' ? run_status::skipped
                    : run_status::interrupted;
}

char letter_of(test_state s) { return s == test_state::up ? 'U' : s == test_state::down ? 'D' : '?'; }

}  // namespace

TEST_CASE("outcomes in a row turn a test's state, and interrupted and skipped ones do not count") {
  struct row {
    health_thresholds thresholds;
    std::string_view outcomes;  // p passed, f failed, i interrupted, s skipped
    std::string_view states;    // after each: ? unknown, U up, D down
  };
  const row rows[] = {
      {{1, 1}, "ppp", "UUU"},
      {{1, 1}, "fff", "DDD"},
      {{1, 1}, "pfpf", "UDUD"},
      {{1, 1}, "iii", "???"},
      {{1, 1}, "pifii", "UUDDD"},
      {{3, 1}, "pffpfff", "UUUUUUD"},
      {{3, 1}, "fff", "??D"},
      {{3, 1}, "pfifif", "UUUUUD"},
      {{1, 1}, "ssps", "??UU"},
      {{3, 2}, "fsffsp", "???DDD"},
      {{3, 2}, "fsfsfspsp", "????DDDDU"},
      {{1, 2}, "pp", "?U"},
      {{1, 2}, "ppfpfpp", "?UDDDDU"},
      {{2, 3}, "pfpppffppp", "????UUDDDU"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.thresholds.failures, r.thresholds.successes, r.outcomes);
    test_health health(r.thresholds);
    std::string states;
    for (const char c : r.outcomes) {
      health.count(status_of(c), {});
      states += letter_of(health.state());
    }
    CHECK(states == r.states);
  }
}

TEST_CASE("a state dates from the start of the run that turned it") {
  test_health health({2, 1});
  CHECK(!health.since());
  health.count(run_status::passed, wall_time{10s});
  CHECK(health.since() == wall_time{10s});
  health.count(run_status::passed, wall_time{20s});
  health.count(run_status::failed, wall_time{30s});
  CHECK(health.since() == wall_time{10s});
  health.count(run_status::failed, wall_time{40s});
  CHECK(health.since() == wall_time{40s});
}
