#pragma once
// What becomes of a run that is due while others of the same test run or wait: a table, without I/O.

#include "canary/core/test.hpp"

#include <cstddef>

namespace canary::schedule {

enum class due_action : unsigned char {
  order,    ///< let it run, or wait for a place
  replace,  ///< stop those that run; then as `order`
  skip_still_running,
  skip_queue_full,
};

/// How many runs of one test may wait for a place. A test that forbids overlap, or replaces, gains nothing from a
/// second one.
constexpr std::size_t waiting_limit(concurrency_policy p) { return p == concurrency_policy::allow ? 100 : 1; }

/// `running` and `waiting` count the test's own runs.
due_action when_due(concurrency_policy policy, std::size_t running, std::size_t waiting);

}  // namespace canary::schedule
