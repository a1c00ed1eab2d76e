#pragma once
// The daemon's options, as canaryctl's flags set them.

#include "canary/command/control_options.hpp"
#include "canary/config/options.hpp"

#include <functional>

namespace canary::command {

/// What is transpiled is kept where the environment says that a user's caches are.
config::options engine_options(const control_options& options, const std::function<const char*(const char*)>& get);

}  // namespace canary::command
