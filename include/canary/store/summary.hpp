#pragma once
// Answers about many runs of a test, from its rollups.

#include "canary/core/time.hpp"
#include "canary/store/rollup.hpp"

#include <optional>
#include <vector>

namespace canary::store {

/// The runs of a test that began in [since, until) and have ended. Uptime is `total.uptime()`, the 99th percentile
/// `total.durations.quantile(0.99)`.
struct summary {
  wall_time since{}, until{};
  rollup total;
};

/// Stretches of time, oldest first, each as long as the step; without those in which no run began.
struct rollup_page {
  std::vector<summary> spans;
  std::optional<wall_time> next;  ///< where to go on, where the page has not come to `until`
};

}  // namespace canary::store
