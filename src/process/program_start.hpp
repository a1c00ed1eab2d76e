#pragma once
// From a fresh fork to the program.

#include "process/order_text.hpp"

namespace canary::process {

/// What the calling process becomes: the program, with these three descriptors as 0, 1 and 2 and no other, in a session
/// and a group of its own, all signals as a new process has them. Where that cannot be, writes a `report` to `failed`
/// (which is closed on exec) and ends.
[[noreturn]] void start_program(const start_order& order, int in, int out, int err, int failed);

}  // namespace canary::process
