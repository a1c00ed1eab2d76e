#include "sweeper.hpp"

#include "outcome_batch.hpp"
#include "record_codec.hpp"

#include <algorithm>

namespace canary::store {
namespace {

constexpr std::size_t least_swept = 8;

/// What a run takes in all tables, about, beside its details.
constexpr std::uint64_t bytes_of_record = 120;

/// A slice copies the pages that it changes before it gives any back; in a small file it has to be small, too.
constexpr std::uint64_t least_bytes = 32u << 10;

/// The first id of a run that is not older than `age`.
run_id oldest_kept(wall_time now, nanoseconds age) {
  if (age > now.time_since_epoch()) return run_id{};
  return run_id::floor(now - age);
}

std::uint32_t first_kept_hour(wall_time now, nanoseconds age) {
  return age > now.time_since_epoch() ? 0 : hour_of(now - age);
}

/// Where the newest of the days begins that some test has a rollup of: hours before it stand in days, too, but for
/// those of tests that have not run since.
std::uint32_t first_hour_without_day(const lmdb::transaction& txn, const tables& in) {
  const auto newest = lmdb::cursor(txn, in.days).last();
  const auto day = newest ? number_of(newest->key.substr(0, 4)) : std::nullopt;
  return day ? static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{*day} * 24, UINT32_MAX)) : 0;
}

/// Whether it is worth a commit.
bool now_differs(const std::optional<retention_date>& last, const retention_date& now) {
  return !last || std::chrono::abs(now.date - last->date) >= std::chrono::seconds{30} ||
         (now.doubted_for > nanoseconds{}) != (last->doubted_for > nanoseconds{});
}

run_id after(run_id id) {
  for (auto byte = id.bytes.rbegin(); byte != id.bytes.rend() && ++*byte == 0; ++byte) {
  }
  return id;
}

}  // namespace

/// What one transaction may still do, and has done.
struct sweeper::slice {
  lmdb::transaction& txn;
  const tables& in;
  wall_time now;
  pressure from;
  std::uint64_t excess;  ///< runs to remove though they are not too old
  std::size_t left;      ///< entries that may still be looked at
  std::uint64_t bytes;   ///< of records and details that may still be removed
  retention_marks marks;
  removed_runs& removed;

  /// Whether a run of this id goes, `kept` being the first that is not too old.
  bool goes(const run_id& id, const run_id& kept) const { return left > 0 && (id < kept || excess > 0); }

  void remove(const run_id& id, const stored_run& run, const run_id& kept) {
    const std::string key(key_of(id));
    const auto details = txn.get(in.details, key);
    const std::uint64_t size = bytes_of_record + (details ? details->size() : 0);
    bytes -= std::min(bytes, size);
    if (bytes == 0) left = 0;
    txn.remove(in.runs, key);
    const std::string test = key_of(run.test_number);
    if (!txn.remove_id(in.by_test, test, key)) txn.remove_id(in.recent, test, key);
    txn.remove(in.details, key);
    forget_outcome(txn, in, run.record, run.test_number);
    if (id < kept) {
      ++removed.by_age;
    } else {
      ++(from == pressure::count ? removed.by_count : removed.by_size);
    }
    if (excess > 0) --excess;
  }
};

bool sweeper::is_near_full(const lmdb::environment& env) const {
  return rules_.make_room && env.used() > max_size_ / 10 * 9;
}

sweeper::pressure sweeper::feel_pressure(lmdb::environment& env, const tables& in) {
  lmdb::transaction txn(env, lmdb::transaction::access::read);
  const std::uint64_t in_use = is_near_full(env) ? env.used() - txn.free_bytes() : 0;
  is_full_ = in_use > max_size_ / 10 * 9 || (is_full_ && in_use > max_size_ / 100 * 85);
  if (is_full_) return pressure::size;
  return rules_.runs > 0 && txn.count(in.runs) > rules_.runs ? pressure::count : pressure::none;
}

