#pragma once
// The engine's memory functions: a VM's arena, and the bounds that hold for what it asks.

#include <duktape.h>

namespace canary::script {

struct vm_context;

/// The arena's; what a script asks for once it is over, or over its limit, is refused. `vm` may be null, and set later.
duk_memory_functions memory_functions(vm_context* vm);

/// For a template: all bytes of a block that nobody writes are 0.
duk_memory_functions zeroing_memory_functions(vm_context* vm);

}  // namespace canary::script
