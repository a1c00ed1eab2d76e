#include "bench/store/sqlite_rollups.hpp"

#include "store/rollup_codec.hpp"
#include "store/standing_codec.hpp"

#include <algorithm>

namespace canary::bench {
namespace {

constexpr const char* state_of_test = "SELECT bytes FROM states WHERE test = ?";
constexpr const char* hour_of_test = "SELECT bytes FROM hours WHERE hour = ? AND test = ?";

std::int64_t hour_of(wall_time t) { return std::chrono::floor<std::chrono::hours>(t).time_since_epoch().count(); }
wall_time start_of(std::int64_t hour) { return wall_time{std::chrono::hours{hour}}; }

void add_row(store::rollup& to, sqlite::statement& found) {
  while (found.step()) to.merge(store::decode_rollup(found.bytes(0)).value());
  found.reset();
}

}  // namespace

sqlite_rollups::sqlite_rollups(const sqlite::connection& db)
    : hour_(db, hour_of_test),
      put_hour_(db, "INSERT INTO hours VALUES(?,?,?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes"),
      put_day_(db, "INSERT INTO days VALUES(?,?,?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes"),
      state_(db, state_of_test),
      put_state_(db, "INSERT INTO states VALUES(?,?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes") {}

void sqlite_rollups::add(const run_record& ended, std::int64_t test) {
  changes& of = tests_[test];
  of.ended.push_back(ended);
  of.hours[hour_of(ended.start_at)].add(ended);
}

void sqlite_rollups::write() {
  for (auto& [test, changed] : tests_) {
    store::standing state;
    if (state_.with(test).step()) state = store::decode_standing(state_.bytes(0)).value();
    state_.reset();
    std::sort(changed.ended.begin(), changed.ended.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (const run_record& run : changed.ended) state.add(run);
    for (auto& [hour, part] : changed.hours) {
      add_row(part, hour_.with(hour, test));
      put_hour_.with(hour, test, store::encode_rollup(part)).run();
      const std::int64_t day = hour / 24, known = state.day;
      if (known != 0 && day != known) end_day(std::min(day, known), test);
      state.day = static_cast<std::uint32_t>(std::max(day, known));
    }
    put_state_.with(test, store::encode_standing(state)).run();
  }
  tests_.clear();
}

void sqlite_rollups::end_day(std::int64_t day, std::int64_t test) {
  store::rollup total;
  for (std::int64_t hour = day * 24; hour < (day + 1) * 24; ++hour) add_row(total, hour_.with(hour, test));
  put_day_.with(test, day, store::encode_rollup(total)).run();
}

sqlite_summaries::sqlite_summaries(const sqlite::connection& db)
    : hour_(db, hour_of_test),
      state_(db, state_of_test),
      days_(db, "SELECT bytes FROM days WHERE test = ? AND day >= ? AND day < ?"),
      runs_(db,
            "SELECT status, class, duration FROM runs WHERE test = ? AND started >= ? AND started < ? AND status > 0") {
}

void sqlite_summaries::add_runs(store::rollup& to, std::int64_t test, wall_time since, wall_time until) {
  if (since >= until) return;
  runs_.with(test, since.time_since_epoch().count(), until.time_since_epoch().count());
  while (runs_.step()) {
    run_record run;
    run.status = static_cast<run_status>(runs_.number(0));
    run.cause.kind = static_cast<failure_class>(runs_.number(1));
    run.duration = nanoseconds{runs_.number(2)};
    to.add(run);
  }
  runs_.reset();
}

void sqlite_summaries::add_hours(store::rollup& to, std::int64_t test, std::int64_t from, std::int64_t end) {
  for (std::int64_t hour = from; hour < end; ++hour) add_row(to, hour_.with(hour, test));
}

// Those before it are rolled up.
std::int64_t sqlite_summaries::newest_day(std::int64_t test) {
  store::standing state;
  if (state_.with(test).step()) state = store::decode_standing(state_.bytes(0)).value();
  state_.reset();
  return state.day;
}

store::rollup sqlite_summaries::sum(std::int64_t test, wall_time since, wall_time until) {
  store::rollup total;
  const std::int64_t first = hour_of(since + std::chrono::hours{1} - nanoseconds{1}), end = hour_of(until);
  if (first >= end) {
    add_runs(total, test, since, until);
    return total;
  }
  add_runs(total, test, since, start_of(first));
  add_runs(total, test, start_of(end), until);
  const std::int64_t first_day = (first + 23) / 24;
  const std::int64_t end_day = std::min(end / 24, newest_day(test));
  if (first_day >= end_day) {
    add_hours(total, test, first, end);
    return total;
  }
  add_hours(total, test, first, first_day * 24);
  add_hours(total, test, end_day * 24, end);
  add_row(total, days_.with(test, first_day, end_day));
  return total;
}

}  // namespace canary::bench
