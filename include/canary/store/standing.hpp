#pragma once
// How a test stands, by all of its runs that have ended and are stored.

#include "canary/core/run_record.hpp"

#include <cstdint>

namespace canary::store {

/// A row is what the newest outcomes have in common: all passed, or all failed. Interrupted and skipped runs neither
/// are in one nor end one. Runs count in the order of their ids; one that ends after a newer one has ended is in no
/// row.
struct standing {
  run_status last = run_status::running;    ///< outcome of the newest run that has ended; running: there is none
  run_id newest;                            ///< its id
  run_status row_of = run_status::running;  ///< passed or failed; running: no run has done either
  std::uint64_t row = 0;                    ///< runs in the row
  run_id row_first;                         ///< its first; of a row of failures, the one that the incident began with
  wall_time row_since{};                    ///< when that one started
  std::uint64_t passed = 0, failed = 0, interrupted = 0, skipped = 0;  ///< ever, those that retention has removed, too
  std::uint32_t day = 0;  ///< since 1970: the newest in which a run started; those before are rolled up

  /// One more run that has ended.
  void add(const run_record& record);

  bool operator==(const standing&) const = default;
};

}  // namespace canary::store
