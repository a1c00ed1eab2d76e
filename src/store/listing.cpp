#include "listing.hpp"

#include "details_codec.hpp"
#include "record_codec.hpp"

#include <algorithm>

namespace canary::store {
namespace {

/// Ids in descending order: all of them, or those of one test.
class walk {
 public:
  walk(const lmdb::transaction& txn, const tables& in, std::optional<std::string> test_key)
      : txn_(txn), in_(in), test_key_(std::move(test_key)), cursor_(txn, test_key_ ? in.by_test : in.runs) {}

  /// Goes to the newest, or to the newest below `bound`. False where there is none.
  bool start(const std::optional<run_id>& bound) {
    if (test_key_) return take_id(bound ? cursor_.id_before(*test_key_, key_of(*bound)) : cursor_.last_id(*test_key_));
    return take_entry(bound ? cursor_.before(key_of(*bound)) : cursor_.last());
  }

  bool advance() { return test_key_ ? take_id(cursor_.previous_id()) : take_entry(cursor_.previous()); }

  const run_id& id() const { return id_; }

  /// Empty where it is damaged.
  std::optional<stored_run> run() const {
    const auto bytes = test_key_ ? txn_.get(in_.runs, key_of(id_)) : std::optional(bytes_);
    return bytes ? decode_record(id_, *bytes) : std::nullopt;
  }

 private:
  bool take_entry(const std::optional<lmdb::entry>& found) {
    if (found) bytes_ = found->value;
    return take_id(found ? std::optional(found->key) : std::nullopt);
  }

  bool take_id(const std::optional<std::string_view>& key) {
    const auto id = key ? id_of(*key) : std::nullopt;
    if (id) id_ = *id;
    return id.has_value();
  }

  const lmdb::transaction& txn_;
  const tables& in_;
  std::optional<std::string> test_key_;
  lmdb::cursor cursor_;
  run_id id_;
  std::string_view bytes_;
};

bool matches(const run_record& record, const run_query& query) {
  return (!query.status || record.status == *query.status) && (!query.kind || record.cause.kind == *query.kind) &&
         (!query.since || record.start_at >= *query.since) && (!query.until || record.start_at < *query.until);
}

std::optional<run_id> upper_bound(const run_query& query) {
  std::optional<run_id> bound = query.before;
  if (query.until) {
    // The whole of its last millisecond is walked; `matches` looks closer.
    const run_id end = run_id::floor(*query.until + std::chrono::milliseconds{1});
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
  std::optional<std::string> test_key;
  if (query.test) {
    if (query.test->empty() || query.test->size() > longest_test_name) return page;
    const auto number = txn.get(in.names, *query.test);
    if (!number) return page;
    test_key = *number;
  }
  const run_id lowest = query.since ? run_id::floor(*query.since) : run_id{};
  const std::size_t limit = std::min(query.limit, most_examined);
  test_names names(txn, in);
  walk at(txn, in, std::move(test_key));

  std::size_t examined = 0;
  std::optional<run_id> last;
  for (bool more = at.start(upper_bound(query)); more && at.id() >= lowest; more = at.advance()) {
    if (page.runs.size() >= limit || examined == most_examined) {
      page.next = last;
      break;
    }
    ++examined;
    last = at.id();
    auto run = at.run();
    if (!run || !matches(run->record, query)) continue;
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
  auto details = bytes ? decode_details(*bytes) : run_details{};
  if (!details) return damaged(id);
  return details;
}

}  // namespace canary::store
