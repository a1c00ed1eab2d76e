#pragma once
// From the value that a script ended with, to its failure class, its cause and its place.

#include "canary/script/program.hpp"
#include "script/vm_context.hpp"

namespace canary::script {

/// The thrown value is on top of the engine's stack, and stays there. Looks at it as far as that is possible without
/// being deceived or delayed by it: what it does when looked at is still within the run's bounds.
/// `code` is what was executed: its file and source, its modules, and where their lines come from.
verdict describe_failure(vm_context& vm, const program& code);

/// Class and message of the value on top, as the cause of a run names them. Never throws; the value stays.
failure thrown_cause(vm_context& vm, duk_context* ctx);

}  // namespace canary::script
