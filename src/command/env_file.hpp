#pragma once
// A file of environment variables, as `.env` files are.

#include "canary/core/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace canary::command {

using variables = std::map<std::string, std::string, std::less<>>;

/// A line each: `NAME=value`, with `export` before it or not; blank lines, and comments that begin with '#', which
/// after a value wants a blank before it. In single quotes everything is itself; in double quotes \n, \r, \t, \\, \",
/// \$ are escapes; both may go on over lines. Without quotes, blanks around the value are not of it. The last of a name
/// wins. Nothing is replaced in values: '$HOME' is five characters. The error is 'name:line: what is wrong'.
result<variables> parse_env_file(std::string_view text, std::string_view name);

/// Likewise, of a file of at most 1 MiB.
result<variables> read_env_file(const std::filesystem::path& path);

}  // namespace canary::command
