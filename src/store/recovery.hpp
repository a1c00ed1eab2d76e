#pragma once
// What a daemon that ended without warning leaves behind, put in order when the file is opened.

#include "canary/core/time.hpp"
#include "schema.hpp"

namespace canary::store {

/// Ends each run in `ongoing` as interrupted, at `now`. Returns how many. Their durations stay 0: nobody measured them.
std::uint64_t end_unfinished(lmdb::transaction& txn, const tables& in, wall_time now);

/// Reads every entry of every table, LMDB's own ones too, in a reading transaction. True where all pages that are in
/// use are there and each record is whole.
bool is_whole(lmdb::transaction& txn, const tables& in);

}  // namespace canary::store
