#include "migration.hpp"

#include "outcome_batch.hpp"
#include "record_codec.hpp"

namespace canary::store {
namespace {

constexpr const char* progress_key = "migrating";
constexpr std::uint64_t runs_a_slice = 8192;

}  // namespace

void begin_migration(lmdb::transaction& txn, tables& in) {
  if (raise_version(txn, in)) txn.put(in.meta, progress_key, key_of(run_id{}));
}

bool is_migrating(const lmdb::transaction& txn, const tables& in) { return txn.get(in.meta, progress_key).has_value(); }

std::uint64_t migrate_some(lmdb::environment& env, const tables& in, std::uint64_t most) {
  lmdb::transaction txn(env, lmdb::transaction::access::write);
  const auto reached = txn.get(in.meta, progress_key);
  if (!reached) return 0;
  const std::string last(*reached);
  outcome_batch outcomes;
  std::uint64_t taken = 0;
  std::string newest = last;
  {
    lmdb::cursor walk(txn, in.runs);
    auto at = walk.at_or_after(last);
    if (at && at->key == last) at = walk.next();
    for (; at && taken < most; at = walk.next(), ++taken) {
      newest = at->key;
      const auto id = id_of(at->key);
      const auto run = id ? decode_record(*id, at->value) : std::nullopt;
      if (run && run->record.status != run_status::running) outcomes.add(run->record, run->test_number);
    }
  }
  outcomes.write(txn, in);
  if (taken > 0) {
    txn.put(in.meta, progress_key, newest);
  } else {
    txn.remove(in.meta, progress_key);
  }
  txn.commit();
  return taken;
}

void migrate(lmdb::environment& env, const tables& in, const migration_progress& progress) {
  std::uint64_t all = 0, done = 0;
  {
    lmdb::transaction txn(env, lmdb::transaction::access::read);
    if (!is_migrating(txn, in)) return;
    all = txn.count(in.runs);
  }
  while (const std::uint64_t taken = migrate_some(env, in, runs_a_slice)) {
    done += taken;
    if (progress) progress(done, all);
  }
}

}  // namespace canary::store
