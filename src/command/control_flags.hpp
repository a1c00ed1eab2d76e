#pragma once
// Every flag of `canaryctl run` and `check` in one table: parsing, --help and completion all read it.

#include "canary/command/control_options.hpp"

#include <span>
#include <string>
#include <string_view>

namespace canary::command {

/// What a shell offers where the value is typed.
enum class completes : unsigned char { nothing, files, folders, words };

struct control_flag {
  std::string_view name;   ///< without dashes
  std::string_view value;  ///< 'FILE' in --help; '' for a switch
  std::string_view about;  ///< for --help and for shells
  bool of_run = false;     ///< `check` does not take it
  completes with = completes::nothing;
  std::string_view words = {};  ///< to choose from, with spaces between
  result<void> (*apply)(control_options&, const std::string&) = nullptr;
};

std::span<const control_flag> control_flags();

/// The flags as --help lists them.
std::string control_flags_help();

}  // namespace canary::command
