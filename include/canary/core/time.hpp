#pragma once
// The two kinds of time that canaryd keeps apart, and how wall time is written.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace canary {

using std::chrono::nanoseconds;

/// A date: what people read and what is stored. It may jump when the machine's clock is set. Nanoseconds since the
/// Unix epoch, UTC.
using wall_time = std::chrono::sys_time<nanoseconds>;

/// A point on a clock that never jumps: what deadlines, schedules and durations are computed with.
using mono_time = std::chrono::time_point<std::chrono::steady_clock, nanoseconds>;

/// RFC 3339 in UTC as Go prints it: trailing zeros of the fraction are dropped ('2026-11-22T12:00:00.5Z').
std::string format_rfc3339(wall_time t);

/// The inverse, for any RFC 3339 offset and up to nine digits of fraction. Empty where `text` is not such a time, or
/// lies outside the years 1678 to 2261 that nanoseconds in 64 bits can hold.
std::optional<wall_time> parse_rfc3339(std::string_view text);

}  // namespace canary
