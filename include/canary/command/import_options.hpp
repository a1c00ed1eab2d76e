#pragma once
// The command line of `canaryctl import …`.

#include "canary/command/completion.hpp"
#include "canary/core/result.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace canary::command {

struct import_options {
  std::string curl;                   ///< the command; '' where `from` is to be read
  std::filesystem::path from;         ///< an HTTP archive, or a file of curl commands; '-' is standard input
  std::filesystem::path output;       ///< '' is standard output
  std::filesystem::path secrets_dir;  ///< where the values of secrets are written to; '' for nowhere
  bool all = false;                   ///< static files and other sites too
  bool third_party = false;           ///< other sites too
  bool force = false;                 ///< files that are there are replaced
};

/// `args` follow 'import'. The command may stand in quotes, or be all that follows the word curl. The error says which
/// word is wrong.
result<import_options> parse_import_options(std::span<const char* const> args);

std::vector<completed_flag> import_flags();

/// The lines of --help.
std::string import_help();

}  // namespace canary::command
