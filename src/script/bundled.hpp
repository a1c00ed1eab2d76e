#pragma once
// The JavaScript that came with the program, compiled.

#include "script/vm_context.hpp"

#include <vector>

namespace canary::script {

/// All of it, as bytecode. Throws std::runtime_error where one does not compile: a broken build.
std::vector<bundled_script> compile_bundled_scripts();

/// Those that a script may use, and the one that does what a small script does (warmup.js), which is for trying only.
inline constexpr preload_set every_preload = 3, warmup = 4;

/// Which of them a script is likely to use, by the names in its text.
preload_set mentioned(std::string_view source);

}  // namespace canary::script
