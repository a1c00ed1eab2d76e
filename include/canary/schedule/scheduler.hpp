#pragma once
// The timers: each test's runs at its own fixed rate, all side by side.

#include "canary/core/clock.hpp"
#include "canary/core/intervention.hpp"
#include "canary/core/result.hpp"
#include "canary/run/runner.hpp"
#include "canary/schedule/test_view.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::schedule {

/// Why a run that was due did not take place.
enum class skip_reason : unsigned char {
  still_running,  ///< concurrency forbid
  queue_full,     ///< too many of the test's runs wait for a place: 1, or 100 where it allows overlap
  missed,         ///< the loop was away (a suspended machine): only the newest due time is made up for
};

/// 'still_running', 'queue_full', 'missed'.
std::string_view to_string(skip_reason r);

/// Told of what the schedule does. Calls come from the loop.
class schedule_observer {
 public:
  virtual ~schedule_observer() = default;
  virtual void run_skipped(const test& what, skip_reason why, std::uint64_t count) = 0;
  virtual void state_changed(const test& what, test_state from, test_state to) = 0;
  /// It begins, is another one now, or is over (empty), by hand or by its time. `state_changed` comes before.
  virtual void maintenance_changed(const test& what, const std::optional<maintenance_window>& now) = 0;
};

struct scheduler_options {
  std::size_t max_concurrent = 1000;  ///< runs at a time, of all tests
};

/// Due times of a test are start, start + frequency, start + 2 frequencies, …, on the monotonic clock, whatever its
/// runs do and however the date is set. The first is at once, in the next turn of the loop.
///
/// Where all places are taken, runs wait, and places are given round robin over tests. Lateness is measured when the
/// run is ordered, so that it holds the wait.
///
/// Concurrency 'replace' is Kubernetes' CronJob's: the earlier run is told to stop, and the newer one does not wait for
/// its end. Both show as running until the earlier one is gone.
class scheduler {
 public:
  virtual ~scheduler() = default;

  /// Replaces the set of tests. One that stands unchanged keeps its due times, runs and outcomes; one that changed
  /// keeps its outcomes and starts anew; a removed one is ordered no more, and its runs end by themselves.
  virtual void load(std::vector<std::shared_ptr<const test>> tests) = 0;

  /// Puts what the store remembers into a test's strip, oldest first: at start-up, after the first `load` and before
  /// the first run ends. A state that follows from it is told as a change.
  virtual void restore(std::string_view name, std::vector<run_record> ended) = 0;

  /// A run's start is durable: from now on its test's view names it. Of a run that has ended, ignored.
  virtual void start_stored(const run_id& id) = 0;

  /// A run's outcome is durable: it counts for the strip and the state. Of a test that is gone, ignored.
  virtual void outcome_stored(const run_record& record) = 0;

  /// A run out of turn, paused or not; the due times stay as they are. Its place in the fair queue is the test's own.
  /// The error says that there is no such test, that it is running already (concurrency forbid) or waits for a place,
  /// or that the daemon is draining. The id is of a run to be: one that waits for a place is found nowhere yet.
  virtual result<run_id> trigger(std::string_view name) = 0;

  /// Pauses a test, or lets it go on, beside what the configuration says. Like the configuration's pause: what waits
  /// for a place is forgotten, what runs goes on. It holds over reloads for as long as the test is registered. A test
  /// that goes on is due at once. `since` is when that was said, where it was not now. Answers whether this changed
  /// anything. The error says that there is no such test, or that it is the configuration that pauses it.
  virtual result<bool> pause(std::string_view name, std::optional<wall_time> since = std::nullopt) = 0;
  virtual result<bool> resume(std::string_view name) = 0;

  /// A test in maintenance runs as ever, and its outcomes count; but its state is `maintenance`, whatever they are,
  /// until the window ends. Then, or when it is ended by hand, the state is what the outcomes say. A window that begins
  /// while there is one takes its place; one that is over already begins nothing. Holds as a pause does, and is beside
  /// it: a paused test shows as paused. Answers whether this changed anything. The error says that there is no such
  /// test.
  virtual result<bool> begin_maintenance(std::string_view name, maintenance_window window) = 0;
  virtual result<bool> end_maintenance(std::string_view name) = 0;

  /// By the four above. Nothing where there is no such test.
  virtual intervention intervention_of(std::string_view name) const = 0;

  /// No more runs; what waits is forgotten, what runs goes on.
  virtual void drain() = 0;

  /// Ends all that runs. What waits then takes the places, unless `drain` was called before.
  virtual void stop_all(const failure& why) = 0;

  virtual std::size_t running() const = 0;
  virtual std::size_t queued() const = 0;

  /// In the order of the configuration.
  virtual std::vector<std::shared_ptr<const test>> tests() const = 0;
  virtual std::optional<test_view> view(std::string_view name) const = 0;
  /// Counted by state, without making views; every state has its number.
  virtual std::map<test_state, std::size_t> totals() const = 0;
};

/// All arguments outlive the scheduler. It may go while runs go on: their ends are ignored then. Observers do not call
/// back.
std::unique_ptr<scheduler> create_scheduler(clock& time, run::runner& runs, run_id_generator& ids,
                                            schedule_observer& observer, scheduler_options options);

}  // namespace canary::schedule
