#pragma once
// The hours, days and standings of tests in SQLite, kept as canaryd keeps its own, with the same bytes.

#include "bench/store/sqlite.hpp"
#include "canary/store/rollup.hpp"
#include "canary/store/standing.hpp"

#include <map>

namespace canary::bench {

/// On the writing connection.
class sqlite_rollups {
 public:
  explicit sqlite_rollups(const sqlite::connection& db);

  void add(const run_record& ended, std::int64_t test);

  /// Once a transaction: each hour and each standing is read and written once, however many runs have ended.
  void write();

 private:
  void end_day(std::int64_t day, std::int64_t test);

  sqlite::statement hour_, put_hour_, put_day_, state_, put_state_;
  struct changes {
    std::vector<run_record> ended;
    std::map<std::int64_t, store::rollup> hours;
  };
  std::map<std::int64_t, changes> tests_;
};

/// On the reading connection.
class sqlite_summaries {
 public:
  explicit sqlite_summaries(const sqlite::connection& db);

  /// Days, hours at the ends of them, and runs at the ends of those.
  store::rollup sum(std::int64_t test, wall_time since, wall_time until);

 private:
  void add_runs(store::rollup& to, std::int64_t test, wall_time since, wall_time until);
  void add_hours(store::rollup& to, std::int64_t test, std::int64_t from, std::int64_t end);
  std::int64_t newest_day(std::int64_t test);

  sqlite::statement hour_, state_, days_, runs_;
};

}  // namespace canary::bench
