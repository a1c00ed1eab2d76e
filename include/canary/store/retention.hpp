#pragma once
// How long runs are kept.

#include "canary/core/time.hpp"

#include <cstdint>

namespace canary::store {

/// Passes are removed before what failed, and the oldest first. A run that goes on is never removed. What is past is
/// kept where nothing says otherwise.
struct retention {
  nanoseconds passes = nanoseconds::max();    ///< how old a passed run may become, by its id
  nanoseconds failures = nanoseconds::max();  ///< and one that failed or was interrupted
  nanoseconds rollups = nanoseconds::max();   ///< and what summaries are made of
  std::uint64_t runs = 0;                     ///< how many are kept at most; 0: any number
  bool make_room = false;  ///< where nine tenths of the largest size are in use, runs go until it is less
};

/// Why runs were removed, and how many.
struct removed_runs {
  std::uint64_t by_age = 0, by_count = 0, by_size = 0;

  std::uint64_t all() const { return by_age + by_count + by_size; }
};

/// What retention went by, as the database remembers it from one start to the next.
struct retention_date {
  retention_date(wall_time of, nanoseconds doubted = {}) : date(of), doubted_for(doubted) {}

  wall_time date;
  nanoseconds doubted_for;  ///< for so long the machine's clock has been ahead of it by then; 0 where it was believed
  bool operator==(const retention_date&) const = default;
};

}  // namespace canary::store
