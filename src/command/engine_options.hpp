#pragma once
// The daemon's options, as canaryctl's flags set them.

#include "canary/command/control_options.hpp"
#include "canary/config/options.hpp"

namespace canary::command {

config::options engine_options(const control_options& options);

}  // namespace canary::command
