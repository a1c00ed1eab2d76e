#pragma once
// From the value that a script ended with, to its failure class, its cause and its place.

#include "canary/script/program.hpp"
#include "script/vm_context.hpp"

#include <span>
#include <string_view>

namespace canary::script {

/// The thrown value is on top of the engine's stack, and stays there. Looks at it as far as that is possible without
/// being deceived or delayed by it: what it does when looked at is still within the run's bounds.
/// `origins` of the lines that were executed, where the script was transpiled.
verdict describe_failure(vm_context& vm, std::string_view file, std::string_view source,
                         std::span<const source_point> origins = {});

/// Class and message of the value on top, as the cause of a run names them. Never throws; the value stays.
failure thrown_cause(vm_context& vm, duk_context* ctx);

}  // namespace canary::script
