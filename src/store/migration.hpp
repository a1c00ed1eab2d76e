#pragma once
// A file of an older version becomes one of this.
//
// Each step goes from one version to the next that differs, in slices of one transaction each, and keeps in the file
// how far it has come: killed at any moment, it goes on from there when the file is opened next. A file is marked as of
// the new version before the first slice, so that an older canaryd keeps its hands off what is half done.
//
//   from 1, 2   the tables of version 3 are filled from the runs that have ended
//   from 3      nothing but the mark: version 4 is 3 with skipped runs, of which an older canaryd knows nothing

#include "schema.hpp"

#include <functional>

namespace canary::store {

/// How far it has come, in runs. `all` counts those that the file has.
using migration_progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Begins what there is to begin, within the caller's transaction. Throws `lmdb::fault`, as all of these do.
void begin_migration(lmdb::transaction& txn, tables& in);

bool is_migrating(const lmdb::transaction& txn, const tables& in);

/// One slice, at most `most` runs, in a transaction of its own that is committed. Returns how many runs it took; 0
/// where nothing is left to do.
std::uint64_t migrate_some(lmdb::environment& env, const tables& in, std::uint64_t most);

/// All that is left. `progress` is called after each slice; may be empty.
void migrate(lmdb::environment& env, const tables& in, const migration_progress& progress);

}  // namespace canary::store
