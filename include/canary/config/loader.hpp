#pragma once
// Runs config.js, in a VM of its own, and collects what it registers.

#include "canary/config/translation_listener.hpp"
#include "canary/config/transpile_cache.hpp"
#include "canary/core/clock.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/log.hpp"
#include "canary/core/result.hpp"
#include "canary/core/test.hpp"
#include "canary/script/turns.hpp"
#include "canary/script/vm.hpp"

#include <boost/asio/spawn.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace canary::config {

/// What a configuration script came to.
struct configuration {
  std::string name;                                ///< settings({ name: … }); '' where it has none
  std::string file;                                ///< as given
  std::vector<std::shared_ptr<const test>> tests;  ///< compiled, in the order of their registration
};

/// One thing that is wrong with a configuration.
struct configuration_problem {
  std::string file;  ///< as the author names it; '' where it is of none
  int line = 0;      ///< from 1; 0 where unknown
  int column = 0;    ///< from 1; 0 where unknown
  std::string message;
  std::string text;  ///< 'file:line:column: message', followed by the source around it
};

struct loader_options {
  std::filesystem::path file = "config.js";  ///< relative to `work_dir`
  std::filesystem::path work_dir = ".";
  std::uint64_t default_memory_limit = 64u << 20;            ///< bytes, for tests that name none
  std::function<std::string(std::string_view)> environment;  ///< what std.os.getenv gives
  nanoseconds timeout = std::chrono::seconds{10};            ///< of the configuration script
  std::shared_ptr<transpile_cache> cache;                    ///< of what modern scripts become; null for none

  translation_listener translations = {};  ///< who hears of those that take long

  /// Where set, loading goes on past what is wrong, as far as it can, and tells each here: unknown keys, missing files,
  /// scripts that cannot be compiled. It fails all the same, with the first.
  std::function<void(const configuration_problem&)> problem_found = {};
};

/// Loads and compiles everything, or nothing: the error is of the form 'file:line:column: what is wrong', followed by
/// the source around it. Suspends the calling coroutine, which must run on one of a stack pool's stacks, so that a long
/// configuration delays nobody; files are read at once. `log` takes what the script prints.
/// Ends early, with an error, when `stop` is stopped.
result<configuration> load_configuration(const loader_options& options, clock& time, script::turns& turns,
                                         script::vm_factory& vms, const logger& log, interrupter& stop,
                                         boost::asio::yield_context yield);

/// A script, or all that keeps it from being one.
using loaded_script = boost::system::result<std::shared_ptr<const test>, std::vector<configuration_problem>>;

/// One script as a test of its own, named after its file: for trying it. `cache` may be null. `timeout` is the test's,
/// and loading it may take as long, or 10 s where that is longer.
loaded_script load_script(const std::filesystem::path& file, nanoseconds timeout, std::uint64_t memory_limit,
                          clock& time, script::turns& turns, script::vm_factory& vms, transpile_cache* cache,
                          boost::asio::yield_context yield, translation_listener translations = {});

}  // namespace canary::config
