#pragma once
// The command lines of `canaryctl new …` and `canaryctl types …`.

#include "canary/command/completion.hpp"
#include "canary/core/result.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

struct new_order {
  std::string name;         ///< of the folder, and of the project: no path
  bool typescript = false;  ///< canaries in TypeScript; otherwise in JavaScript
};

struct types_order {
  std::filesystem::path output;  ///< a file, or a folder for canary.d.ts; '' is standard output
};

/// `args` is what follows the command's word. The error says which word is wrong, and what would be right.
result<new_order> parse_new_order(std::span<const char* const> args);
result<types_order> parse_types_order(std::span<const char* const> args);

/// Of one of the two commands, for shells.
std::vector<completed_flag> author_flags(std::string_view command);

}  // namespace canary::command
