#pragma once
// Writing a small file whole, or saying why not.

#include "canary/core/result.hpp"

#include <filesystem>
#include <string_view>

namespace canary::command {

enum class file_must : unsigned char { not_exist, exist_or_not };

/// The error names the path.
result<void> write_file(const std::filesystem::path& path, std::string_view text, file_must before);

}  // namespace canary::command
