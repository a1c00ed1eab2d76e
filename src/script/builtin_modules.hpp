#pragma once
// Where the built-in modules are.

#include "canary/script/builtin_modules.hpp"

#include <duktape.h>

namespace canary::script {

/// Pushes what `require(name)` gives. Loaded at its first use in this VM, the same value afterwards; false, and nothing
/// pushed, where there is none of that name. May throw, as the engine does.
bool push_builtin_module(duk_context* ctx, std::string_view name);

}  // namespace canary::script
