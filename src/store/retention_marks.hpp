#pragma once
// How far retention has come, as `meta` keeps it.

#include "lmdb.hpp"
#include "schema.hpp"

namespace canary::store {

/// Below these, runs have been removed: those that passed, and those that did not.
struct retention_marks {
  run_id passes, failures;
};

retention_marks read_marks(const lmdb::transaction& txn, const tables& in);
void write_marks(lmdb::transaction& txn, const tables& in, const retention_marks& marks);

}  // namespace canary::store
