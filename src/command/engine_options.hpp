#pragma once
// The daemon's options, as canaryctl's flags set them.

#include "canary/app/daemon_parts.hpp"
#include "canary/command/control_options.hpp"
#include "canary/config/options.hpp"

#include <functional>

namespace canary::command {

/// What is transpiled is kept where the environment says that a user's caches are.
config::options engine_options(const control_options& options, const std::function<const char*(const char*)>& get);

/// `get`, and behind it what --env-file has: the environment wins, as with Node's flag of that name. The file is read
/// now; the error says where it is wrong.
result<app::environment> with_env_file(const control_options& options, const app::environment& get);

}  // namespace canary::command
