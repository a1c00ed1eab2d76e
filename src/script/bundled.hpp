#pragma once
// The JavaScript that came with the program, compiled.

#include "script/vm_context.hpp"

#include <vector>

namespace canary::script {

/// All of it, as bytecode. Throws std::runtime_error where one does not compile: a broken build.
std::vector<bundled_script> compile_bundled_scripts();

/// Those that a script may use, and the one that does what a small script does (warmup.js), which is for trying only.
inline constexpr preload_set every_preload = 3, warmup = 4;

/// What a transpiled script has: the newer library, and console's formatting.
inline constexpr preload_set newer_library = 8, console_formatting = 1,
                             modern_preload = newer_library | console_formatting;

/// The newer library: compiled apart, since it takes some 20 ms that few want.
bundled_script compile_newer_library();

/// Chai, which is no part of a template: it is loaded at its first use, within some 2 ms.
inline constexpr preload_set assertions = 16;

/// Which of them a script is likely to use, by the names in its text.
preload_set mentioned(std::string_view source);

}  // namespace canary::script
