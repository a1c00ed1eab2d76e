#include "canary/command/author_options.hpp"

#include "canary/core/ascii.hpp"
#include "command/task_flags.hpp"

#include <algorithm>
#include <array>

namespace canary::command {
namespace {

struct author_options {
  new_order project;
  types_order types;
};

using flag = task_flag<author_options>;

result<void> set_output(author_options& o, const std::string& value) {
  if (value.empty()) return error{"the flag '--output' wants a path"};
  o.types.output = value;
  return {};
}

constexpr std::array<flag, 2> flags{{
    {"typescript", false, "new", "canaries in TypeScript",
     [](author_options& o, const std::string&) -> result<void> { return o.project.typescript = true, result<void>(); }},
    {"output", true, "types", "the file to write, or a folder for canary.d.ts", set_output, completes::files},
}};

bool is_alnum(char c) {
  const char lower = ascii_lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

// What is a folder's name and nothing else, on every system, and needs no quoting in what is written with it.
bool is_project_name(std::string_view name) {
  const auto plain = [](char c) { return is_alnum(c) || c == '-' || c == '_' || c == '.'; };
  return !name.empty() && name.size() <= 64 && is_alnum(name.front()) && std::all_of(name.begin(), name.end(), plain);
}

/// Words that are no flags go to `operands`.
result<author_options> parse(std::string_view command, std::span<const char* const> args,
                             std::vector<std::string>& operands) {
  author_options options;
  for (std::size_t next = 0; next < args.size(); ++next) {
    const std::string given = args[next];
    if (!is_flag(given)) {
      operands.push_back(given);
      continue;
    }
    flag_word word = split_flag(given);
    if (word.name == "o") word.name = "output";
    const auto found = find_flag(std::span<const flag>(flags), word, command, command);
    if (!found) return found.error();
    const auto value = take_value(word, (*found)->takes_value, args, next);
    if (!value) return value.error();
    if (const auto applied = (*found)->apply(options, *value); !applied) return applied.error();
  }
  return options;
}

}  // namespace

result<new_order> parse_new_order(std::span<const char* const> args) {
  std::vector<std::string> names;
  auto options = parse("new", args, names);
  if (!options) return options.error();
  if (names.size() != 1)
    return error{"write canaryctl new NAME: the name of the folder to make, for example shop-canaries"};
  if (!is_project_name(names.front())) {
    return error{
        "'" + names.front() +
        "' is no name for a project: 1 to 64 letters, digits, '.', '_' and '-', a letter or a digit first; the "
        "folder is made where you are"};
  }
  options->project.name = names.front();
  return options->project;
}

result<types_order> parse_types_order(std::span<const char* const> args) {
  std::vector<std::string> names;
  const auto options = parse("types", args, names);
  if (!options) return options.error();
  if (!names.empty()) return error{"types takes no '" + names.front() + "'; name the file with --output"};
  return options->types;
}

std::vector<completed_flag> author_flags(std::string_view command) {
  return completed_flags(std::span<const flag>(flags), command);
}

}  // namespace canary::command
