#include "retention_marks.hpp"

namespace canary::store {
namespace {

constexpr const char *passes_key = "swept", *failures_key = "swept-failures";

run_id read_mark(const lmdb::transaction& txn, const tables& in, const char* key) {
  const auto bytes = txn.get(in.meta, key);
  return bytes ? id_of(*bytes).value_or(run_id{}) : run_id{};
}

}  // namespace

retention_marks read_marks(const lmdb::transaction& txn, const tables& in) {
  return {read_mark(txn, in, passes_key), read_mark(txn, in, failures_key)};
}

void write_marks(lmdb::transaction& txn, const tables& in, const retention_marks& marks) {
  txn.put(in.meta, passes_key, key_of(marks.passes));
  txn.put(in.meta, failures_key, key_of(marks.failures));
}

}  // namespace canary::store
