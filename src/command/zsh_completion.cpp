#include "canary/command/completion.hpp"

namespace canary::command {
namespace {

// Within a specification of _arguments or _describe, brackets and colons are signs.
std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action(completes what, const std::string& words) {
  switch (what) {
    case completes::files:
      return "_files";
    case completes::folders:
      return "_files -/";
    case completes::words:
      return "(" + words + ")";
    case completes::nothing:
      break;
  }
  return " ";
}

std::string arguments_of(const completed_command& command, const std::string& indentation) {
  std::string out = indentation + "_arguments";
  for (const auto& flag : command.flags) {
    std::string each = "--" + flag.name + (flag.takes_value ? "=" : "") + "[" + shown(flag.about) + "]";
    if (flag.takes_value) each += ":value:" + action(flag.with, flag.words);
    out += " \\\n" + indentation + "  " + in_quotes(each);
  }
  if (!command.words.empty()) out += " \\\n" + indentation + "  " + in_quotes("1:what:(" + command.words + ")");
  if (command.with != completes::nothing) {
    out += " \\\n" + indentation + "  " + in_quotes("*:file:" + action(command.with, ""));
  }
  return out + "\n";
}

}  // namespace

std::string zsh_completion(std::span<const completed_program> programs) {
  std::string names, functions, choice, registration;
  for (const auto& program : programs) {
    names += " " + program.name;
    registration += "  compdef _" + program.name + " " + program.name + "\n";
    choice += "    " + program.name + ") _" + program.name + " ;;\n";
    functions += "\n_" + program.name + "() {\n";
    if (program.commands.size() == 1 && program.commands[0].name.empty()) {
      functions += arguments_of(program.commands[0], "  ") + "}\n";
      continue;
    }
    functions += "  local -a commands=(\n";
    for (const auto& each : program.commands)
      functions += "    " + in_quotes(each.name + ":" + shown(each.about)) + "\n";
    functions += "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n";
    functions += "  shift words\n  ((CURRENT--))\n  case $words[1] in\n";
    for (const auto& each : program.commands) {
      functions += "    " + each.name + ")\n" + arguments_of(each, "      ") + "      ;;\n";
    }
    functions += "  esac\n}\n";
  }
  // In a folder of $fpath this file is the function itself; read by `source` it only says what the functions are for.
  return "#compdef" + names + "\n# Completion for zsh, made by `canaryctl completion zsh`.\n" + functions +
         "\nif [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  case $service in\n" + choice + "  esac\nelse\n" +
         registration + "fi\n";
}

}  // namespace canary::command
