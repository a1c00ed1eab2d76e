#include "table_check.hpp"

#include "store/record_codec.hpp"
#include "store/rollup_codec.hpp"
#include "store/schema.hpp"
#include "store/standing_codec.hpp"

#include <map>
#include <set>

namespace canary::store::testing {
namespace {

using index = std::set<std::pair<std::string, std::string>>;
using rollups = std::map<std::string, rollup>;

struct contents {
  index by_test, failures, retries;
  std::set<std::string> ongoing;
  rollups hours, days;
  std::map<std::string, standing> states;
};

contents computed(const lmdb::transaction& txn, const tables& in) {
  contents out;
  lmdb::cursor walk(txn, in.runs);
  for (auto at = walk.first(); at; at = walk.next()) {
    const run_id id = id_of(at->key).value();
    const auto [run, number] = decode_record(id, at->value).value();
    const std::string key(at->key);
    out.by_test.emplace(key_of(number), key);
    if (run.status == run_status::running) {
      out.ongoing.insert(key);
      continue;
    }
    for (const std::uint32_t whose : {number, all_tests}) {
      if (run.status == run_status::failed) out.failures.emplace(key_of(whose, any_failure), key);
      if (run.status == run_status::skipped) out.failures.emplace(key_of(whose, skipped_runs), key);
      if (did_not_pass(run.status)) out.failures.emplace(key_of(whose, part_of(run.cause.kind)), key);
      if (run.attempt != 1) out.retries.emplace(key_of(whose, part_of_attempt(run.attempt)), key);
    }
    const std::uint32_t hour = hour_of(run.start_at);
    out.hours[key_of_span(hour, number)].add(run);
    out.days[key_of_span(day_of_hour(hour), number)].add(run);
    standing& state = out.states[key_of(number)];
    state.add(run);
    state.day = std::max(state.day, day_of_hour(hour));
  }
  // A test's newest day is not rolled up yet.
  for (const auto& [number, state] : out.states) {
    out.days.erase(key_of_span(state.day, number_of(number).value()));
  }
  return out;
}

index stored_index(const lmdb::transaction& txn, lmdb::table table) {
  index out;
  lmdb::cursor walk(txn, table);
  for (auto at = walk.first(); at; at = walk.next()) out.emplace(at->key, at->value);
  return out;
}

template <class Map, class Decode>
Map stored_map(const lmdb::transaction& txn, lmdb::table table, Decode decode) {
  Map out;
  lmdb::cursor walk(txn, table);
  for (auto at = walk.first(); at; at = walk.next()) out.emplace(at->key, decode(at->value).value());
  return out;
}

/// The rows of a standing do not depend on the order in which runs ended; its totals never do.
bool same_totals(const std::map<std::string, standing>& a, const std::map<std::string, standing>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    const standing &s = x.second, &t = y.second;
    return x.first == y.first && s.passed == t.passed && s.failed == t.failed && s.interrupted == t.interrupted &&
           s.skipped == t.skipped && s.newest == t.newest && s.last == t.last && s.day == t.day;
  });
}

}  // namespace

std::vector<std::string> disagreements(const std::filesystem::path& file, bool removed) {
  lmdb::environment env(file, 1 << 30, table_count);
  lmdb::transaction txn(env, lmdb::transaction::access::read);
  const tables in = open_tables(txn, {}).value();
  const contents should = computed(txn, in);
  std::vector<std::string> out;
  index by_test = stored_index(txn, in.by_test);
  by_test.merge(stored_index(txn, in.recent));
  if (by_test != should.by_test) out.push_back("by_test");
  index failures = stored_index(txn, in.failures);
  std::erase_if(failures, [](const auto& entry) { return entry.first == key_of(all_tests, late_pass); });
  if (failures != should.failures) out.push_back("failures");
  for (const auto& [id, details] : stored_index(txn, in.details)) {
    if (!txn.get(in.runs, id)) out.push_back("details of a run that is not there");
  }
  if (stored_index(txn, in.retries) != should.retries) out.push_back("retries");
  std::set<std::string> ongoing;
  for (const auto& [key, nothing] : stored_index(txn, in.ongoing)) ongoing.insert(key);
  if (ongoing != should.ongoing) out.push_back("ongoing");
  if (removed) return out;
  if (stored_map<rollups>(txn, in.hours, decode_rollup) != should.hours) out.push_back("hours");
  if (stored_map<rollups>(txn, in.days, decode_rollup) != should.days) out.push_back("days");
  const auto states = stored_map<std::map<std::string, standing>>(txn, in.states, decode_standing);
  if (!same_totals(states, should.states)) out.push_back("states");
  if (txn.get(in.meta, "migrating")) out.push_back("its migration is not over");
  return out;
}

}  // namespace canary::store::testing
