#include "canary/schedule/overlap.hpp"

namespace canary::schedule {

due_action when_due(concurrency_policy policy, std::size_t running, std::size_t waiting) {
  if (policy == concurrency_policy::forbid && running > 0) return due_action::skip_still_running;
  if (waiting >= waiting_limit(policy)) return due_action::skip_queue_full;
  if (policy == concurrency_policy::replace && running > 0) return due_action::replace;
  return due_action::order;
}

}  // namespace canary::schedule
