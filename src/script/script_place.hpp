#pragma once
// Where a script stands, for the log of what held the loop.

#include "script/vm_context.hpp"

#include <string>

namespace canary::script {

/// The frames that are being executed, the innermost first, one a line: 'at login (scripts/login.js:12)'. Where the
/// script is not within a native function but was in one since it was looked at last, that is what took so long: its
/// caller's frame comes first, or, where that function is no more, the first line is 'soon before login (…)'. '' where
/// nothing is known. Executes nothing, and does not allocate in the VM.
std::string script_place(vm_context& vm, const watched_script* script);

}  // namespace canary::script
