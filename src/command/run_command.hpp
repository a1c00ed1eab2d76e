#pragma once
// `canaryctl run`.

#include "canary/app/daemon_parts.hpp"
#include "canary/command/control_options.hpp"

namespace canary::command {

/// Runs scripts or a configuration's tests, one after the other, and returns the exit code.
int run_tests(const control_options& options, const app::environment& get);

}  // namespace canary::command
