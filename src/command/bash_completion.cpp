#include "canary/command/completion.hpp"

namespace canary::command {
namespace {

constexpr std::string_view head = R"(# Completion for bash, made by `canaryctl completion bash`.

# Fills COMPREPLY with what compgen offers, a line each: names of files may have blanks.
_canary_offer() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$@")
}
_canary_files() {
  compopt -o filenames 2> /dev/null
  _canary_offer "$1" -- "$2"
}
)";

// The word that is typed and the one before it. bash makes a word of each '='.
constexpr std::string_view beginning = R"(  local cur=${COMP_WORDS[COMP_CWORD]} prev=''
  ((COMP_CWORD > 0)) && prev=${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]] && ((COMP_CWORD > 1)); then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

std::string offering(completes what, const std::string& words) {
  switch (what) {
    case completes::files:
      return "_canary_files -f \"$cur\"";
    case completes::folders:
      return "_canary_files -d \"$cur\"";
    case completes::words:
      return "_canary_offer -W " + in_quotes(words) + " -- \"$cur\"";
    case completes::nothing:
      break;
  }
  return "COMPREPLY=()";
}

std::string flags_of(const completed_command& command, const std::string& indentation) {
  std::string out = indentation + "case $prev in\n", names;
  for (const auto& flag : command.flags) {
    names += (names.empty() ? "--" : " --") + flag.name;
    if (!flag.takes_value) continue;
    out += indentation + "  --" + flag.name + " | -" + flag.name + ") " + offering(flag.with, flag.words) +
           "; return ;;\n";
  }
  out += indentation + "esac\n";
  if (command.flags.empty()) out.clear();
  return out + indentation + "if [[ $cur == -* ]]; then _canary_offer -W " + in_quotes(names) +
         " -- \"$cur\"; return; fi\n";
}

}  // namespace

std::string bash_completion(std::span<const completed_program> programs) {
  std::string out(head);
  for (const auto& program : programs) {
    out += "\n_" + program.name + "() {\n" + std::string(beginning);
    if (program.commands.size() == 1 && program.commands[0].name.empty()) {
      out += flags_of(program.commands[0], "  ");
    } else {
      std::string names;
      out += "  if ((COMP_CWORD > 1)); then\n    case ${COMP_WORDS[1]} in\n";
      for (const auto& command : program.commands) {
        names += (names.empty() ? "" : " ") + command.name;
        out += "      " + command.name + ")\n" + flags_of(command, "        ");
        if (!command.words.empty()) {
          out += "        if ((COMP_CWORD == 2)); then " + offering(completes::words, command.words) + "; return; fi\n";
        }
        if (command.with != completes::nothing) out += "        " + offering(command.with, "") + "\n";
        out += "        ;;\n";
      }
      out +=
          "    esac\n    return\n  fi\n  _canary_offer -W " + in_quotes(names + " --help --version") + " -- \"$cur\"\n";
    }
    out += "}\ncomplete -F _" + program.name + " " + program.name + "\n";
  }
  return out;
}

}  // namespace canary::command
