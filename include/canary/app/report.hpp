#pragma once
// A run as a person reads it on a terminal. Pure.

#include "canary/run/execution.hpp"

#include <string>

namespace canary::app {

/// Log lines, requests with their phases, and on failure the cause and the source around it. `colour`: with escapes.
/// Control characters from scripts and servers are shown as '?'.
std::string report(const run::run_result& result, bool colour);

/// 'N passed, N failed', and ', N interrupted' where there are any.
std::string summary(std::size_t passed, std::size_t failed, std::size_t interrupted);

}  // namespace canary::app
