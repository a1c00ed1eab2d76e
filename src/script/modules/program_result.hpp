#pragma once
// How a program ended, as exec.run and ssh.run give it.

#include "canary/process/program.hpp"

#include <duktape.h>

namespace canary::script {

/// Pushes { code, signal, stdout, stderr, duration }.
void push_program_result(duk_context* ctx, const process::program_end& end);

/// What the option `max_output` may say, in bytes.
inline constexpr std::uint64_t most_output = 1u << 30;

}  // namespace canary::script
