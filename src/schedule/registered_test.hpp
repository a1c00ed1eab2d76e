#pragma once
// What the scheduler keeps for each test. Only src/schedule/ includes this.

#include "canary/core/clock.hpp"
#include "canary/core/intervention.hpp"
#include "canary/core/test.hpp"
#include "canary/schedule/due_times.hpp"
#include "canary/schedule/health.hpp"
#include "canary/schedule/recent_outcomes.hpp"

#include <memory>
#include <vector>

namespace canary::schedule {

/// A run that has been ordered and has not ended.
struct ongoing_run {
  run_id id;
  bool stored = false;  // its start is durable
};

struct registered_test {
  registered_test(std::shared_ptr<const test> what, std::unique_ptr<timer> t)
      : definition(std::move(what)), alarm(std::move(t)), due({}, definition->frequency) {}

  bool paused() const { return definition->paused || said.paused_since; }
  test_state shown_state() const {
    if (paused()) return test_state::paused;
    return said.maintenance ? test_state::maintenance : health.state();
  }

  /// Nobody has said since when the configuration pauses it.
  std::optional<wall_time> state_since() const {
    if (paused()) return said.paused_since;
    return said.maintenance ? said.maintenance->since : health.since();
  }

  std::shared_ptr<const test> definition;
  std::unique_ptr<timer> alarm;
  due_times due;
  intervention said;                       // by operators
  std::unique_ptr<timer> maintenance_end;  // null before the first
  bool removed = false;                    // by a reload; kept until its last run has ended
  std::vector<ongoing_run> running;        // oldest first
  test_health health;
  recent_outcomes outcomes;
  std::uint64_t skipped = 0;
};

/// A run that waits for a place.
struct waiting_run {
  mono_time due;
  run_trigger trigger = run_trigger::schedule;
  std::optional<run_id> id;  // promised already, to whoever triggered it
};

/// Whether `after` may go on with the due times and runs of `before`. Where in the configuration a test stands is no
/// part of what it is: a line added above it changes nothing.
bool stands_unchanged(const test& before, const test& after);

}  // namespace canary::schedule
