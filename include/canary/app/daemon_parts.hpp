#pragma once
// What scripts need to run, put together once for the daemon, for --check and for canaryctl.

#include "canary/config/loader.hpp"
#include "canary/config/options.hpp"
#include "canary/core/log_sink.hpp"
#include "canary/run/engine.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>

namespace canary::app {

using environment = std::function<const char*(const char*)>;

/// The loop and the engine. Members are in the order in which they are built; nothing here is shared with another
/// thread.
struct script_world {
  script_world(const config::options& options, const environment& get, nanoseconds slice);

  /// Loads the configuration to its end, turning the loop meanwhile. Only while nobody else turns it.
  result<config::configuration> load(const config::options& options, const logger& log,
                                     config::translation_listener translations);

  /// Reads anew what scripts may ask for. The error says which file is wrong; what was there before stays then.
  result<void> load_secrets();

  /// What to load, and with what.
  config::loader_options loading(const config::options& options) const;

  /// `spawn`, and turns the loop until nothing goes on. Only while nobody else turns it.
  void complete(std::function<void(boost::asio::yield_context)> work);

  /// Calls `work` in a coroutine on a script stack. What it throws comes out of the loop.
  void spawn(std::function<void(boost::asio::yield_context)> work);

  /// Calls `work` in the turn after every script that can go on once timers and sockets have been looked after.
  void give_turn(std::function<void()> work);

  boost::asio::io_context loop{1};
  std::unique_ptr<clock> time;
  std::shared_ptr<process::runner> programs;  ///< null where scripts may not run any
  std::function<std::string(std::string_view)> environment_of_scripts;
  std::function<result<secret_map>()> secrets_of_scripts;
  script::turns turns;
  std::unique_ptr<script::vm_factory> vms;
  std::shared_ptr<config::transpile_cache> cache;  ///< null for none
  run::engine engine;
};

}  // namespace canary::app
