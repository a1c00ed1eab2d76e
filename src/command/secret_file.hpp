#pragma once
// Files that a command makes, and does not write over others.

#include "canary/core/result.hpp"

#include <filesystem>
#include <string_view>

namespace canary::command {

/// Makes the file with this text; its owner alone may read it where it is `private_to_owner` (mode 0600). A file that
/// is there is replaced at once and whole where `replace` says so; otherwise the error says that it is there.
result<void> write_new_file(const std::filesystem::path& file, std::string_view text, bool private_to_owner,
                            bool replace);

/// A folder that its owner alone can look into (mode 0700), where there is none; one that is there stays as it is.
result<void> make_private_folder(const std::filesystem::path& folder);

}  // namespace canary::command
