#pragma once
// Those who tell what `canaryctl run` does.

#include "canary/command/report.hpp"
#include "canary/core/run_record.hpp"
#include "canary/core/test.hpp"
#include "canary/run/execution.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace canary::command {

/// Told of everything, in its order.
class run_reporter {
 public:
  run_reporter() = default;
  run_reporter(const run_reporter&) = delete;
  run_reporter& operator=(const run_reporter&) = delete;
  virtual ~run_reporter() = default;

  virtual void started(const run_record&) {}
  virtual void logged(const run_record&, const log_entry&) {}
  virtual void ended(const run::run_result&) {}
  /// Of a test that is not run, and why.
  virtual void skipped(const test&, std::string_view) {}
  /// No more runs are begun.
  virtual void finished(const run_counts&, const run_totals&) {}
};

}  // namespace canary::command
