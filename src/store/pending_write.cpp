#include "pending_write.hpp"

#include "record_codec.hpp"

namespace canary::store {
namespace {

void apply_start(const run_record& record, lmdb::transaction& txn, const tables& in) {
  const std::uint32_t number = number_test(txn, in, record.test);
  if (!txn.put_new(in.runs, key_of(record.id), encode_record(record, number))) return;
  txn.add_id(in.by_test, key_of(number), key_of(record.id));
  txn.put_new(in.ongoing, key_of(record.id), {});
}

void apply_end(const pending_write& write, lmdb::transaction& txn, const tables& in) {
  const run_record& record = write.record;
  const std::uint32_t number = number_test(txn, in, record.test);
  const std::string bytes = encode_record(record, number);
  if (txn.remove(in.ongoing, key_of(record.id))) {
    txn.put(in.runs, key_of(record.id), bytes);
  } else {
    // Its start was given up while the queue was full, or it has an outcome.
    if (!txn.put_new(in.runs, key_of(record.id), bytes)) return;
    txn.add_id(in.by_test, key_of(number), key_of(record.id));
  }
  if (!write.details.empty()) txn.put_new(in.details, key_of(record.id), write.details);
}

}  // namespace

void apply(const pending_write& write, lmdb::transaction& txn, const tables& in) {
  if (write.what == pending_write::kind::start) {
    apply_start(write.record, txn, in);
  } else {
    apply_end(write, txn, in);
  }
}

}  // namespace canary::store
