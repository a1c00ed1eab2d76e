#pragma once
// All runs that go on, side by side.

#include "canary/run/execution.hpp"

#include <unordered_map>

namespace canary::run {

/// Told of each run, on the loop.
class run_observer {
 public:
  virtual ~run_observer() = default;
  virtual void run_started(const run_record& record) = 0;
  virtual void run_logged(const run_record& record, const log_entry& entry) = 0;
  virtual void run_ended(const run_result& result) = 0;
};

/// Gives each ordered run a coroutine on a stack of its own, when its turn comes.
class run_pool final : public runner {
 public:
  run_pool(engine& with, run_observer& observer) : with_(with), observer_(observer) {}

  void start(run_order order, std::function<void(const run_record&)> ended) override;
  void stop(const run_id& id, failure why) override;

  /// Ordered and not ended.
  std::size_t size() const noexcept { return going_on_.size(); }

 private:
  struct entry;
  void begin(const std::shared_ptr<entry>& run);
  run_record start_of(entry& run);
  void end(const std::shared_ptr<entry>& run, const run_result& result);

  engine& with_;
  run_observer& observer_;
  std::unordered_map<run_id, std::shared_ptr<entry>> going_on_;
};

}  // namespace canary::run
