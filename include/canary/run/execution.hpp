#pragma once
// One run, from its VM to its outcome.

#include "canary/core/interrupter.hpp"
#include "canary/run/engine.hpp"
#include "canary/run/runner.hpp"
#include "canary/script/program.hpp"

#include <boost/asio/spawn.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace canary::run {

/// Told of what a run does while it goes on. All optional.
struct execution_observer {
  std::function<void(const run_record&, const log_entry&)> logged;
};

/// How a run ended, and what it left.
struct run_result {
  run_record record;
  run_details details;
  /// When the first certificate of each host ends that it met.
  std::map<std::string, wall_time> certificates = {};
};

/// Executes `code` as ordered, in the calling coroutine, whose turn it is and which runs on one of the engine's stacks.
/// `record` is what `begin_record` made. When `stop` is stopped the run ends soon, with that reason. Never throws for
/// what a script does; where the machine has no memory for a VM, the run fails with class limit.
run_result execute(const engine& with, const run_order& order, const script::program& code, run_record record,
                   interrupter& stop, const execution_observer& observer, boost::asio::yield_context yield);

/// The record of a run that begins now.
run_record begin_record(const clock& time, const run_order& order);

}  // namespace canary::run
