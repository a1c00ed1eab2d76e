#include "listing.hpp"

#include "details_packing.hpp"
#include "id_walk.hpp"
#include "intervention_codec.hpp"
#include "record_codec.hpp"
#include "run_filter.hpp"
#include "time_bounds.hpp"

#include <algorithm>

namespace canary::store {
namespace {

/// Whether the clock was set back, and new runs' ids go on from the time that it told before.
bool ids_are_ahead(const lmdb::transaction& txn, const tables& in) {
  const auto newest = lmdb::cursor(txn, in.runs).last();
  const auto id = newest ? id_of(newest->key) : std::nullopt;
  const auto run = id ? decode_record(*id, newest->value) : std::nullopt;
  return run && id->time() > later(run->record.start_at, longest_wait);
}

std::optional<run_id> upper_bound(const lmdb::transaction& txn, const tables& in, const run_query& query) {
  std::optional<run_id> bound = query.before;
  if (query.until && !ids_are_ahead(txn, in)) {
    // The whole of its last millisecond is walked; the filter looks closer.
    const run_id end = run_id::floor(past_its_millisecond(*query.until));
    bound = bound ? std::min(*bound, end) : end;
  }
  return bound;
}

/// Names are looked up once a page.
class test_names {
 public:
  test_names(const lmdb::transaction& txn, const tables& in) : txn_(txn), in_(in) {}

  const std::string& operator[](std::uint32_t number) {
    const auto [place, is_new] = known_.try_emplace(number);
    if (is_new) place->second = txn_.get(in_.tests, key_of(number)).value_or("");
    return place->second;
  }

 private:
  const lmdb::transaction& txn_;
  const tables& in_;
  std::unordered_map<std::uint32_t, std::string> known_;
};

error damaged(const run_id& id) { return error{"the stored record of run " + id.text() + " is damaged"}; }

}  // namespace

run_page list_page(const lmdb::transaction& txn, const tables& in, const run_query& query) {
  run_page page;
  const run_filter filter(txn, in, query);
  if (filter.lists().empty()) return page;
  const run_id lowest = query.since ? first_begun_at(*query.since) : run_id{};
  const std::size_t limit = std::min(query.limit, most_examined);
  test_names names(txn, in);

  std::size_t examined = 0;
  std::optional<run_id> last;
  for (id_walk at(txn, filter.lists(), upper_bound(txn, in, query)); at.id() && *at.id() >= lowest; at.advance()) {
    if (page.runs.size() >= limit || examined == most_examined) {
      page.next = last;
      break;
    }
    ++examined;
    last = at.id();
    const bool has_record = filter.lists().front().table == in.runs;
    const auto bytes = has_record ? at.value() : txn.get(in.runs, key_of(*last));
    auto run = bytes ? decode_record(*last, *bytes) : std::nullopt;
    if (!run || !filter.matches(run->record, run->test_number)) continue;
    run->record.test = query.test ? *query.test : names[run->test_number];
    page.runs.push_back(std::move(run->record));
  }
  return page;
}

std::vector<run_record> list_unfinished(const lmdb::transaction& txn, const tables& in, std::size_t limit) {
  std::vector<run_record> out;
  test_names names(txn, in);
  lmdb::cursor walk(txn, in.ongoing);
  std::size_t left = std::min(limit, most_examined);
  for (auto at = left > 0 ? walk.first() : std::nullopt; at && left > 0; at = walk.next(), --left) {
    const auto id = id_of(at->key);
    const auto bytes = txn.get(in.runs, at->key);
    auto run = id && bytes ? decode_record(*id, *bytes) : std::nullopt;
    if (!run) continue;
    run->record.test = names[run->test_number];
    out.push_back(std::move(run->record));
  }
  return out;
}

result<std::optional<run_record>> read_run(const lmdb::transaction& txn, const tables& in, const run_id& id) {
  const auto bytes = txn.get(in.runs, key_of(id));
  if (!bytes) return std::optional<run_record>{};
  auto run = decode_record(id, *bytes);
  if (!run) return damaged(id);
  run->record.test = test_names(txn, in)[run->test_number];
  return std::optional(std::move(run->record));
}

result<std::optional<run_details>> read_details(const lmdb::transaction& txn, const tables& in, const run_id& id) {
  const auto record = txn.get(in.runs, key_of(id));
  if (!record) return std::optional<run_details>{};
  const auto run = decode_record(id, *record);
  if (!run) return damaged(id);
  if (run->record.status == run_status::running) return std::optional<run_details>{};
  const auto bytes = txn.get(in.details, key_of(id));
  auto details = bytes ? unpack_details(txn, in, run->test_number, *bytes) : run_details{};
  if (!details) return damaged(id);
  return details;
}

std::map<std::string, intervention> list_interventions(const lmdb::transaction& txn, const tables& in) {
  std::map<std::string, intervention> out;
  lmdb::cursor walk(txn, in.interventions);
  for (auto at = walk.first(); at; at = walk.next()) {
    const auto name = txn.get(in.tests, at->key);
    auto said = decode_intervention(at->value);
    if (name && said) out.emplace(*name, std::move(*said));
  }
  return out;
}

}  // namespace canary::store
