#pragma once
// Steps of a run, and what it does to tidy up after itself.

#include "script/vm_context.hpp"

namespace canary::script {

/// Puts `step`, `cleanup` and `skip` into the object on top.
void put_step_functions(duk_context* ctx);

/// Whether the value on top of the heap's stack is what `vm.failed_within` failed of. Never throws.
bool came_from_step(vm_context& vm);

/// Calls the cleanup that was registered last, and forgets it; there is one. Throws what it throws. A promise that it
/// gives is waited for in a modern script: `pause` sleeps for so many milliseconds.
void run_last_cleanup(duk_context* ctx, duk_c_function pause);

/// Records it as skipped, since there is no time for it.
void skip_last_cleanup(vm_context& vm);

/// What failed so far counts no more: it was told of.
void forget_failures(vm_context& vm);

/// Whether the value at `index` has a `then` that can be called. May run the script's code, and throw.
bool is_thenable(duk_context* ctx, duk_idx_t index);

}  // namespace canary::script
