#pragma once
// Runs programs beside the loop.

#include "canary/core/clock.hpp"
#include "canary/core/failure.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/process/program.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/spawn.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace canary::process {

struct runner_options {
  std::filesystem::path work_dir = ".";         ///< where programs start
  std::string own_path = default_search_path;   ///< PATH of our own environment: where OpenSSH's client is looked for
  nanoseconds grace = std::chrono::seconds{1};  ///< between SIGTERM and SIGKILL
  nanoseconds linger = std::chrono::milliseconds{100};  ///< for the output of what a program leaves behind when it ends
};

/// One is enough for a process; outlives its programs' runs.
///
/// No program is forked from this process, whose size would make that slow, and nothing here waits for one to be
/// started: a small process beside this one does it, made with the runner. Each program has a guard, a process that
/// sees to it that nothing which the program started survives it, whatever group or session it hid in. When this
/// process dies, the guards end their programs.
class runner {
 public:
  virtual ~runner() = default;

  /// Suspends the calling coroutine, never the loop, until the program and all that it started have ended. When `stop`
  /// is stopped meanwhile, returns at once with its reason, and the program is ended behind its back.
  ///
  /// Failures: class exec where it could not be started, timeout where `order.timeout` was over, limit where it wrote
  /// too much. A program that ends with whatever code or signal is no failure.
  virtual outcome<program_end> run(const program_order& order, interrupter& stop, boost::asio::yield_context yield) = 0;

  virtual const runner_options& options() const noexcept = 0;
};

/// Throws std::system_error where the process beside this one cannot be made. From then on this process ignores
/// SIGPIPE.
std::shared_ptr<runner> create_runner(boost::asio::any_io_executor loop, clock& time, runner_options options);

}  // namespace canary::process
