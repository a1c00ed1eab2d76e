#pragma once
// Takes what runs and the schedule tell, and tells it to the store, and once it is durable to metrics, log, those who
// read events, and schedule.

#include "canary/core/log.hpp"
#include "canary/events/feed.hpp"
#include "canary/metrics/metrics.hpp"
#include "canary/run/run_pool.hpp"
#include "canary/schedule/scheduler.hpp"
#include "canary/store/store.hpp"

#include <functional>
#include <unordered_set>

namespace canary::app {

/// Nothing of a run is shown before it is on disk: not in lists, not in metrics, not as an event, not in the log. What
/// the script itself logs is logged as it happens.
class recorder final : public run::run_observer, public schedule::schedule_observer {
 public:
  /// All outlive this. `start_stored` is told of each start that is durable, `stored` of each outcome.
  recorder(store::store& runs, metrics::metrics& counters, events::feed& happenings, const logger& log,
           std::function<void(const run_id&)> start_stored, std::function<void(const run_record&)> stored);

  void run_started(const run_record& record) override;
  void run_logged(const run_record& record, const log_entry& entry) override;
  void run_ended(const run::run_result& result) override;

  void run_skipped(const test& what, schedule::skip_reason why, std::uint64_t count) override;
  void state_changed(const test& what, schedule::test_state from, schedule::test_state to) override;
  void maintenance_changed(const test& what, const std::optional<maintenance_window>& now) override;

 private:
  void show_end(const run_record& record);

  std::unordered_set<run_id> uncounted_;  // runs whose start could not be stored
  store::store& runs_;
  metrics::metrics& counters_;
  events::feed& happenings_;
  const logger& log_;
  std::function<void(const run_id&)> start_stored_;
  std::function<void(const run_record&)> stored_;
};

}  // namespace canary::app
