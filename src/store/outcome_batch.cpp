#include "outcome_batch.hpp"

#include "rollup_codec.hpp"
#include "standing_codec.hpp"

#include <algorithm>

namespace canary::store {
namespace {

/// Calls `act` with each of `failures`' and `retries`' keys under which the run stands.
template <class Act>
void for_each_index(const tables& in, const run_record& record, std::uint32_t test_number, Act act) {
  const auto both = [&](lmdb::table table, std::uint8_t part) {
    act(table, key_of(test_number, part));
    act(table, key_of(all_tests, part));
  };
  const std::uint8_t kind = part_of(record.cause.kind);
  const std::uint8_t interrupted = part_of(failure_class::interrupted);
  if (record.status == run_status::failed) {
    both(in.failures, any_failure);
    if (kind != any_failure) both(in.failures, kind);
  } else if (record.status == run_status::interrupted) {
    both(in.failures, interrupted);
    if (kind != interrupted && kind != any_failure) both(in.failures, kind);
  } else if (record.status == run_status::skipped) {
    both(in.failures, skipped_runs);
  }
  if (record.attempt != 1) both(in.retries, part_of_attempt(record.attempt));
}

/// What is stored there; nothing where there is nothing that can be read.
rollup stored_rollup(const lmdb::transaction& txn, lmdb::table table, const std::string& key) {
  const auto bytes = txn.get(table, key);
  auto found = bytes ? decode_rollup(*bytes) : std::nullopt;
  return found ? std::move(*found) : rollup{};
}

void roll_up_day(lmdb::transaction& txn, const tables& in, std::uint32_t day, std::uint32_t test_number) {
  rollup total;
  for (std::uint32_t hour = day * 24; hour < (day + 1) * 24; ++hour) {
    const auto bytes = txn.get(in.hours, key_of_span(hour, test_number));
    if (const auto part = bytes ? decode_rollup(*bytes) : std::nullopt) total.merge(*part);
  }
  txn.put(in.days, key_of_span(day, test_number), encode_rollup(total));
}

/// The hour's rollup has had `part` added already.
void add_to_past_day(lmdb::transaction& txn, const tables& in, std::uint32_t day, std::uint32_t test_number,
                     const rollup& part) {
  const std::string key = key_of_span(day, test_number);
  if (!txn.get(in.days, key)) return roll_up_day(txn, in, day, test_number);
  rollup total = stored_rollup(txn, in.days, key);
  total.merge(part);
  txn.put(in.days, key, encode_rollup(total));
}

}  // namespace

void outcome_batch::add(const run_record& record, std::uint32_t test_number) {
  ended_run run{test_number, hour_of(record.start_at), {}};
  run.record.id = record.id;
  run.record.status = record.status;
  run.record.start_at = record.start_at;
  run.record.duration = record.duration;
  run.record.attempt = record.attempt;
  run.record.cause.kind = record.cause.kind;
  ended_.push_back(std::move(run));
}

void outcome_batch::write(lmdb::transaction& txn, const tables& in) {
  std::sort(ended_.begin(), ended_.end(), [](const ended_run& a, const ended_run& b) {
    return std::tie(a.test_number, a.record.id) < std::tie(b.test_number, b.record.id);
  });
  for (auto from = ended_.cbegin(); from != ended_.cend();) {
    const auto to =
        std::find_if(from, ended_.cend(), [&](const ended_run& run) { return run.test_number != from->test_number; });
    write_test(txn, in, from, to);
    from = to;
  }
  ended_.clear();
}

void outcome_batch::write_test(lmdb::transaction& txn, const tables& in, place from, place to) {
  const std::uint32_t number = from->test_number;
  const auto bytes = txn.get(in.states, key_of(number));
  standing state = (bytes ? decode_standing(*bytes) : std::nullopt).value_or(standing{});
  for (auto run = from; run != to; ++run) {
    state.add(run->record);
    for_each_index(in, run->record, number,
                   [&](lmdb::table table, const std::string& key) { txn.add_id(table, key, key_of(run->record.id)); });
  }
  for (auto run = from; run != to;) {
    const std::uint32_t hour = run->hour, day = day_of_hour(hour);
    rollup part;
    for (; run != to && run->hour == hour; ++run) part.add(run->record);
    const std::string key = key_of_span(hour, number);
    rollup total = stored_rollup(txn, in.hours, key);
    total.merge(part);
    txn.put(in.hours, key, encode_rollup(total));
    if (day < state.day) {
      add_to_past_day(txn, in, day, number, part);
    } else if (day > state.day) {
      if (state.day > 0) roll_up_day(txn, in, state.day, number);
      state.day = day;
    }
  }
  txn.put(in.states, key_of(number), encode_standing(state));
}

void forget_outcome(lmdb::transaction& txn, const tables& in, const run_record& record, std::uint32_t test_number) {
  if (ages_as_pass(record.status)) txn.remove_id(in.failures, key_of(all_tests, late_pass), key_of(record.id));
  for_each_index(in, record, test_number,
                 [&](lmdb::table table, const std::string& key) { txn.remove_id(table, key, key_of(record.id)); });
}

}  // namespace canary::store
