#pragma once
// Why a run did not pass. Pure.

#include "canary/command/look.hpp"
#include "canary/run/execution.hpp"

#include <string>

namespace canary::command {

/// Appends the cause with its class, where in the source it is, with a caret, what was expected and what came instead,
/// the calls that led there, and the certificate where that is why.
void append_failure(std::string& out, const run::run_result& result, const look& as);

}  // namespace canary::command
