#include "canary/app/lag_probe.hpp"

#include <algorithm>

namespace canary::app {

lag_probe::lag_probe(clock& time, std::function<nanoseconds()> longest_hold, std::function<void(nanoseconds)> measured)
    : time_(time), longest_hold_(std::move(longest_hold)), measured_(std::move(measured)), timer_(time.make_timer()) {
  again();
}

void lag_probe::again() {
  due_ = time_.mono() + std::chrono::milliseconds{100};
  timer_->start(due_, [this] {
    measured_(std::max(time_.mono() - due_, longest_hold_()));
    again();
  });
}

}  // namespace canary::app
