#pragma once
// From a path to an open database: every check, and every refusal as a sentence.

#include "canary/core/result.hpp"
#include "data_file.hpp"
#include "lmdb.hpp"
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

/// Where the file is full, `max_size` is exceeded by an eighth or 4 MiB, whichever is less, so that unfinished runs can
/// be ended.
result<database> open_database(const std::filesystem::path& path, std::uint64_t max_size, wall_time now);

}  // namespace canary::store
