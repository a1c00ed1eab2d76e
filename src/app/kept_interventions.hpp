#pragma once
// What operators have said of tests, from one process to the next.

#include "canary/core/log.hpp"
#include "canary/schedule/scheduler.hpp"
#include "canary/store/store.hpp"

namespace canary::app {

/// Says to the schedule what the database has. Of a test that is not registered, and of a maintenance that is over,
/// nothing stays. `log` outlives the store.
void restore_interventions(store::store& from, schedule::scheduler& tests, const logger& log);

/// In place of what the database has of the test. Failing is logged.
void keep_intervention(store::store& in, const std::string& test, const intervention& said, const logger& log);

}  // namespace canary::app
