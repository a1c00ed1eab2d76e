#pragma once
// How far retention has come, as `meta` keeps it.

#include "canary/store/retention.hpp"
#include "lmdb.hpp"
#include "schema.hpp"

#include <optional>

namespace canary::store {

/// Below these, runs have been removed: those that passed, and those that did not.
struct retention_marks {
  run_id passes, failures;
};

retention_marks read_marks(const lmdb::transaction& txn, const tables& in);
void write_marks(lmdb::transaction& txn, const tables& in, const retention_marks& marks);

/// The date that retention went by when it last looked; empty where it never has.
std::optional<retention_date> read_expiry(const lmdb::transaction& txn, const tables& in);
void write_expiry(lmdb::transaction& txn, const tables& in, const retention_date& date);

/// From this id on, every run is there.
inline run_id removed_below(const lmdb::transaction& txn, const tables& in) {
  const auto marks = read_marks(txn, in);
  return std::max(marks.passes, marks.failures);
}

}  // namespace canary::store
