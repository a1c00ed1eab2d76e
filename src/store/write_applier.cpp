#include "write_applier.hpp"

#include "record_codec.hpp"

#include <algorithm>
#include <unordered_set>

namespace canary::store {
namespace {

/// Ids of a test in `recent`. With 64, that table would have twice the pages, and `by_test` half the writes; both are
/// few by then.
constexpr std::size_t most_recent = 32;

}  // namespace

void write_applier::apply(const write_batch& batch, lmdb::transaction& txn) {
  swept_ = read_marks(txn, in_).passes;
  std::unordered_set<run_id> ending;
  for (const pending_write& write : batch) {
    if (write.what == pending_write::kind::end) ending.insert(write.record.id);
  }
  for (const pending_write& write : batch) {
    switch (write.what) {
      case pending_write::kind::start:
        if (!ending.contains(write.record.id)) start(write.record, txn);
        break;
      case pending_write::kind::end:
        end(write, txn);
        break;
      case pending_write::kind::intervention:
        intervene(write, txn);
    }
  }
  outcomes_.write(txn, in_);
  // Test by test, as neighbours are on the same pages.
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  for (const std::uint32_t number : touched_) settle(number, txn);
  touched_.clear();
}

void write_applier::add_to_test(std::uint32_t number, const run_id& id, lmdb::transaction& txn) {
  txn.add_id(in_.recent, key_of(number), key_of(id));
  touched_.push_back(number);
}

void write_applier::settle(std::uint32_t number, lmdb::transaction& txn) {
  const std::string key = key_of(number);
  std::vector<std::string> ids;
  {
    lmdb::cursor walk(txn, in_.recent);
    auto id = walk.first_id(key);
    if (!id || walk.count_ids() < most_recent) return;
    for (; id; id = walk.next_id()) ids.emplace_back(*id);
  }
  for (const std::string& id : ids) txn.add_id(in_.by_test, key, id);
  txn.remove(in_.recent, key);
}

void write_applier::forget() {
  numbers_.clear();
  touched_.clear();
  outcomes_.clear();
  packer_.forget();
}

void write_applier::start(const run_record& record, lmdb::transaction& txn) {
  const std::uint32_t number = number_of(record.test, txn);
  if (!txn.put_new(in_.runs, key_of(record.id), encode_record(record, number))) return;
  add_to_test(number, record.id, txn);
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
    add_to_test(number, record.id, txn);
  }
  if (!write.details.empty()) {
    txn.put_new(in_.details, key_of(record.id), packer_.pack(txn, in_, number, write.details));
  }
  if (ages_as_pass(record.status) && record.id < swept_) {
    txn.add_id(in_.failures, key_of(all_tests, late_pass), key_of(record.id));
  }
  outcomes_.add(record, number);
}

void write_applier::intervene(const pending_write& write, lmdb::transaction& txn) {
  if (!write.details.empty()) {
    txn.put(in_.interventions, key_of(number_of(write.record.test, txn)), write.details);
  } else if (const auto number = find_test_number(txn, in_, write.record.test)) {
    txn.remove(in_.interventions, key_of(*number));
  }
}

std::uint32_t write_applier::number_of(const std::string& test, lmdb::transaction& txn) {
  const auto known = numbers_.find(test);
  if (known != numbers_.end()) return known->second;
  return numbers_.emplace(test, number_test(txn, in_, test)).first->second;
}

}  // namespace canary::store
