#pragma once
// A heap built from nothing.

#include "script/vm_context.hpp"

namespace canary::script {

/// Builds the engine's own heap in the context's arena, which is empty. `memory` has the context as its udata. Throws
/// std::bad_alloc where it does not fit.
void build_heap(vm_context& vm, const duk_memory_functions& memory);

/// Adds what scripts of `scope` find beyond the language. On a stack of a `stack_pool`. Throws std::bad_alloc where it
/// does not fit.
void furnish_heap(vm_context& vm, vm_scope scope);

}  // namespace canary::script
