#pragma once
// What is known of a test right now, for whoever shows it.

#include "canary/core/intervention.hpp"
#include "canary/core/run_record.hpp"
#include "canary/core/test.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace canary::schedule {

enum class test_state : unsigned char {
  unknown,  ///< no run has ended yet
  up,
  down,
  paused,
  maintenance,  ///< its runs go on, and what they come to is told when it is over
};

/// 'unknown', 'up', 'down', 'paused', 'maintenance'.
std::string_view to_string(test_state s);

/// One bar of a test's strip.
struct outcome_mark {
  run_id id;
  run_status status = run_status::running;
  failure_class kind = failure_class::none;
  wall_time start_at{};
  nanoseconds duration{};
};

/// How many outcomes a test remembers for its strip.
inline constexpr std::size_t recent_limit = 60;

struct test_view {
  std::shared_ptr<const test> definition;
  test_state state = test_state::unknown;
  bool paused_by_hand = false;  ///< `scheduler::pause`, whatever its definition says
  std::optional<maintenance_window> maintenance;
  std::optional<wall_time>
      state_since;  ///< the start of the run that turned it; of a pause by hand, and of maintenance, when that began
  std::optional<wall_time> next_run_at;   ///< not set while paused or draining
  std::vector<run_id> running;            ///< oldest first; those whose start is durable
  std::size_t queued = 0;                 ///< due, and waiting for a place among the running
  std::vector<outcome_mark> recent;       ///< oldest first; ended and durable
  std::optional<run_record> last;         ///< the newest of them
  std::optional<wall_time> last_success;  ///< the end of the newest pass
  std::uint64_t skipped = 0;              ///< since the daemon's start
};

}  // namespace canary::schedule
