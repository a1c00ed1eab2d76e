#pragma once
// A file that is read whole, such as a key or a list: at once, so it had better be small.

#include "canary/core/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace canary {

/// The bytes of a regular file that has no more than `most`. The error is a sentence that names the file: it is not
/// there, is no regular file (a pipe would be waited for), is too large, or cannot be read and why.
result<std::string> read_small_file(const std::filesystem::path& file, std::uint64_t most);

}  // namespace canary
