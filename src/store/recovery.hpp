#pragma once
// What a daemon that ended without warning leaves behind, put in order when the file is opened.

#include "canary/core/time.hpp"
#include "schema.hpp"

namespace canary::store {

/// Ends runs in `ongoing` as interrupted, at `now`, and takes them out of it: at most so many that a transaction needs
/// few pages, since a file may be full. `ended` grows by those that were running. Whether there are more. Their
/// durations stay 0: nobody measured them.
bool end_unfinished(lmdb::transaction& txn, const tables& in, wall_time now, std::uint64_t& ended);

}  // namespace canary::store
