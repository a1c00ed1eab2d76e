#pragma once
// What lies where in the database file, version 4. Numbers in keys are big-endian.
//
//   table     key                            value
//   meta      'format'                       'canaryd'
//             'schema'                       4 bytes: 4
//             'created'                      8 bytes: when, ns since 1970
//             'migrating'                    run's id: how far an older file's runs have been counted; gone when done
//             'swept'                        run's id: below it, retention has removed the passes (retention_marks.hpp)
//             'swept-failures'               run's id: below it, retention has removed some of what failed
//             'swept-at'                     the date that retention last went by, and for how long the clock had been
//                                            ahead of it by then (retention_marks.hpp)
//   names     test's name                    4 bytes: its number
//   tests     its number, 4 bytes            its name
//   runs      run's id, 16 bytes             record (record_codec.hpp)
//   by_test   test's number, 4 bytes         run's id, one for each of its runs, sorted
//   ongoing   run's id                       nothing
//   details   run's id                       logs, HTTP trace, script error (details_packing.hpp); where there are any
//   recent    test's number                  run's id, of runs that have not come to by_test yet
//   failures  test's number, class (1 byte)  run's id, one for each run that has ended and not passed, sorted
//   retries   test's number, attempt (1)     run's id, one for each run whose attempt is not the first, sorted
//   hours     hour since 1970 (4), number    rollup of the test's runs that began in it (rollup_codec.hpp)
//   days      day since 1970 (4), number     rollup of a day that is over; kept up where a run of it ends later
//   states    test's number                  how the test stands (standing_codec.hpp)
//   dictionaries  number, generation (1)     what the details of the test's runs are deflated against
//   interventions  test's number             what an operator has said of it (intervention_codec.hpp); where there is
//   any
//
// Ids are UUIDs of version 7 and sort by the time they were made, so new runs are appended, and a walk backwards lists
// the newest first. The tables of ids hold them in pages without overhead, 16 bytes a run. Tests are numbered from 1 as
// they are first seen, and a number is never used for another name; in `failures` and `retries`, number 0 has the runs
// of all tests. A failed run stands in `failures` under its class and under 0, an interrupted one under the class
// interrupted, a skipped one under class 254. A run that passes or is skipped when retention has been past it stands
// under class 255 of number 0, to be found there. Attempts from 255 on share a place. Hours come before numbers, so
// that what one commit writes lies together, however long the history is.
//
// A commit may have runs of each test, and in by_test each test has pages of its own. So ids come to `recent` first,
// where those of several tests share a page, and when a test has 32 there, they move to by_test together. Whoever
// wants the runs of a test looks into both.
//
// start_run writes runs, recent and ongoing; end_run rewrites runs, writes details, failures and retries, and clears
// ongoing. A run is in `ongoing` exactly while its record says that it is running. What ends in one commit is added to
// hours, days and states once for each test (outcome_batch.hpp).
//
// Versions 1 and 2 have the first seven tables only, and version 3 has no skipped runs; migration.hpp makes them of
// this version. A file of version 3 may be without `interventions`: opening it makes that.

#include "canary/core/result.hpp"
#include "canary/core/run_id.hpp"
#include "canary/core/run_record.hpp"
#include "canary/core/time.hpp"
#include "lmdb.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canary::store {

inline constexpr std::uint32_t schema_version = 4;

/// LMDB takes no longer key than 511 bytes.
inline constexpr std::size_t longest_test_name = 500;

struct tables {
  lmdb::table meta = 0, names = 0, tests = 0, runs = 0, by_test = 0, ongoing = 0, details = 0;
  lmdb::table failures = 0, retries = 0, hours = 0, days = 0, states = 0, dictionaries = 0, recent = 0,
              interventions = 0;  ///< 0 in a file of an older version
};
inline constexpr unsigned table_count = 15;

/// Finds the tables in a file of ours, or makes them in one that holds nothing. The error says what the file is
/// instead, as what follows 'the database file X '. Throws `lmdb::fault` where LMDB fails.
result<tables> open_tables(lmdb::transaction& txn, wall_time now);

/// Those of `in` that are there, by name.
std::vector<std::pair<const char*, lmdb::table>> list_tables(const tables& in);

/// Makes the tables that a file of an older canaryd lacks, and marks it as one of this version. Whether its runs are to
/// be counted for that (migration.hpp). Throws likewise.
bool raise_version(lmdb::transaction& txn, tables& in);

inline std::string_view key_of(const run_id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

/// Empty where `key` is not 16 bytes.
std::optional<run_id> id_of(std::string_view key);

std::string key_of(std::uint32_t number);

/// Of `failures` and `retries`: `number` is a test's, or `all_tests`.
std::string key_of(std::uint32_t number, std::uint8_t part);
inline constexpr std::uint32_t all_tests = 0;

/// In the place of the class: failed runs of any.
inline constexpr std::uint8_t any_failure = 0;
/// Likewise, of all tests only: runs that passed or were skipped, and ended after retention had removed the passes of
/// their time.
inline constexpr std::uint8_t late_pass = 255;
/// Likewise: skipped runs.
inline constexpr std::uint8_t skipped_runs = 254;
inline std::uint8_t part_of(failure_class c) { return static_cast<std::uint8_t>(c); }
inline std::uint8_t part_of_attempt(std::uint32_t attempt) {
  return static_cast<std::uint8_t>(std::min<std::uint32_t>(attempt, 255));
}

/// A skipped run tells no more than one that passed, and is kept for as long.
inline bool ages_as_pass(run_status s) { return s == run_status::passed || s == run_status::skipped; }

/// Of `hours` and `days`.
std::string key_of_span(std::uint32_t span, std::uint32_t number);

/// Hours and days since 1970; what is before counts as 1970.
std::uint32_t hour_of(wall_time t);
inline std::uint32_t day_of_hour(std::uint32_t hour) { return hour / 24; }
inline wall_time start_of_hour(std::uint32_t hour) {
  // Keys have more hours than nanoseconds reach.
  constexpr auto last = std::chrono::duration_cast<std::chrono::hours>(wall_time::max().time_since_epoch()).count();
  return hour > last ? wall_time::max() : wall_time{std::chrono::hours{hour}};
}

/// Empty where `bytes` is not four of them.
std::optional<std::uint32_t> number_of(std::string_view bytes);

/// The number of the test of this name, where it has one.
std::optional<std::uint32_t> find_test_number(const lmdb::transaction& txn, const tables& in, std::string_view name);

/// The same, a new one where there is none yet.
std::uint32_t number_test(lmdb::transaction& txn, const tables& in, std::string_view name);

}  // namespace canary::store
