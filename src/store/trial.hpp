#pragma once
// Whether a database file can be read without harm, found out by a process that may die of it.
//
// LMDB trusts its own pages: one that is damaged in the right place makes it follow a wild pointer. So before the
// daemon maps a file that it has not written in this life, a child process reads it all, and ends its unfinished runs
// in a transaction that is thrown away.

#include "canary/core/time.hpp"

#include <cstdint>
#include <filesystem>

namespace canary::store {

/// False where the child crashed, or found pages that lead nowhere. True also where it could not be made, or did not
/// come to the end of a large file within half a second; and where LMDB itself refuses the file, which the caller will
/// hear too. Before the process has threads, and before it has opened the file by LMDB.
bool survives_trial(const std::filesystem::path& path, std::uint64_t map_size, wall_time now);

}  // namespace canary::store
