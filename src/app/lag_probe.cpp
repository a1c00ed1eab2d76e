#include "canary/app/lag_probe.hpp"

namespace canary::app {

lag_probe::lag_probe(clock& time, std::function<void(nanoseconds)> measured)
    : time_(time), measured_(std::move(measured)), timer_(time.make_timer()) {
  again();
}

void lag_probe::again() {
  due_ = time_.mono() + std::chrono::milliseconds{100};
  timer_->start(due_, [this] {
    measured_(time_.mono() - due_);
    again();
  });
}

}  // namespace canary::app
