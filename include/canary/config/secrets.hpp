#pragma once
// What scripts may ask for by secrets.get: files of a folder.

#include "canary/core/result.hpp"
#include "canary/core/secret_masking.hpp"

#include <filesystem>
#include <string_view>

namespace canary::config {

/// What the names of secrets begin with among systemd's credentials: the others are the daemon's own.
inline constexpr std::string_view credential_prefix = "secret.";

/// The regular files of a folder by name, without `prefix`, which those of other names lack; hidden ones are left out.
/// A newline at the end of a value is not part of it. The error names the file: one that cannot be read, is not UTF-8,
/// larger than 64 KiB, shorter than can be masked, or of a name of other characters than letters, digits, '.', '_' and
/// '-'; or the folder, also where it has more than 1,000. Reads at once.
result<secret_map> load_secrets(const std::filesystem::path& folder, std::string_view prefix = {});

}  // namespace canary::config
