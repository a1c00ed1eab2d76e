#include "canary/api/connection_list.hpp"

#include <algorithm>

namespace canary::api {

// Closing only cancels what a connection waits for. Its coroutine ends, and leaves the list, when the loop turns: the
// walks below are not disturbed.

bool connection_list::make_room() {
  auto found = std::find_if(open_.begin(), open_.end(), [](const auto* c) { return c->held_back(); });
  if (found == open_.end()) found = std::find_if(open_.begin(), open_.end(), [](const auto* c) { return c->idle(); });
  if (found == open_.end()) return false;
  (*found)->close();
  return true;
}

void connection_list::close_idle() {
  for (auto* c : open_) {
    if (c->idle()) c->close();
  }
}

void connection_list::abandon_all() {
  for (auto* c : open_) c->abandon();
}

}  // namespace canary::api
