#pragma once
// `canaryctl check`.

#include "canary/app/daemon_parts.hpp"
#include "canary/command/control_options.hpp"

namespace canary::command {

/// Says all that is wrong with a configuration, for people or with --json, and returns the exit code.
int check(const control_options& options, const app::environment& get);

}  // namespace canary::command
