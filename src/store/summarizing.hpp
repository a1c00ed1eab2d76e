#pragma once
// Summaries from rollups: whole days from `days`, whole hours from `hours`, and the runs themselves at the edges. What
// one costs depends on its window, and not on how much is stored.

#include "canary/store/standing.hpp"
#include "canary/store/summary.hpp"
#include "lmdb.hpp"
#include "schema.hpp"

#include <cstdint>
#include <string_view>

namespace canary::store {

/// Runs at an edge that are read one by one. In an hour that has more, or of which some are not where their time says
/// (retention has removed them, or the clock was set), the edge moves to the hour's.
inline constexpr std::uint64_t most_edge_runs = 800;

/// Look-ups of rollups for one answer: two years of days.
inline constexpr std::uint32_t most_rollups = 800;

// All of these throw `lmdb::fault`. An unknown test has no runs.

/// `since` and `until` of the answer say what it covers: the window, but for edges that moved outwards, and for a
/// beginning so long ago that there would be too much to read.
summary read_summary(const lmdb::transaction& txn, const tables& in, std::string_view test, wall_time since,
                     wall_time until);

/// `step` is in hours, from 1; stretches are aligned to multiples of it since 1970.
rollup_page read_rollups(const lmdb::transaction& txn, const tables& in, std::string_view test, wall_time since,
                         wall_time until, std::uint32_t step);

/// Empty where no run of the test has ended.
std::optional<standing> read_standing(const lmdb::transaction& txn, const tables& in, std::string_view test);

}  // namespace canary::store
