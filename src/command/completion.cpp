#include "canary/command/completion.hpp"

#include "canary/command/author_options.hpp"
#include "canary/command/database_options.hpp"
#include "canary/command/remote_options.hpp"
#include "canary/config/options.hpp"
#include "command/control_flags.hpp"

#include <algorithm>

namespace canary::command {
namespace {

std::vector<completed_flag> control_flags_of(bool run) {
  std::vector<completed_flag> all;
  for (const auto& flag : control_flags()) {
    if (flag.about.empty() || (flag.of_run && !run)) continue;
    all.push_back(
        {std::string(flag.name), std::string(flag.about), !flag.value.empty(), flag.with, std::string(flag.words)});
  }
  return all;
}

// 'on|off' is a choice; FILE and DIR are what they say.
std::vector<completed_flag> daemon_flags() {
  std::vector<completed_flag> all;
  for (const auto& flag : config::known_flags()) {
    completed_flag each{std::string(flag.name), std::string(flag.about), !flag.value_name.empty()};
    if (flag.value_name == "FILE") each.with = completes::files;
    if (flag.value_name == "DIR") each.with = completes::folders;
    if (flag.value_name.find('|') != flag.value_name.npos) {
      each.with = completes::words;
      each.words = std::string(flag.value_name);
      std::replace(each.words.begin(), each.words.end(), '|', ' ');
    }
    all.push_back(std::move(each));
  }
  return all;
}

}  // namespace

std::vector<completed_program> completed_programs() {
  completed_program control{"canaryctl", {}};
  for (const auto& word : control_words()) {
    completed_command each{std::string(word.name), std::string(word.about), {}};
    if (word.name == "run" || word.name == "check") {
      each.flags = control_flags_of(word.name == "run");
      each.with = completes::files;
    }
    if (word.name == "import") {
      each.flags = import_flags();
      each.with = completes::files;
    }
    if (const auto task = parse_remote_task(word.name)) each.flags = remote_flags(*task);
    if (word.name == "db") {
      each.flags = database_flags();
      each.with = completes::files;
      each.words = database_task_names();
    }
    if (word.name == "new" || word.name == "types") each.flags = author_flags(word.name);
    if (word.name == "completion") each.words = "bash zsh fish";
    control.commands.push_back(std::move(each));
  }
  return {std::move(control), {"canaryd", {{"", "", daemon_flags()}}}};
}

result<std::string> completion_text(std::string_view shell, std::span<const completed_program> programs) {
  if (shell == "bash") return {boost::system::in_place_value, bash_completion(programs)};
  if (shell == "zsh") return {boost::system::in_place_value, zsh_completion(programs)};
  if (shell == "fish") return {boost::system::in_place_value, fish_completion(programs)};
  return error{"completion is for bash, zsh or fish, not '" + std::string(shell) + "'"};
}

}  // namespace canary::command
