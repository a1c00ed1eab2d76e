#pragma once
// Times a little after others, where there may be none: what comes from outside may name the last nanosecond there is.

#include "canary/core/run_id.hpp"
#include "canary/core/time.hpp"

#include <chrono>

namespace canary::store {

/// Ids are made when a run is ordered; it may wait so long for a place.
inline constexpr std::chrono::minutes longest_wait{1};

/// `by` is not negative.
inline wall_time later(wall_time t, nanoseconds by) { return t > wall_time::max() - by ? wall_time::max() : t + by; }

/// Ids tell milliseconds: the whole of the last one counts.
inline wall_time past_its_millisecond(wall_time t) { return later(t, std::chrono::milliseconds{1}); }

/// Where a walk by ids starts that looks for runs which began at `since` or later.
inline run_id first_begun_at(wall_time since) {
  return run_id::floor(since > wall_time{} + longest_wait ? since - longest_wait : wall_time{});
}

}  // namespace canary::store
