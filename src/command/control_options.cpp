#include "canary/command/control_options.hpp"

#include "canary/core/nearest_name.hpp"
#include "command/control_flags.hpp"
#include "command/flag_word.hpp"

#include <algorithm>

namespace canary::command {
namespace {

error unknown(const flag_word& flag) {
  std::vector<std::string_view> names;
  for (const auto& f : control_flags()) names.push_back(f.name);
  return unknown_flag(flag, names);
}

bool asks_for_help(std::span<const char* const> args) {
  return std::any_of(args.begin(), args.end(),
                     [](std::string_view word) { return word == "--help" || word == "-help" || word == "-h"; });
}

}  // namespace

result<control_options> parse_control_options(std::span<const char* const> args) {
  control_options options;
  std::size_t next = 0;
  const std::string first = args.empty() ? "" : args[0];
  if (first == "run" || first == "check") {
    options.what = first == "run" ? control_command::run : control_command::check;
    next = 1;
  } else if (first == "db") {
    if (asks_for_help(args)) return options;
    auto database = parse_database_options(args.subspan(1));
    if (!database) return database.error();
    options.what = control_command::database;
    options.database = std::move(*database);
    return options;
  } else if (first == "token") {
    if (asks_for_help(args)) return options;
    auto order = parse_token_order(args.subspan(1));
    if (!order) return order.error();
    options.what = control_command::token;
    options.token = std::move(*order);
    return options;
  } else if (first == "new") {
    if (asks_for_help(args)) return options;
    auto project = parse_new_order(args.subspan(1));
    if (!project) return project.error();
    options.what = control_command::project;
    options.project = std::move(*project);
    return options;
  } else if (first == "types") {
    if (asks_for_help(args)) return options;
    auto types = parse_types_order(args.subspan(1));
    if (!types) return types.error();
    options.what = control_command::types;
    options.types = std::move(*types);
    return options;
  } else if (first == "import") {
    if (asks_for_help(args.first(std::min<std::size_t>(args.size(), 2)))) return options;
    auto recorded = parse_import_options(args.subspan(1));
    if (!recorded) return recorded.error();
    options.what = control_command::import;
    options.recorded = std::move(*recorded);
    return options;
  } else if (first == "completion") {
    options.shell = args.size() > 1 ? args[1] : "";
    options.what =
        options.shell == "--help" || options.shell == "-h" ? control_command::help : control_command::completion;
    if (args.size() != 2) return error{"completion takes the name of a shell: bash, zsh or fish"};
    return options;
  } else if (const auto task = parse_remote_task(first)) {
    if (asks_for_help(args)) return options;
    auto remote = parse_remote_options(*task, args.subspan(1));
    if (!remote) return remote.error();
    options.what = control_command::remote;
    options.remote = std::move(*remote);
    return options;
  } else if (first == "help") {
    return options;
  } else if (first == "--version" || first == "-version" || first == "version") {
    options.what = control_command::version;
    return options;
  } else if (!first.empty() && first[0] == '-') {
    options.what = control_command::run;
    options.quiet_failures = true;
  } else if (!first.empty()) {
    std::vector<std::string_view> commands;
    std::string all;
    for (const auto& word : control_words()) {
      commands.push_back(word.name);
      all += (all.empty() ? "" : &word == &control_words().back() ? " and " : ", ") + std::string(word.name);
    }
    const auto near = nearest_name(first, commands);
    return error{"there is no command '" + first + "'; " +
                 (near ? "did you mean '" + std::string(*near) + "'?" : "there are " + all)};
  }
  for (; next < args.size(); ++next) {
    const std::string given = args[next];
    if (!is_flag(given)) {
      options.scripts.emplace_back(given);
      continue;
    }
    flag_word flag = split_flag(given);
    if (flag.name == "h") flag.name = "help";
    const control_flag* known = nullptr;
    for (const auto& f : control_flags()) {
      if (f.name == flag.name) known = &f;
    }
    if (known == nullptr) return unknown(flag);
    if (known->of_run && options.what == control_command::check) return error{"check takes no '" + given + "'"};
    const auto value = take_value(flag, !known->value.empty(), args, next);
    if (!value) return value.error();
    if (value->empty() && (known->with == completes::files || known->with == completes::folders)) {
      return error{"the flag '--" + flag.name + "' wants a path"};
    }
    if (const auto applied = known->apply(options, *value); !applied) return applied.error();
    if (options.what == control_command::help) return options;
  }
  return options;
}

std::string control_help() {
  return R"(canaryctl tries canaries, with the engine of the daemon, and looks after its database.

  canaryctl run SCRIPT…             run scripts
  canaryctl run --cfg config.js     run the tests that a configuration registers, one after the other; paused
                                    ones are skipped
  canaryctl check SCRIPT…           say what is wrong with scripts, and run nothing
  canaryctl check --cfg config.js   the same of a configuration and its scripts
)" + import_help() +
         R"(  canaryctl new NAME                make a folder with first canaries, a configuration, and types for editors;
                                    --typescript writes them in TypeScript
  canaryctl types                   print those types; --output FILE or FOLDER writes them there
  canaryctl token NAME read|write   make a token for the daemon's --web.auth-file
  canaryctl completion bash         print what completes the command lines of canaryctl and canaryd; zsh, fish

Of a running daemon:

)" + remote_help() +
         R"(
  --url URL           the daemon's address (http://127.0.0.1:8080); CANARYCTL_URL says it too
  --ca FILE           certificates (PEM) to trust it by at an https URL
  --json              what the API answers, as it is
  CANARYCTL_TOKEN     this variable's token is shown to it

Of import:

  -o FILE             the canary's file; standard output otherwise
  --all               keep static files and what goes to other sites; --third-party keeps the latter alone
  --secrets.dir DIR   write the values of its secrets into this folder, a file each
  --force             replace files that are there

Of run and check:

)" + control_flags_help() +
         R"(  --version, --help

)" + database_help() +
         R"(
  --db.file FILE      the database (canary.db)
  --ca FILE           of compact: certificates (PEM) to trust the daemon at an https --url by
  CANARYCTL_TOKEN     this variable's token is shown to the daemon at --url
  --json              what is told at the end is JSON
  --force             of export and backup: replace a file that is there
  --db.max-size SIZE  of import: the file grows no larger (10GiB)

Exit codes: 0 all passed, 1 a test failed, 2 bad usage or configuration, 3 interrupted. Of db: 0 done, 1 something
is not as it has to be, 2 bad usage, 3 the database cannot be used, or interrupted. Of what a daemon is asked: 0
done, 1 the run that trigger --wait waited for failed, 2 bad usage, or the daemon refuses, 3 interrupted, 4 it
cannot be reached.
Without a command, `canaryctl -cfg FILE [-dir DIR] [-run REGEXP]` runs the tests and exits with 0 whether or
not they pass; with -fail-on-error it exits with 1 where one fails.
)";
}

}  // namespace canary::command