sweeper::progress sweeper::sweep(lmdb::environment& env, const tables& in, std::optional<retention_date> now,
                                 removed_runs& removed) {
  const pressure from = feel_pressure(env, in);
  removed_runs here;
  progress made;
  try {
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    made = sweep_slice(txn, in, now, from, here);
    txn.commit();
  } catch (const lmdb::fault& fault) {
    // Removing takes pages, too, before it gives some.
    if (!fault.is_map_full() || budget_ == least_swept) throw;
    budget_ = std::max(least_swept, budget_ / 2);
    return {true, most_swept};
  }
  budget_ = std::min(most_swept, budget_ * 2);
  removed.by_age += here.by_age;
  removed.by_count += here.by_count;
  removed.by_size += here.by_size;
  return made;
}

sweeper::progress sweeper::sweep_slice(lmdb::transaction& txn, const tables& in, std::optional<retention_date> now,
                                       pressure from, removed_runs& removed) {
  const std::uint64_t runs = txn.count(in.runs);
  const std::uint64_t excess = from == pressure::count  ? runs - std::min(runs, rules_.runs)
                               : from == pressure::size ? budget_
                                                        : 0;
  const std::uint64_t bytes = std::max(least_bytes, max_size_ / 64);
  const wall_time date = now ? now->date : wall_time{};
  slice s{txn, in, date, from, excess, budget_, bytes, read_marks(txn, in), removed};
  const retention_marks before = s.marks;
  sweep_failures(s, late_pass, rules_.passes);
  sweep_passes(s);
  // With none left that passed, what failed has to go.
  sweep_failures(s, any_failure, rules_.failures);
  sweep_failures(s, part_of(failure_class::interrupted), rules_.failures);
  const std::uint32_t hour = first_kept_hour(date, rules_.rollups);
  sweep_rollups(s, in.hours, hour);
  sweep_rollups(s, in.days, day_of_hour(hour));
  if (from == pressure::size && removed.all() == 0) sweep_rollups(s, in.hours, first_hour_without_day(txn, in));
  if (s.marks.passes != before.passes || s.marks.failures != before.failures) write_marks(txn, in, s.marks);
  if (now && now_differs(read_expiry(txn, in), *now)) write_expiry(txn, in, *now);
  const std::size_t looked = budget_ - s.left;
  return {s.left == 0 || (from == pressure::size && looked > 0), std::max<std::size_t>(looked, 1)};
}

void sweeper::sweep_passes(slice& s) const {
  const run_id kept = oldest_kept(s.now, rules_.passes);
  while (true) {
    const auto at = lmdb::cursor(s.txn, s.in.runs).at_or_after(key_of(s.marks.passes));
    const auto id = at ? id_of(at->key) : std::nullopt;
    if (!id || !s.goes(*id, kept)) return;
    --s.left;
    const auto run = decode_record(*id, at->value);
    if (run && ages_as_pass(run->record.status)) s.remove(*id, *run, kept);
    s.marks.passes = after(*id);
  }
}

void sweeper::sweep_failures(slice& s, std::uint8_t part, nanoseconds age) const {
  const std::string list = key_of(all_tests, part);
  const run_id kept = oldest_kept(s.now, age);
  while (true) {
    const auto first = lmdb::cursor(s.txn, s.in.failures).first_id(list);
    const auto id = first ? id_of(*first) : std::nullopt;
    if (!id || !s.goes(*id, kept)) return;
    --s.left;
    const auto bytes = s.txn.get(s.in.runs, key_of(*id));
    const auto run = bytes ? decode_record(*id, *bytes) : std::nullopt;
    if (run && run->record.status != run_status::running) s.remove(*id, *run, kept);
    s.txn.remove_id(s.in.failures, list, key_of(*id));
    run_id& mark = part == late_pass ? s.marks.passes : s.marks.failures;
    mark = std::max(mark, after(*id));
  }
}

void sweeper::sweep_rollups(slice& s, lmdb::table table, std::uint32_t before) const {
  while (s.left > 0) {
    const auto first = lmdb::cursor(s.txn, table).first();
    const auto span = first ? number_of(first->key.substr(0, 4)) : std::nullopt;
    if (!span || *span >= before) return;
    --s.left;
    s.txn.remove(table, std::string(first->key));
  }
}

}  // namespace canary::store
