#pragma once
// How late the loop is, ten times a second.

#include "canary/core/clock.hpp"

#include <functional>
#include <memory>

namespace canary::app {

/// A timer that should expire every 100 ms sees how late it is. What holds the loop for a shorter time than that, it
/// may just miss: so it also asks for the longest hold since it asked last, and tells the worse of the two.
class lag_probe {
 public:
  lag_probe(clock& time, std::function<nanoseconds()> longest_hold, std::function<void(nanoseconds)> measured);

 private:
  void again();

  clock& time_;
  std::function<nanoseconds()> longest_hold_;
  std::function<void(nanoseconds)> measured_;
  mono_time due_{};
  std::unique_ptr<timer> timer_;
};

}  // namespace canary::app
