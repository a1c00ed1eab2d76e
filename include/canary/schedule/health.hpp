#pragma once
// Whether a test is up or down, judged from the outcomes of its runs: a state machine without I/O.

#include "canary/core/run_record.hpp"
#include "canary/schedule/test_view.hpp"

#include <cstdint>
#include <optional>

namespace canary::schedule {

/// How many outcomes in a row turn the state. Each at least 1.
struct health_thresholds {
  std::uint32_t failures = 1;   ///< until it is down
  std::uint32_t successes = 1;  ///< until it is up
};

///            `successes` passes in a row
///   unknown ────────────────────────────▶ up
///      │                                 │ ▲
///      │ `failures` in a row             ▼ │
///      └───────────────────────────────▶ down
///
/// An interrupted or skipped run says nothing of the tested product: it neither turns the state nor ends a row.
class test_health {
 public:
  explicit test_health(health_thresholds thresholds = {}) : thresholds_(thresholds) {}

  /// unknown, up or down.
  test_state state() const { return state_; }

  /// The start of the run that turned the state.
  std::optional<wall_time> since() const { return since_; }

  /// One more outcome of a run that began at `start_at`.
  void count(run_status status, wall_time start_at);

 private:
  health_thresholds thresholds_;
  test_state state_ = test_state::unknown;
  std::optional<wall_time> since_;
  run_status row_of_ = run_status::running;  // what the last outcomes have in common
  std::uint32_t row_ = 0;                    // and how many they are
};

}  // namespace canary::schedule
