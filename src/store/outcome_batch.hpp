#pragma once
// What the ends of runs change beside the runs themselves: the indexes of failures and retries, rollups, standings.
//
// Collected for a whole transaction and written at its end, test by test: each of a test's rollups and its standing
// are read and written once, however many of its runs have ended.

#include "canary/core/run_record.hpp"
#include "schema.hpp"

#include <cstdint>
#include <vector>

namespace canary::store {

class outcome_batch {
 public:
  /// A run that has ended, and did not count as ended before.
  void add(const run_record& record, std::uint32_t test_number);

  /// Puts it all into the transaction, and is empty then. Throws `lmdb::fault`.
  void write(lmdb::transaction& txn, const tables& in);

  void clear() { ended_.clear(); }

 private:
  struct ended_run {
    std::uint32_t test_number;
    std::uint32_t hour;
    run_record record;  ///< without its texts
  };
  using place = std::vector<ended_run>::const_iterator;
  static void write_test(lmdb::transaction& txn, const tables& in, place from, place to);

  std::vector<ended_run> ended_;
};

/// Takes a run's ids out of `failures` and `retries`. Throws `lmdb::fault`.
void forget_outcome(lmdb::transaction& txn, const tables& in, const run_record& record, std::uint32_t test_number);

}  // namespace canary::store
