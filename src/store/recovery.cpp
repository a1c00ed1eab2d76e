#include "recovery.hpp"

#include "bytes.hpp"
#include "outcome_batch.hpp"
#include "record_codec.hpp"

#include <string>
#include <vector>

namespace canary::store {

bool end_unfinished(lmdb::transaction& txn, const tables& in, wall_time now, std::uint64_t& ended) {
  constexpr std::size_t at_a_time = 256;
  std::vector<std::string> keys;
  {
    lmdb::cursor walk(txn, in.ongoing);
    for (auto at = walk.first(); at && keys.size() < at_a_time; at = walk.next()) keys.emplace_back(at->key);
  }
  outcome_batch outcomes;
  std::size_t removed = 0;  // of a damaged file, perhaps none
  for (const std::string& key : keys) {
    removed += txn.remove(in.ongoing, key) ? 1 : 0;
    const auto id = id_of(key);
    const auto bytes = id ? txn.get(in.runs, key) : std::nullopt;
    auto run = bytes ? decode_record(*id, *bytes) : std::nullopt;
    if (!run || run->record.status != run_status::running) continue;
    run->record.status = run_status::interrupted;
    run->record.end_at = now;
    run->record.cause = {failure_class::interrupted, "the daemon ended before this run did"};
    txn.put(in.runs, key, encode_record(run->record, run->test_number));
    outcomes.add(run->record, run->test_number);
    ++ended;
  }
  outcomes.write(txn, in);
  return removed > 0 && txn.count(in.ongoing) > 0;
}

}  // namespace canary::store
