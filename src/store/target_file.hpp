#pragma once
// The file that a copy or an export of a database is to become.

#include "canary/core/result.hpp"

#include <filesystem>

namespace canary::store {

/// Whether what is made of the database `from` may have the name `to`. The error is a sentence. `replace`: also where
/// there is a file of that name; never in place of the database itself, its lock, or another one in use.
result<void> may_become(const std::filesystem::path& from, const std::filesystem::path& to, bool replace);

}  // namespace canary::store
