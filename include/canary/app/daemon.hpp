#pragma once
// The daemon, composed of all rooms.

#include "canary/config/options.hpp"

#include <functional>

namespace canary::app {

/// Exit codes of canaryd.
enum exit_code : int {
  success = 0,
  other_failure = 1,  ///< anything unforeseen
  bad_usage = 2,      ///< flags or configuration
  no_resource = 3,    ///< address or database
};

/// Runs until told to end by SIGTERM or SIGINT, and returns the exit code. `get` looks up an environment variable.
int run_daemon(const config::options& options, const std::function<const char*(const char*)>& get);

/// Says on stderr what is wrong with the configuration, and returns the exit code.
int check_configuration(const config::options& options, const std::function<const char*(const char*)>& get);

}  // namespace canary::app
