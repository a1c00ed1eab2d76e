#pragma once
// canaryctl's command line.

#include "canary/command/author_options.hpp"
#include "canary/command/database_options.hpp"
#include "canary/command/import_options.hpp"
#include "canary/command/look.hpp"
#include "canary/command/remote_options.hpp"
#include "canary/command/token_command.hpp"
#include "canary/core/ip_network.hpp"
#include "canary/core/result.hpp"
#include "canary/core/time.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace canary::command {

enum class control_command : unsigned char {
  run,
  check,
  database,
  token,
  remote,
  import,
  completion,
  project,
  types,
  help,
  version
};

struct control_options {
  control_command what = control_command::help;
  std::vector<std::filesystem::path> scripts;  ///< to run; none means the configuration's tests
  std::filesystem::path cfg = "config.js";
  std::filesystem::path work_dir = ".";
  std::string grep;  ///< a regular expression (ECMAScript) for test names; '' is all that are not paused
  nanoseconds timeout = std::chrono::minutes{1};  ///< of scripts given by path
  std::uint64_t memory_limit = 64u << 20;         ///< of scripts given by path, in bytes
  bool allow_exec = false;                        ///< whether scripts may run programs
  std::filesystem::path secrets_dir;              ///< '' for none
  std::vector<ip_network> deny_net;               ///< what scripts must not connect to
  database_options database;                      ///< of `db`
  std::uint64_t repeat = 1;                       ///< runs of each test, one after the other
  bool watch = false;                             ///< all of it again whenever a source has changed
  bool fail_fast = false;                         ///< the first run that does not pass is the last
  bool json = false;                              ///< standard output is for programs
  std::filesystem::path env_file;                 ///< variables that scripts see beside the environment's; '' for none
  std::filesystem::path junit, har;               ///< files to write; '' for none
  token_order token;                              ///< of `token`
  remote_options remote;                          ///< of what is asked of a daemon
  new_order project;                              ///< of `new`
  types_order types;
  import_options recorded;  ///< of `import`
  colour_wish colour = colour_wish::when_terminal;
  std::string shell;            ///< of `completion`: bash, zsh or fish
  bool quiet_failures = false;  ///< the talk's flags without -fail-on-error: failing tests exit with 0
};

/// `canaryctl run …`, `canaryctl check …`, `canaryctl db …`, `canaryctl token …`, `canaryctl import …`, `canaryctl
/// status …` and the like, and the talk's form without a command: `-cfg FILE -dir DIR -run REGEXP -fail-on-error`.
/// `args` is what follows the program's name. The error says which word is wrong.
result<control_options> parse_control_options(std::span<const char* const> args);

std::string control_help();

}  // namespace canary::command
