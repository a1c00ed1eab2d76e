#pragma once
// Files that a script sends.

#include "canary/core/failure.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace canary::run {

/// How many bytes one request's files and texts may be together.
inline constexpr std::size_t upload_limit = 64u << 20;

/// Appends the bytes of the regular file `path`, which must lie in `folder`, whatever '..' and symbolic links in it
/// say. Reads piece by piece and calls `pause` between; its failure ends the reading, and is returned.
failure append_upload(const std::filesystem::path& folder, const std::string& path, std::string& to,
                      const std::function<failure()>& pause);

}  // namespace canary::run
