#pragma once
// `canaryctl new`: a folder with a configuration, first canaries, and what an editor needs.

#include "canary/command/author_options.hpp"

namespace canary::command {

/// Makes the folder where the caller is, and says on stdout what to do next. What is there already is not touched, and
/// where something cannot be written nothing is left.
int run_new_command(const new_order& order);

}  // namespace canary::command
