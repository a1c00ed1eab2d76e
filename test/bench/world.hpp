#pragma once
// The daemon without its schedule and its API: runs are made, executed, stored and counted as there.

#include "bench/machine.hpp"
#include "canary/app/daemon_parts.hpp"
#include "canary/app/recorder.hpp"
#include "canary/run/run_pool.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <memory>
#include <string>
#include <vector>

namespace canary::bench {

using test_list = std::vector<std::shared_ptr<const test>>;

class world {
 public:
  /// Its database and its scripts are in `folder`. Log lines below `options.log_level` are not made; the others go to
  /// /dev/null.
  world(config::options options, const scratch_folder& folder);
  ~world();
  world(const world&) = delete;
  world& operator=(const world&) = delete;

  /// The daemon's own defaults, but without a log line for each start and end.
  static config::options quiet();

  /// So many tests with this script, in a configuration that begins with `settings`.
  test_list load(const std::string& script, std::size_t count, const std::string& settings = "");

  /// Runs these in turns, `in_flight` at a time, and returns when `count` outcomes are durable. Throws
  /// std::runtime_error where a run did not pass.
  cost run(const test_list& what, std::size_t in_flight, std::uint64_t count);

  /// Likewise, beginning new ones for as long as this; what is begun is ended and counted.
  cost run_for(const test_list& what, std::size_t in_flight, nanoseconds how_long);

  /// Begins `count` runs, and turns the loop until their starts are durable and it is `ready`, which is asked every few
  /// milliseconds. They are left going on, so this object must not be destroyed any more: suspended scripts cannot be.
  void begin(const test_list& what, std::size_t count, const std::function<bool()>& ready);

  /// Calls `work` in a coroutine on a script's stack, and turns the loop to its end.
  void in_coroutine(const std::function<void(boost::asio::yield_context)>& work);

  app::script_world& scripts() { return scripts_; }

 private:
  struct target;
  void order(target& to);
  cost run_until(const test_list& what, std::size_t in_flight, std::uint64_t count, mono_time end);
  void stored(const run_record& record);

  const scratch_folder& folder_;
  config::options options_;
  app::script_world scripts_;
  int null_;
  log_sink sink_;
  logger log_;
  std::unique_ptr<metrics::metrics> counters_;
  events::feed happenings_;
  std::unique_ptr<store::store> store_;
  std::unique_ptr<app::recorder> recorder_;
  std::unique_ptr<run::run_pool> runs_;
  run_id_generator ids_;
  target* target_ = nullptr;  // of the run that is being measured
};

}  // namespace canary::bench
