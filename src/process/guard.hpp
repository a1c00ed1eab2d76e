#pragma once
// A process that starts one program, and outlives whatever comes of it.

#include "process/messages.hpp"

namespace canary::process {

/// What the calling process becomes: a fresh fork of the starter's. Starts the program, reports how it ended, and ends
/// when nothing is left of it.
[[noreturn]] void become_guard(order_descriptors given);

/// Tells whoever waits at the other end.
void send_report(int control, const report& what);

}  // namespace canary::process
