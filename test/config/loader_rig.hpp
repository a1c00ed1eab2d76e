#pragma once
// Loads configurations, from a folder of their own, with the real engine.

#include "canary/config/loader.hpp"
#include "support/script_bench.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <vector>

namespace canary::testing {

struct loader_rig {
  script_bench scripts;
  temporary_folder folder;
  config::loader_options options;
  std::vector<std::string> lines;  ///< what the configuration printed, as the daemon's log shows it

  explicit loader_rig(bool fork = true) : scripts(fork) { options.work_dir = folder.path(); }

  result<config::configuration> load() {
    const logger log(
        *scripts.time, [this](std::string line) { lines.push_back(std::move(line)); }, log_format::json,
        log_level::debug);
    std::optional<result<config::configuration>> loaded;
    scripts.in_coroutine([&](boost::asio::yield_context yield) {
      interrupter stop;
      loaded = config::load_configuration(options, *scripts.time, scripts.turns, *scripts.vms, log, stop, yield);
    });
    return std::move(*loaded);
  }

  result<config::configuration> load(std::string_view source) {
    folder.write("config.js", source);
    return load();
  }
};

}  // namespace canary::testing
