#pragma once
// canaryctl: the daemon's engine, for one author at a terminal.

#include "canary/command/control_options.hpp"

#include <functional>

namespace canary::command {

/// Does what `options` ask, on stdout, with complaints on stderr. Returns the exit code.
int run_control(const control_options& options, const std::function<const char*(const char*)>& get);

}  // namespace canary::command
