#include "retention_marks.hpp"
#include "rollup_codec.hpp"
#include "standing_codec.hpp"
#include "time_bounds.hpp"
#include "verify.hpp"

namespace canary::store {
namespace {

/// By so much a run may begin after its id was made, while it waits for its turn; or before, where the clock was set.
constexpr auto usual_wait = std::chrono::minutes{10};

/// Hours that are remembered of tests that were counted as a whole.
constexpr std::uint64_t most_counted = 100'000;

struct span_key {
  std::uint32_t span, number;
};

std::optional<span_key> read_span(std::string_view key) {
  if (key.size() != 8) return std::nullopt;
  return span_key{*number_of(key.substr(0, 4)), *number_of(key.substr(4))};
}

bool holds_at_least(const rollup& whole, const rollup& part) {
  return whole.passed >= part.passed && whole.failed >= part.failed && whole.interrupted >= part.interrupted &&
         whole.skipped >= part.skipped;
}

/// What retention has removed before, rollups tell still.
wall_time removed_until(const lmdb::transaction& txn, const tables& in) {
  const run_id mark = removed_below(txn, in);
  return mark == run_id{} ? wall_time::min() : mark.time();
}

/// The ended runs of a test whose ids were made between two times.
template <class Act>
void for_each_ended(const lmdb::transaction& txn, const tables& in, std::uint32_t number, const run_id& from,
                    const run_id& to, Act act) {
  for (const lmdb::table table : {in.by_test, in.recent}) {
    lmdb::cursor walk(txn, table);
    for (auto id = walk.id_at_or_after(key_of(number), key_of(from)); id && *id < key_of(to); id = walk.next_id()) {
      const auto known = id_of(*id);
      const auto bytes = known ? txn.get(in.runs, *id) : std::nullopt;
      const auto run = bytes ? decode_record(*known, *bytes) : std::nullopt;
      if (run && run->record.status != run_status::running) act(run->record);
    }
  }
}

std::string counts(const rollup& of) {
  return std::to_string(of.passed) + " passed, " + std::to_string(of.failed) + " failed, " +
         std::to_string(of.interrupted) + " interrupted" +
         (of.skipped > 0 ? ", " + std::to_string(of.skipped) + " skipped" : "");
}

}  // namespace

void verifier::verify_rollups() {
  walk(in().hours, [this](const lmdb::entry& at) { verify_hour(at); });
  walk(in().days, [this](const lmdb::entry& at) { verify_day(at); });
}

void verifier::verify_hour(const lmdb::entry& at) {
  const auto key = read_span(at.key);
  const auto stored = decode_rollup(at.value);
  if (!key || !stored) return report("hours", hex_key(at.key), "it cannot be read", mended_by::rebuilding);
  const wall_time begin = start_of_hour(key->span), end = begin + std::chrono::hours{1};
  const bool some_removed = begin <= removed_until(txn(), in());
  const auto agrees = [&](const rollup& counted) {
    return some_removed ? holds_at_least(*stored, counted) : *stored == counted;
  };
  rollup counted;
  for_each_ended(txn(), in(), key->number, run_id::floor(begin - usual_wait), run_id::floor(later(end, usual_wait)),
                 [&](const run_record& run) {
                   if (hour_of(run.start_at) == key->span) counted.add(run);
                 });
  if (agrees(counted)) return;
  counted = count_again(key->span, key->number);
  if (agrees(counted)) return;
  report("hours", test_name(key->number) + " from " + format_rfc3339(begin),
         "it tells of " + counts(*stored) + ", and the runs of " + counts(counted), mended_by::rebuilding);
}

/// All runs of the test are looked at, since one may have begun at any time after its id was made.
rollup verifier::count_again(std::uint32_t hour, std::uint32_t number) {
  if (counted_in_ != txn().number() || counted_hours_ > most_counted) {
    counted_.clear();
    counted_hours_ = 0;
    counted_in_ = txn().number();
  }
  const auto [place, is_new] = counted_.try_emplace(number);
  if (is_new) {
    run_id last;
    last.bytes.fill(0xff);
    for_each_ended(txn(), in(), number, run_id{}, last,
                   [&, hours = &place->second](const run_record& run) { (*hours)[hour_of(run.start_at)].add(run); });
    counted_hours_ += place->second.size();
  }
  const auto found = place->second.find(hour);
  return found != place->second.end() ? found->second : rollup{};
}

void verifier::verify_day(const lmdb::entry& at) {
  const auto key = read_span(at.key);
  const auto stored = decode_rollup(at.value);
  if (!key || !stored) return report("days", hex_key(at.key), "it cannot be read", mended_by::rebuilding);
  rollup hours;
  bool any = false;
  for (std::uint32_t hour = key->span * 24; hour < (key->span + 1) * 24; ++hour) {
    const auto bytes = txn().get(in().hours, key_of_span(hour, key->number));
    if (const auto part = bytes ? decode_rollup(*bytes) : std::nullopt) {
      hours.merge(*part);
      any = true;
    }
  }
  // Hours are given up before days are.
  if (!any || *stored == hours) return;
  const wall_time begin = start_of_hour(key->span * 24);
  if (begin <= removed_until(txn(), in()) && holds_at_least(*stored, hours)) return;
  report("days", test_name(key->number) + " on " + format_rfc3339(begin).substr(0, 10),
         "it tells of " + counts(*stored) + ", and its hours of " + counts(hours), mended_by::rebuilding);
}

void verifier::verify_standings() {
  walk(in().states, [this](const lmdb::entry& at) {
    const auto number = number_of(at.key);
    const auto state = decode_standing(at.value);
    if (!number || !state) return report("states", hex_key(at.key), "it cannot be read", mended_by::rebuilding);
    const std::string name = test_name(*number);
    if (!txn().get(in().tests, at.key)) return report("states", name, "there is no such test", mended_by::rebuilding);
    if (state->last == run_status::running) return;
    const auto newest = run_at(key_of(state->newest));
    if (newest && newest->record.status != state->last) {
      return report("states", name,
                    "the last outcome is " + std::string(to_string(state->last)) + ", and that of its run " +
                        state->newest.text() + " is " + std::string(to_string(newest->record.status)),
                    mended_by::rebuilding);
    }
    for (const lmdb::table table : {in().recent, in().by_test}) {
      lmdb::cursor walk_back(txn(), table);
      for (auto id = walk_back.last_id(at.key); id && *id > key_of(state->newest); id = walk_back.previous_id()) {
        const auto later = run_at(*id);
        if (!later || later->record.status == run_status::running) continue;
        return report("states", name, "the run " + run_key(*id) + " has ended after the newest that it knows",
                      mended_by::rebuilding);
      }
    }
  });
}

}  // namespace canary::store
