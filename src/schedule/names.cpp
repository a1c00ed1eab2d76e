#include "canary/schedule/scheduler.hpp"
#include "canary/schedule/test_view.hpp"

namespace canary::schedule {

std::string_view to_string(test_state s) {
  switch (s) {
    case test_state::unknown:
      return "unknown";
    case test_state::up:
      return "up";
    case test_state::down:
      return "down";
    case test_state::paused:
      return "paused";
    case test_state::maintenance:
      return "maintenance";
  }
  return "";
}

std::string_view to_string(skip_reason r) {
  switch (r) {
    case skip_reason::still_running:
      return "still_running";
    case skip_reason::queue_full:
      return "queue_full";
    case skip_reason::missed:
      return "missed";
  }
  return "";
}

}  // namespace canary::schedule
