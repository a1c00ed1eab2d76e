#pragma once
// `canaryctl import`.

#include "canary/command/import_options.hpp"

namespace canary::command {

/// Writes the canary, says on standard error what was left out and which secrets it wants, and returns the exit code.
/// Nothing is written where something is wrong, or where a file is there that was not to be replaced.
int import_recording(const import_options& options);

}  // namespace canary::command
