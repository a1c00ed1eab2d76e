#pragma once
// What editors and compilers are told of canaries: scripts/types, as one file.

#include "canary/command/author_options.hpp"

#include <string>

namespace canary::command {

/// All declarations. The first line says whose they are.
std::string declarations();

/// `canaryctl types`. A file that is there is replaced only where it is one that this has written.
int run_types_command(const types_order& order);

}  // namespace canary::command
