#include "canary/command/completion.hpp"

namespace canary::command {
namespace {

// Within fish's single quotes a backslash and a quote are escaped.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string offering(completes what, const std::string& words) {
  switch (what) {
    case completes::files:
      return " -r -F";
    case completes::folders:
      return " -x -a '(__fish_complete_directories)'";
    case completes::words:
      return " -x -a " + quoted(words);
    case completes::nothing:
      break;
  }
  return " -x";
}

}  // namespace

std::string fish_completion(std::span<const completed_program> programs) {
  std::string out = "# Completion for fish, made by `canaryctl completion fish`.\n";
  for (const auto& program : programs) {
    const std::string begin = "complete -c " + program.name;
    out += "\n" + begin + " -f\n";
    for (const auto& command : program.commands) {
      std::string where;
      if (!command.name.empty()) {
        out += begin + " -n __fish_use_subcommand -a " + command.name + " -d " + quoted(command.about) + "\n";
        where = " -n '__fish_seen_subcommand_from " + command.name + "'";
      }
      for (const auto& flag : command.flags) {
        out += begin + where + " -l " + flag.name + (flag.takes_value ? offering(flag.with, flag.words) : "") + " -d " +
               quoted(flag.about) + "\n";
      }
      if (!command.words.empty()) out += begin + where + " -a " + quoted(command.words) + "\n";
      if (command.with == completes::files) out += begin + where + " -F\n";
    }
  }
  return out;
}

}  // namespace canary::command
