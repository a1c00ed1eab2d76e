#pragma once
// How late the loop is: a timer that should expire every 100 ms, and by how much it does not.

#include "canary/core/clock.hpp"

#include <functional>
#include <memory>

namespace canary::app {

class lag_probe {
 public:
  lag_probe(clock& time, std::function<void(nanoseconds)> measured);

 private:
  void again();

  clock& time_;
  std::function<void(nanoseconds)> measured_;
  mono_time due_{};
  std::unique_ptr<timer> timer_;
};

}  // namespace canary::app
