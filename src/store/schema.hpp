#pragma once
// What lies where in the database file, version 2.
//
//   table     key                      value
//   meta      'format'                 'canaryd'
//             'schema'                 4 bytes, big-endian: 2
//             'created'                8 bytes, big-endian: when, ns since 1970
//   names     test's name              4 bytes, big-endian: its number
//   tests     its number, 4 bytes      its name
//   runs      run's id, 16 bytes       record (record_codec.hpp)
//   by_test   test's number, 4 bytes   run's id, one for each of its runs, sorted
//   ongoing   run's id                 nothing
//   details   run's id                 logs, HTTP trace, script error (details_codec.hpp); only where there are any
//
// Ids are UUIDs of version 7 and sort by the time they were made, so new runs are appended, and a walk backwards lists
// the newest first. by_test holds plain ids in pages without overhead, 16 bytes a run. Tests are numbered from 1 as
// they are first seen, and a number is never used for another name.
//
// start_run writes runs, by_test and ongoing; end_run rewrites runs, writes details and clears ongoing. A run is in
// `ongoing` exactly while its record says that it is running.
//
// Version 1 differs in nothing but that all its records are of version 1. Such a file is marked as of version 2 when it
// is opened, for a canaryd of then could not read what is written from now on.

#include "canary/core/result.hpp"
#include "canary/core/run_id.hpp"
#include "canary/core/time.hpp"
#include "lmdb.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

inline constexpr std::uint32_t schema_version = 2;

/// LMDB takes no longer key than 511 bytes.
inline constexpr std::size_t longest_test_name = 500;

struct tables {
  lmdb::table meta = 0, names = 0, tests = 0, runs = 0, by_test = 0, ongoing = 0, details = 0;
};
inline constexpr unsigned table_count = 7;

/// Finds the tables in a file of ours, or makes them in one that holds nothing. The error says what the file is
/// instead, as what follows 'the database file X '. Throws `lmdb::fault` where LMDB fails.
result<tables> open_tables(lmdb::transaction& txn, wall_time now);

/// Marks a file of an older version as one of this. Throws likewise.
void raise_version(lmdb::transaction& txn, const tables& in);

inline std::string_view key_of(const run_id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

/// Empty where `key` is not 16 bytes.
std::optional<run_id> id_of(std::string_view key);

std::string key_of(std::uint32_t number);

/// Empty where `bytes` is not four of them.
std::optional<std::uint32_t> number_of(std::string_view bytes);

/// The number of the test of this name, a new one where there is none yet.
std::uint32_t number_test(lmdb::transaction& txn, const tables& in, std::string_view name);

}  // namespace canary::store
