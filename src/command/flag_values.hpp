#pragma once
// Values that flags of several commands take. Each error begins with the flag, and says what would be right.

#include "canary/command/look.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace canary::command {

/// From 1 to `most`.
result<std::uint64_t> read_count(std::string_view flag, const std::string& value, std::uint64_t most);

/// Of --color.
result<colour_wish> read_colour(const std::string& value);

inline constexpr std::string_view colour_words = "auto always never";

/// Of --status.
result<run_status> read_status(const std::string& value);
inline constexpr std::string_view status_words = "running passed failed interrupted skipped";

/// Of --url: the daemon's address, without slashes at its end.
result<std::string> read_daemon_url(const std::string& value);

/// Of --ca.
result<std::filesystem::path> read_ca(const std::string& value);

/// CANARYCTL_TOKEN, which `get` looks up: no flag, since every user of the machine sees the words of a command. ''
/// where it is not set.
result<std::string> read_token(const std::function<const char*(const char* name)>& get);

}  // namespace canary::command
