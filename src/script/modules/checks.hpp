#pragma once
// Checks that did not hold: what becomes of them when the script has ended.

#include "script/vm_context.hpp"

#include <string>

namespace canary::script {

/// How many of them the cause of a run names.
inline constexpr std::size_t most_named_checks = 20;

/// Throws where a check that fails the run did not hold: an error of class assert that names them, of the place of the
/// first.
void throw_failed_checks(duk_context* ctx);

/// '2 checks did not hold: 'is 200', 'is quick''.
std::string failed_checks_text(const vm_context& vm);

}  // namespace canary::script
