#pragma once
// The command line of what canaryctl asks of a running daemon: status, runs, show, tail, trigger, pause, resume,
// reload, maintenance.

#include "canary/command/completion.hpp"
#include "canary/command/look.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

enum class remote_task : unsigned char { status, runs, show, tail, trigger, pause, resume, reload, maintenance };

struct remote_options {
  remote_task what = remote_task::status;
  std::string operand;  ///< of show the run's id, of trigger, pause, resume and maintenance the test's name
  std::string length;   ///< of maintenance: a duration, a date, or 'end'
  std::string reason;   ///< of maintenance; '' for none
  std::string test;     ///< of runs and tail: of this test alone; '' is all
  std::optional<run_status> having;  ///< of runs: with this status alone
  std::uint64_t limit = 20;          ///< of runs: so many at most, 1 to 1000
  bool wait = false;                 ///< of trigger: until the run has ended
  bool json = false;                 ///< standard output is for programs
  std::string url;                   ///< the daemon's address, without a '/' at its end; '' where none is given
  std::filesystem::path ca;          ///< PEM: what its certificate is trusted by; '' for the system's
  std::string token;                 ///< shown to the daemon; '' where CANARYCTL_TOKEN is not set
  colour_wish colour = colour_wish::when_terminal;
};

/// Empty where `word` is none of these commands.
std::optional<remote_task> parse_remote_task(std::string_view word);
std::string_view to_string(remote_task task);

/// `args` is what follows the command. The error says which word is wrong, and what would be right.
result<remote_options> parse_remote_options(remote_task what, std::span<const char* const> args);

/// CANARYCTL_URL is for where no --url is given, and CANARYCTL_TOKEN is the token, which is no flag since every user of
/// the machine sees the words of a command. Without either address it is http://127.0.0.1:8080. The error names the
/// variable.
result<void> apply_environment(remote_options& to, const std::function<const char*(const char* name)>& get);

std::string remote_help();

/// Those that `task` takes, for shells.
std::vector<completed_flag> remote_flags(remote_task task);

}  // namespace canary::command
