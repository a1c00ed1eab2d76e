#pragma once
// What a shell has to know to complete the command lines of both programs. Pure.

#include "canary/core/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

/// What a shell offers where a value is typed.
enum class completes : unsigned char { nothing, files, folders, words };

struct completed_flag {
  std::string name;   ///< without dashes
  std::string about;  ///< '' where --help does not list it: it is not offered
  bool takes_value = false;
  completes with = completes::nothing;
  std::string words = {};  ///< to choose from, with spaces between
};

struct completed_command {
  std::string name;  ///< '' where the program has none: its flags follow its name
  std::string about;
  std::vector<completed_flag> flags;
  completes with = completes::nothing;  ///< of what is no flag
  std::string words = {};               ///< of the first of those
};

struct completed_program {
  std::string name;
  std::vector<completed_command> commands;
};

/// canaryctl and canaryd, from the tables that they read their flags by.
std::vector<completed_program> completed_programs();

/// A script for `shell`, which is bash, zsh or fish; the error says so.
result<std::string> completion_text(std::string_view shell, std::span<const completed_program> programs);

std::string bash_completion(std::span<const completed_program> programs);
std::string zsh_completion(std::span<const completed_program> programs);
std::string fish_completion(std::span<const completed_program> programs);

/// In single quotes, as all three read them.
std::string in_quotes(std::string_view text);

}  // namespace canary::command
