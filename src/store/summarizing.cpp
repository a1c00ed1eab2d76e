#include "summarizing.hpp"

#include "record_codec.hpp"
#include "rollup_codec.hpp"
#include "standing_codec.hpp"
#include "time_bounds.hpp"

#include <algorithm>

namespace canary::store {
namespace {

std::optional<std::uint32_t> find(const lmdb::transaction& txn, const tables& in, std::string_view test) {
  if (test.empty() || test.size() > longest_test_name) return std::nullopt;
  const auto bytes = txn.get(in.names, test);
  return bytes ? number_of(*bytes) : std::nullopt;
}

std::optional<standing> standing_of(const lmdb::transaction& txn, const tables& in, std::uint32_t number) {
  const auto bytes = txn.get(in.states, key_of(number));
  return bytes ? decode_standing(*bytes) : std::nullopt;
}

/// One test's rollups.
class test_rollups {
 public:
  test_rollups(const lmdb::transaction& txn, const tables& in, std::uint32_t number)
      : txn_(txn), in_(in), number_(number) {
    const auto state = standing_of(txn, in, number);
    newest_day_ = state ? state->day : 0;
  }

  std::uint32_t number() const { return number_; }

  /// No run began at or after it.
  wall_time end() const { return start_of_hour((newest_day_ + 1) * 24); }

  rollup of_hour(std::uint32_t hour) const { return read(in_.hours, hour); }

  /// Adds the hours [from, to) up. A day that is over is one look-up; one without an entry has no runs.
  rollup of_hours(std::uint32_t from, std::uint32_t to) const {
    rollup total;
    while (from < to) {
      const std::uint32_t day = day_of_hour(from);
      if (day > newest_day_) break;
      if (from % 24 == 0 && to - from >= 24 && day < newest_day_) {
        total.merge(read(in_.days, day));
        from += 24;
      } else {
        total.merge(read(in_.hours, from++));
      }
    }
    return total;
  }

 private:
  rollup read(lmdb::table table, std::uint32_t span) const {
    const auto bytes = txn_.get(table, key_of_span(span, number_));
    auto found = bytes ? decode_rollup(*bytes) : std::nullopt;
    return found ? std::move(*found) : rollup{};
  }

  const lmdb::transaction& txn_;
  const tables& in_;
  std::uint32_t number_;
  std::uint32_t newest_day_ = 0;
};

/// The runs that began in [since, until), a part of one hour. Empty where the hour's are too many, or where those that
/// can be found are not all that its rollup counts: some were removed, or the clock was set and their ids lie
/// elsewhere.
std::optional<rollup> of_part(const lmdb::transaction& txn, const tables& in, const test_rollups& test, wall_time since,
                              wall_time until) {
  const std::uint32_t hour = hour_of(since);
  const std::uint64_t expected = test.of_hour(hour).ended();
  if (expected > most_edge_runs) return std::nullopt;
  rollup total;
  if (expected == 0) return total;
  const std::string key = key_of(test.number());
  const run_id begin = run_id::floor(start_of_hour(hour) - longest_wait);
  const run_id end = run_id::floor(past_its_millisecond(start_of_hour(hour + 1)));
  std::uint64_t seen = 0, left = 2 * most_edge_runs;
  for (const lmdb::table table : {in.by_test, in.recent}) {
    lmdb::cursor walk(txn, table);
    for (auto at = walk.id_at_or_after(key, key_of(begin)); at && left > 0; at = walk.next_id(), --left) {
      const auto id = id_of(*at);
      if (!id || *id >= end) break;
      const auto bytes = txn.get(in.runs, *at);
      const auto run = bytes ? decode_record(*id, *bytes) : std::nullopt;
      if (!run || run->record.status == run_status::running || hour_of(run->record.start_at) != hour) continue;
      ++seen;
      if (run->record.start_at >= since && run->record.start_at < until) total.add(run->record);
    }
  }
  if (seen != expected) return std::nullopt;
  return total;
}

std::uint32_t hour_after(wall_time t) {
  const std::uint32_t hour = hour_of(t);
  return start_of_hour(hour) < t ? hour + 1 : hour;
}

}  // namespace

summary read_summary(const lmdb::transaction& txn, const tables& in, std::string_view name, wall_time since,
                     wall_time until) {
  since = std::max(since, wall_time{});
  summary out{since, std::max(since, until), {}};
  const auto number = find(txn, in, name);
  if (!number || since >= until) return out;
  const test_rollups test(txn, in, *number);
  if (until > test.end()) {
    until = std::max(since, test.end());
    if (since == until) return out;
  }

  std::uint32_t first = hour_after(since), last = hour_of(until);  // of the whole hours, the second one past their end
  if (first > last) {                                              // all within one hour
    if (const auto part = of_part(txn, in, test, since, until)) {
      out.total = *part;
      return out;
    }
    out.since = start_of_hour(last);
    out.until = start_of_hour(first);
    out.total = test.of_hour(last);
    return out;
  }
  if (day_of_hour(last) > most_rollups - 48 && day_of_hour(first) < day_of_hour(last) - (most_rollups - 48)) {
    first = (day_of_hour(last) - (most_rollups - 48)) * 24;
    out.since = start_of_hour(first);
  } else if (start_of_hour(first) > since) {
    const auto part = of_part(txn, in, test, since, start_of_hour(first));
    if (part) {
      out.total.merge(*part);
    } else {
      out.since = start_of_hour(--first);
    }
  }
  if (start_of_hour(last) < until) {
    const auto part = of_part(txn, in, test, start_of_hour(last), until);
    if (part) {
      out.total.merge(*part);
    } else {
      out.until = start_of_hour(++last);
    }
  }
  out.total.merge(test.of_hours(first, last));
  return out;
}

rollup_page read_rollups(const lmdb::transaction& txn, const tables& in, std::string_view name, wall_time since,
                         wall_time until, std::uint32_t step) {
  rollup_page out;
  const auto number = find(txn, in, name);
  if (!number || since >= until || step == 0) return out;
  const test_rollups test(txn, in, *number);
  const std::uint32_t end = hour_after(std::min(until, test.end()));
  const std::uint32_t cost = step % 24 == 0 ? step / 24 : step;
  std::uint32_t left = most_rollups;
  for (std::uint32_t hour = hour_of(std::max(since, wall_time{})) / step * step; hour < end; hour += step) {
    if (left < cost && left < most_rollups) {
      out.next = start_of_hour(hour);
      break;
    }
    left -= std::min(left, cost);
    summary span{start_of_hour(hour), start_of_hour(hour + step), test.of_hours(hour, hour + step)};
    if (span.total.ended() > 0) out.spans.push_back(std::move(span));
  }
  return out;
}

std::optional<standing> read_standing(const lmdb::transaction& txn, const tables& in, std::string_view test) {
  const auto number = find(txn, in, test);
  return number ? standing_of(txn, in, *number) : std::nullopt;
}

}  // namespace canary::store
