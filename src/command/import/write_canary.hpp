#pragma once
// A recording as a canary's source.

#include "command/import/lift.hpp"
#include "command/import/recording.hpp"

#include <string>

namespace canary::command {

/// JavaScript (ES5), which `canaryctl run` can run as it is: a step for each of the recording's, a call and a check for
/// each request. Nothing that `lift` has found stands in it.
std::string write_canary(const recording& of, const lifted& found);

}  // namespace canary::command
