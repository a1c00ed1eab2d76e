#pragma once
// From a path to an open database: every check, and every refusal as a sentence.

#include "canary/core/clock.hpp"
#include "canary/core/result.hpp"
#include "data_file.hpp"
#include "lmdb.hpp"
#include "migration.hpp"
#include "schema.hpp"

#include <filesystem>
#include <memory>

namespace canary::store {

/// An open file. The members' order is that of their making: LMDB closes before the lock is released.
struct database {
  data_file file;
  std::unique_ptr<lmdb::environment> env;
  tables in;
  std::uint64_t interrupted = 0;  ///< runs that were found unfinished, and were ended
};

struct opening {
  std::filesystem::path path;
  std::uint64_t max_size = 10ull << 30;
  wall_time now{};
  lmdb::sync sync = lmdb::sync::full;
  migration_progress migrated = {};  ///< of a file of an older version; may be empty
  const clock* time = nullptr;       ///< by which looking for damage in a large file ends; without it, at its end
  bool ends_unfinished = true;       ///< runs that are ongoing; else their outcomes may still come
};

/// Where the file is full, `max_size` is exceeded by an eighth or 4 MiB, whichever is less, so that unfinished runs can
/// be ended; by as much again where they take more, to twice the limit at most.
result<database> open_database(const opening& how);

}  // namespace canary::store
