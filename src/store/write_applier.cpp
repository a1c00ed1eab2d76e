#include "write_applier.hpp"

#include "record_codec.hpp"

#include <unordered_set>

namespace canary::store {

void write_applier::apply(const write_batch& batch, lmdb::transaction& txn) {
  swept_ = read_marks(txn, in_).passes;
  std::unordered_set<run_id> ending;
  for (const pending_write& write : batch) {
    if (write.what == pending_write::kind::end) ending.insert(write.record.id);
  }
  for (const pending_write& write : batch) {
    if (write.what == pending_write::kind::end) {
      end(write, txn);
    } else if (!ending.contains(write.record.id)) {
      start(write.record, txn);
    }
  }
  outcomes_.write(txn, in_);
}

void write_applier::forget() {
  numbers_.clear();
  outcomes_.clear();
  packer_.forget();
}

void write_applier::start(const run_record& record, lmdb::transaction& txn) {
  const std::uint32_t number = number_of(record.test, txn);
  if (!txn.put_new(in_.runs, key_of(record.id), encode_record(record, number))) return;
  txn.add_id(in_.by_test, key_of(number), key_of(record.id));
  txn.put_new(in_.ongoing, key_of(record.id), {});
}

void write_applier::end(const pending_write& write, lmdb::transaction& txn) {
  const run_record& record = write.record;
  const std::uint32_t number = number_of(record.test, txn);
  const std::string bytes = encode_record(record, number);
  if (txn.remove(in_.ongoing, key_of(record.id))) {
    txn.put(in_.runs, key_of(record.id), bytes);
  } else {
    // Its start is in the same batch, or was given up while the queue was full; or it has an outcome.
    if (!txn.put_new(in_.runs, key_of(record.id), bytes)) return;
    txn.add_id(in_.by_test, key_of(number), key_of(record.id));
  }
  if (!write.details.empty()) {
    txn.put_new(in_.details, key_of(record.id), packer_.pack(txn, in_, number, write.details));
  }
  if (record.status == run_status::passed && record.id < swept_) {
    txn.add_id(in_.failures, key_of(all_tests, late_pass), key_of(record.id));
  }
  outcomes_.add(record, number);
}

std::uint32_t write_applier::number_of(const std::string& test, lmdb::transaction& txn) {
  const auto known = numbers_.find(test);
  if (known != numbers_.end()) return known->second;
  return numbers_.emplace(test, number_test(txn, in_, test)).first->second;
}

}  // namespace canary::store
