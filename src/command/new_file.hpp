#pragma once
// Files that a command writes whole, or not at all.

#include "canary/core/result.hpp"

#include <filesystem>
#include <string_view>

namespace canary::command {

struct new_file_wish {
  bool is_private = false;  ///< its owner alone may read it (mode 0600)
  bool replace = false;     ///< what is there, at once and whole; a link itself, and not what it leads to
};

/// The error names the file, and says so where it is there already.
result<void> write_new_file(const std::filesystem::path& file, std::string_view text, new_file_wish wish = {});

/// Whether `write_new_file` would not find something there that it must not replace.
result<void> check_free(const std::filesystem::path& file, new_file_wish wish = {});

/// A folder that its owner alone can look into (mode 0700), where there is none; one that is there stays as it is.
result<void> make_private_folder(const std::filesystem::path& folder);

}  // namespace canary::command
