#include "canary/command/import_options.hpp"

#include "command/task_flags.hpp"

namespace canary::command {
namespace {

using flag = task_flag<import_options>;

template <auto Member>
result<void> set_switch(import_options& o, const std::string&) {
  o.*Member = true;
  return {};
}

template <auto Member>
result<void> set_path(import_options& o, const std::string& value) {
  o.*Member = value;
  return {};
}

constexpr flag flags[] = {
    {"o", true, "", "the canary's file; standard output otherwise", set_path<&import_options::output>,
     completes::files},
    {"output", true, "", "the same", set_path<&import_options::output>, completes::files},
    {"secrets.dir", true, "", "write the values of its secrets into this folder, a file each",
     set_path<&import_options::secrets_dir>, completes::folders},
    {"all", false, "", "keep static files and what goes to other sites", set_switch<&import_options::all>},
    {"third-party", false, "", "keep what goes to other sites, but for static files",
     set_switch<&import_options::third_party>},
    {"force", false, "", "replace files that are there", set_switch<&import_options::force>},
};

bool is_curl(std::string_view word) {
  return word.starts_with("curl") && word.size() > 4 &&
         (word[4] == ' ' || word[4] == '\t' || word[4] == '\n' || word[4] == '\\');
}

// The words as a shell had them, before it took the quotes away.
std::string quoted(std::span<const char* const> words) {
  std::string out;
  for (const char* word : words) out += (out.empty() ? "" : " ") + in_quotes(word);
  return out;
}

}  // namespace

result<import_options> parse_import_options(std::span<const char* const> args) {
  import_options options;
  const auto has_source = [&] { return !options.curl.empty() || !options.from.empty(); };
  for (std::size_t next = 0; next < args.size(); ++next) {
    const std::string given = args[next];
    if (!is_flag(given)) {
      if (has_source())
        return error{"'import' takes one recording, and '" + given + "' is another; a curl command stands in quotes"};
      if (given == "curl") {
        options.curl = quoted(args.subspan(next));
        break;
      }
      if (given.empty()) return error{"'import' takes a curl command or a file, and not an empty word"};
      if (is_curl(given)) {
        options.curl = given;
      } else {
        options.from = given;
      }
      continue;
    }
    const flag_word word = split_flag(given);
    const auto found = find_flag(std::span<const flag>(flags), word, "import", "import");
    if (!found) return found.error();
    const auto value = take_value(word, (*found)->takes_value, args, next);
    if (!value) return value.error();
    if ((*found)->takes_value && value->empty()) return error{"the flag '" + given + "' wants a path"};
    if (const auto applied = (*found)->apply(options, *value); !applied) return applied.error();
  }
  if (!has_source())
    return error{"'import' wants a curl command in quotes, an HTTP archive (FILE.har), or '-' for standard input"};
  return options;
}

std::vector<completed_flag> import_flags() { return completed_flags(std::span<const flag>(flags), ""); }

std::string import_help() {
  return R"(  canaryctl import 'curl …'         write a canary that makes the request of a curl command
  canaryctl import FILE.har         write one of what a browser has recorded (HTTP archive); '-' reads either
)";
}

}  // namespace canary::command
