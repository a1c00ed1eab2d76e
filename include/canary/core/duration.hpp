#pragma once
// Durations as Go writes them: '1h30m', '250ms', '1.5s'.

#include "canary/core/result.hpp"
#include "canary/core/time.hpp"

#include <string>
#include <string_view>

namespace canary {

/// Reads what Go's time.ParseDuration does: an optional sign, then numbers, each with an optional fraction and a unit
/// (ns, us or µs, ms, s, m, h, d, w); or a plain '0'. Beyond that, d is 24 h and w is 7 d. The error names what is
/// wrong in `text`. Fails also where the sum does not fit into 64 bits of nanoseconds, some 292 years.
result<nanoseconds> parse_duration(std::string_view text);

/// Writes what Go's Duration.String does: '1h30m0s', '1.5s', '250ms', '0s'.
std::string format_duration(nanoseconds d);

}  // namespace canary
