#pragma once
// A smaller copy takes the place of a database file that is open.
//
// On the writer's thread, which writes nothing meanwhile: so the copy has all that was ever acknowledged, and until it
// has the file's name the file is the old one, whole. Reads go on in the old file until the loop takes the new one.

#include "canary/core/result.hpp"
#include "opening.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace canary::store {

/// `compacted` with all but its first and last argument.
using compactor = std::function<result<std::shared_ptr<database>>(const database& from,
                                                                  const std::function<bool(std::uint64_t)>& meanwhile)>;

/// `meanwhile` is called now and then with the bytes that are written; where it returns false, nothing is done. The
/// error is a sentence; then everything is as it was.
result<std::shared_ptr<database>> compacted(const database& from, const std::filesystem::path& path,
                                            std::uint64_t max_size, lmdb::sync sync,
                                            const std::function<bool(std::uint64_t)>& meanwhile);

}  // namespace canary::store
