#pragma once
// What the store knows of a test whose schedule begins, or begins again.

#include "canary/core/log.hpp"
#include "canary/metrics/metrics.hpp"
#include "canary/schedule/scheduler.hpp"
#include "canary/store/store.hpp"

#include <string>
#include <vector>

namespace canary::app {

/// Its newest runs that have ended, oldest first: as many as a test's strip shows. Where they are all of one row and it
/// goes back further, the run that it began with stands before them, with its start alone; so the test's state is told
/// since when it really is.
result<std::vector<run_record>> past_outcomes(const store::store& runs, const std::string& test);

/// Gives the schedule the outcomes of a test that has come to be, for its strip. One that comes back while a run of it
/// still goes on has them yet.
void restore_outcomes(const store::store& from, schedule::scheduler& tests, metrics::metrics& counters,
                      const std::string& test, const logger& log);

}  // namespace canary::app
