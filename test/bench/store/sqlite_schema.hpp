#pragma once
// The tables that someone who knows SQLite would make for the same work.
//
// - Rows have a number of their own, since a table whose key is the run's 16 bytes (WITHOUT ROWID) was slower to fill
//   by a quarter, and no smaller: with numbers, rows and details are appended, and the indexes hold short keys.
// - What reads need beside that: by id, by test and time, failures by test and time and of all tests, and what is
//   ongoing. The last three hold only the rows in question. By time is by id, as ids ascend.
// - Hours, days and standings have canaryd's own bytes, sketch and all: a row for each bucket of a sketch would be more
//   work. An hour's rows lie together, for all tests, as they are written together; a test's days lie together.

#include "bench/store/sqlite.hpp"

namespace canary::bench {

inline constexpr const char* sqlite_tables = R"(
  CREATE TABLE IF NOT EXISTS tests(number INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS runs(
    row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, test INT NOT NULL, status INT NOT NULL, started INT NOT NULL,
    lateness INT NOT NULL, trigger INT NOT NULL, attempt INT NOT NULL, ended INT, duration INT, class INT, message BLOB,
    cpu INT, memory INT, slices INT, allocations INT);
  CREATE INDEX IF NOT EXISTS by_test ON runs(test, started);
  CREATE INDEX IF NOT EXISTS failures_by_test ON runs(test, started) WHERE status > 1;
  CREATE INDEX IF NOT EXISTS failures ON runs(started) WHERE status > 1;
  CREATE INDEX IF NOT EXISTS ongoing ON runs(row) WHERE status = 0;
  CREATE TABLE IF NOT EXISTS details(row INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS hours(hour INT, test INT, bytes BLOB NOT NULL, PRIMARY KEY(hour, test)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS days(test INT, day INT, bytes BLOB NOT NULL, PRIMARY KEY(test, day)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS states(test INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
)";

/// For a connection of either kind. The cache is as large as the benchmark's files need; canaryd's is all of memory.
inline constexpr const char* sqlite_settings = R"(
  PRAGMA journal_mode = WAL;
  PRAGMA cache_size = -524288;
  PRAGMA mmap_size = 68719476736;
  PRAGMA temp_store = MEMORY;
  PRAGMA wal_autocheckpoint = 10000;
)";

}  // namespace canary::bench
