#pragma once
// What a script finds beyond the language.

#include "canary/script/vm.hpp"

#include <duktape.h>

namespace canary::script {

/// Where the engine's own object is kept once scripts cannot reach it any more, in the global stash.
inline constexpr const char* engine_object_key = "engine";

/// Puts the modules of `scope` into a fresh VM, and takes out what is the engine's. Within a protected call: it throws
/// the engine's error where memory does not suffice.
void furnish(duk_context* ctx, vm_scope scope);

}  // namespace canary::script
