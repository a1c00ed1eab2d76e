#pragma once
// What the schedule asks of whoever executes runs.

#include "canary/core/failure.hpp"
#include "canary/core/run_record.hpp"
#include "canary/core/test.hpp"

#include <functional>
#include <memory>

namespace canary::run {

/// One run, to be made.
struct run_order {
  std::shared_ptr<const test> what;
  run_id id;
  run_trigger trigger = run_trigger::schedule;
  nanoseconds lateness{};  ///< from when it was due to when it was ordered; not negative
};

class runner {
 public:
  virtual ~runner() = default;

  /// Begins the run. `ended` is called once, from the loop and never from within this call, when its script has ended
  /// and its VM is gone; what it left may not be durable yet.
  virtual void start(run_order order, std::function<void(const run_record&)> ended) = 0;

  /// Ends a run early with this failure; unknown ids are ignored. `ended` is still called, later.
  virtual void stop(const run_id& id, failure why) = 0;
};

}  // namespace canary::run
