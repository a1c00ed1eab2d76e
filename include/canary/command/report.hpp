#pragma once
// A run as a person reads it on a terminal. Pure.

#include "canary/run/execution.hpp"

#include <string>

namespace canary::command {

/// Log lines, requests with their phases, what it took of the machine, and on failure the cause and the source around
/// it. `colour`: with escapes. Control characters from scripts and servers are shown as '?'.
std::string report(const run::run_result& result, bool colour);

/// One line for a test that was not run because it is paused.
std::string report_skipped(const test& what, bool colour);

struct run_counts {
  std::size_t passed = 0, failed = 0, interrupted = 0, skipped = 0;
};

/// 'N passed, N failed', and ', N interrupted' and ', N skipped' where there are any.
std::string summary(const run_counts& of);

}  // namespace canary::command
