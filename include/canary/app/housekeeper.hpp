#pragma once
// What the store is told from time to time.

#include "canary/core/clock.hpp"
#include "canary/core/log.hpp"
#include "canary/store/retention_clock.hpp"
#include "canary/store/store.hpp"

#include <memory>

namespace canary::app {

/// Has the store remove what is too old: at once, and then each minute. Says so where it does not believe the clock.
class housekeeper {
 public:
  /// All must outlive it.
  housekeeper(clock& time, store::store& runs, const logger& log);

 private:
  void keep_store_small();

  clock& time_;
  store::store& runs_;
  const logger& log_;
  store::retention_clock dates_;
  bool doubted_ = false;
  std::unique_ptr<timer> next_;
};

}  // namespace canary::app
