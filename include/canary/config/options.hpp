#pragma once
// canaryd's flags: what an operator decides when starting it.

#include "canary/core/ip_network.hpp"
#include "canary/core/log.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::config {

/// Each member is the flag of its name: `listen_port` is --listen.port. The values here are the defaults.
struct options {
  std::filesystem::path cfg = "config.js";
  std::filesystem::path work_dir = ".";
  std::filesystem::path secrets_dir;  ///< '' for the credentials of systemd
  std::filesystem::path db_file = "canary.db";
  std::filesystem::path cache_dir;                                  ///< '' for the usual place, 'none' for none
  std::uint64_t db_max_size = 10ull << 30;                          ///< bytes
  nanoseconds db_retention = std::chrono::hours{30 * 24};           ///< of runs that passed; at least a minute
  nanoseconds db_retention_failures = std::chrono::hours{90 * 24};  ///< of all others that have ended; likewise
  nanoseconds db_retention_rollups = std::chrono::hours{400 * 24};  ///< of what summaries are made of; likewise
  std::uint64_t db_retention_runs = 0;                              ///< how many are kept; 0: any number
  bool db_relaxed = false;                                          ///< --db.durability relaxed
  std::string listen_host = "127.0.0.1";
  std::uint16_t listen_port = 8080;  ///< 0: the system picks one
  std::vector<std::string> web_allowed_hosts;
  std::filesystem::path web_auth_file;  ///< '' where there is none
  std::filesystem::path web_tls_cert;   ///< both of these two, or none
  std::filesystem::path web_tls_key;
  bool web_insecure = false;                                     ///< may be reached from the network without tokens
  std::size_t run_max_concurrent = 1000;                         ///< at least 1
  std::uint64_t run_memory_limit = 64ull << 20;                  ///< bytes
  nanoseconds run_slice = std::chrono::milliseconds{2};          ///< more than 0, at most 100 ms
  nanoseconds run_hold_warning = std::chrono::milliseconds{50};  ///< at least 1 ms
  bool run_fork = true;                                          ///< VMs of runs are forked where that can be relied on
  nanoseconds drain_timeout = std::chrono::seconds{10};          ///< not negative
  canary::log_format log_format = canary::log_format::json;
  canary::log_level log_level = canary::log_level::info;
  std::vector<ip_network> deny_net;         ///< what scripts must not connect to
  std::vector<std::string> allow_env{"*"};  ///< names, in which * stands for any characters

  bool allow_exec = false;  ///< whether scripts may run programs

  /// Whether `allow_env` lets scripts read the environment variable of this name.
  bool env_allowed(std::string_view name) const;
};

/// What is asked of the program.
enum class request : unsigned char { run, check, help, version };

struct parsed {
  request what = request::run;
  options values;  ///< the defaults where `what` is help or version
};

/// Looks up an environment variable, as std::getenv does: null where it is not set.
using environment = std::function<const char*(const char* name)>;

/// Reads flags, `args` being what follows the program's name. Where a flag is not given, its variable decides
/// (CANARYD_LISTEN_PORT for --listen.port) unless unset or empty; the last of a repeated flag wins. `--name value`,
/// `--name=value`, and both with one dash, as Go's flag package reads them.
///
/// --help and --version are answered whatever else is wrong with the values. The error names the flag or variable, the
/// value, and what would be right; for an unknown flag, the nearest known one.
result<parsed> parse_options(std::span<const char* const> args, const environment& env);

struct known_flag {
  std::string_view name;        ///< without dashes
  std::string_view value_name;  ///< '' where it takes no value; 'on|off' where it is a choice
  std::string_view about;
};
std::vector<known_flag> known_flags();

/// What --help prints: every flag, in groups, with its default.
std::string help_text();

}  // namespace canary::config
