#pragma once
// A script's text, from disk.

#include "canary/core/result.hpp"

#include <filesystem>
#include <string>

namespace canary::config {

/// At most 4 MiB of UTF-8. The error names `shown`, what the author wrote, and where that was looked for.
result<std::string> read_script(const std::filesystem::path& path, const std::string& shown);

}  // namespace canary::config
