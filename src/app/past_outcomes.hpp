#pragma once
// What the store knows of a test whose schedule begins, or begins again.

#include "canary/store/store.hpp"

#include <string>
#include <vector>

namespace canary::app {

/// Its newest runs that have ended, oldest first: as many as a test's strip shows. Where they are all of one row and it
/// goes back further, the run that it began with stands before them, with its start alone; so the test's state is told
/// since when it really is.
result<std::vector<run_record>> past_outcomes(const store::store& runs, const std::string& test);

}  // namespace canary::app
