#include "canary/core/interrupter.hpp"

#include <utility>

namespace canary {

void interrupter::stop(failure why) {
  if (reason_) return;
  reason_ = std::move(why);
  for (auto it = hooks_.begin(); it != hooks_.end();) {
    // The hook may erase its own entry, so the walk moves on first and the function is kept alive by the copy.
    const auto hook = *it++;
    hook();
  }
}

interrupter::waiter::waiter(interrupter& owner, std::function<void()> hook)
    : owner_(owner), place_(owner.hooks_.insert(owner.hooks_.end(), std::move(hook))) {}

interrupter::waiter::~waiter() { owner_.hooks_.erase(place_); }

}  // namespace canary
