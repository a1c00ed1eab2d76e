#pragma once
// The command line of `canaryctl db …`.

#include "canary/command/completion.hpp"
#include "canary/core/result.hpp"
#include "canary/store/maintenance.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

enum class database_task : unsigned char { stat, verify, export_runs, import_runs, compact, backup };

struct database_options {
  database_task what = database_task::stat;
  std::filesystem::path file = "canary.db";
  std::filesystem::path other = "-";  ///< what export and backup write, and import reads; '-' is the standard stream
  bool json = false;                  ///< what is told at the end is for programs
  bool force = false;                 ///< replaces a file that is there
  bool compact_copy = false;          ///< of backup: without the free pages
  store::export_filter filter;
  std::uint64_t max_size = 10ull << 30;  ///< of import, in bytes
  std::string url;                       ///< of compact: the daemon's address, '' where none is given
  std::vector<std::string_view> given;   ///< the names of the flags that have been given
  std::filesystem::path ca;              ///< PEM: what the daemon's certificate is trusted by; '' for the system's
  std::string token;                     ///< shown to the daemon; '' where CANARYCTL_TOKEN is not set
};

/// `args` is what follows `db`. The error says which word is wrong, and what would be right.
result<database_options> parse_database_options(std::span<const char* const> args);

/// What is not given and has a variable of the environment is what that says, as canaryd's own flags are:
/// CANARYD_DB_FILE, CANARYD_DB_MAX_SIZE; CANARYCTL_TOKEN is the token. The error names the variable.
result<void> apply_environment(database_options& to, const std::function<const char*(const char* name)>& get);

std::string database_help();

/// All of db's, for shells.
std::vector<completed_flag> database_flags();
/// 'stat verify …'.
std::string database_task_names();

}  // namespace canary::command
