#include "canary/api/connection_list.hpp"

namespace canary::api {

// Closing only cancels what a connection waits for. Its coroutine ends, and leaves the list, when the loop turns: the
// walks below are not disturbed.

bool connection_list::close_oldest_idle() {
  for (auto* c : open_) {
    if (!c->idle()) continue;
    c->close();
    return true;
  }
  return false;
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
