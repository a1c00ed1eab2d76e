#pragma once
// Writes become entries of the tables.

#include "details_packing.hpp"
#include "lmdb.hpp"
#include "outcome_batch.hpp"
#include "pending_write.hpp"
#include "retention_marks.hpp"
#include "schema.hpp"

#include <string>
#include <unordered_map>

namespace canary::store {

class write_applier {
 public:
  explicit write_applier(const tables& in) : in_(in) {}

  /// Puts a batch into the transaction. A write that is there already, as after a commit whose answer was lost, changes
  /// nothing: the first outcome of a run is its only one. A start whose end is in the batch, too, is left out, since
  /// the end tells all that it does. Throws `lmdb::fault`.
  void apply(const write_batch& batch, lmdb::transaction& txn);

  /// The transaction came to nothing: so did the numbers that tests got in it.
  void forget();

 private:
  void start(const run_record& record, lmdb::transaction& txn);
  void end(const pending_write& write, lmdb::transaction& txn);
  void intervene(const pending_write& write, lmdb::transaction& txn);
  std::uint32_t number_of(const std::string& test, lmdb::transaction& txn);

  void add_to_test(std::uint32_t number, const run_id& id, lmdb::transaction& txn);
  /// Moves the ids of a test that has too many in `recent` to `by_test`.
  void settle(std::uint32_t number, lmdb::transaction& txn);

  const tables in_;
  std::vector<std::uint32_t> touched_;  ///< tests that got ids in this transaction
  outcome_batch outcomes_;
  details_packer packer_;
  run_id swept_;                                            ///< retention walks on from here
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of tests met so far
};

}  // namespace canary::store
