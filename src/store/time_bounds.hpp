#pragma once
// Times a little after others, where there may be none: what comes from outside may name the last nanosecond there is.

#include "canary/core/time.hpp"

#include <chrono>

namespace canary::store {

/// Ids are made when a run is ordered; it may wait so long for a place.
inline constexpr std::chrono::minutes longest_wait{1};

/// `by` is not negative.
inline wall_time later(wall_time t, nanoseconds by) { return t > wall_time::max() - by ? wall_time::max() : t + by; }

/// Ids tell milliseconds: the whole of the last one counts.
inline wall_time past_its_millisecond(wall_time t) { return later(t, std::chrono::milliseconds{1}); }

}  // namespace canary::store
