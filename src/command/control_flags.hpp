#pragma once
// Every flag of `canaryctl run` and `check` in one table: parsing, --help and completion all read it.

#include "canary/command/completion.hpp"
#include "canary/command/control_options.hpp"

#include <span>
#include <string>
#include <string_view>

namespace canary::command {

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

struct control_word {
  std::string_view name, about;
};

/// The commands.
std::span<const control_word> control_words();

/// The flags as --help lists them.
std::string control_flags_help();

}  // namespace canary::command
