#include "canary/schedule/health.hpp"

#include <limits>

namespace canary::schedule {

void test_health::count(run_status status, wall_time start_at) {
  if (!has_verdict(status)) return;
  if (status != row_of_) {
    row_of_ = status;
    row_ = 0;
  }
  if (row_ < std::numeric_limits<std::uint32_t>::max()) ++row_;
  const bool passed = status == run_status::passed;
  const test_state to = passed ? test_state::up : test_state::down;
  if (to == state_ || row_ < (passed ? thresholds_.successes : thresholds_.failures)) return;
  state_ = to;
  since_ = start_at;
}

}  // namespace canary::schedule
