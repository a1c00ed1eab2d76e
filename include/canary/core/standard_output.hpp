#pragma once
// What a program has printed, and whether it has arrived.

#include <string>

namespace canary {

/// Flushes stdout. Why what was printed has not been written, as a sentence; '' where it has, and where who read it has
/// closed the pipe, having seen enough.
std::string finish_standard_output();

}  // namespace canary
