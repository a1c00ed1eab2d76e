#pragma once
// A run's requests in their order, and when each of their phases was. Pure.

#include "canary/command/look.hpp"
#include "canary/core/run_record.hpp"

#include <string>

namespace canary::command {

/// Appends a line for each request. On a terminal of some width each has a bar, all on one scale, in which each phase
/// has a character and an ink of its own; elsewhere the phases stand there as text.
void append_requests(std::string& out, const run_details& details, const look& as);

/// 'connect 1.50 ms, wait 20.0 ms'.
std::string phases_text(const http_timings& of);

}  // namespace canary::command
