#pragma once
// A run as a person reads it. Pure.

#include "canary/command/look.hpp"
#include "canary/run/execution.hpp"

#include <string>

namespace canary::command {

/// Steps, checks, log lines, requests with their phases, what it took of the machine, and where it did not pass why,
/// and the source around it. Control characters from scripts and servers are shown as '?'.
std::string report(const run::run_result& result, const look& as);

/// One line for a test that was not run, and why.
std::string report_skipped(const test& what, std::string_view why, const look& as);

struct run_counts {
  std::size_t passed = 0, failed = 0, interrupted = 0, skipped = 0;
};

/// 'N passed, N failed', and ', N interrupted' and ', N skipped' where there are any.
std::string summary(const run_counts& of, const look& as);

/// The other line at the end: 'in 1.2 s: 3 of 4 checks held, 12 requests'. What there was none of is left out.
struct run_totals {
  std::size_t checks = 0, checks_held = 0, requests = 0;
  nanoseconds elapsed{};

  void add(const run_details& details);
};
std::string totals_text(const run_totals& of);

}  // namespace canary::command
