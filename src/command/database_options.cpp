#include "canary/command/database_options.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/nearest_name.hpp"
#include "command/flag_values.hpp"
#include "command/task_flags.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace canary::command {
namespace {

struct task_name {
  std::string_view name;
  database_task what;
  std::string_view operand;  ///< '' where it takes none
  bool needs_operand = false;
};
constexpr std::array<task_name, 6> tasks{{
    {"stat", database_task::stat, ""},
    {"verify", database_task::verify, ""},
    {"export", database_task::export_runs, "the file to write, or -"},
    {"import", database_task::import_runs, "the file to read, or -"},
    {"compact", database_task::compact, ""},
    {"backup", database_task::backup, "the file to write", true},
}};

using flag = task_flag<database_options>;

result<void> set_time(std::optional<wall_time>& to, const char* name, const std::string& value) {
  to = parse_rfc3339(value);
  // A day alone is its beginning in UTC.
  if (!to) to = parse_rfc3339(value + "T00:00:00Z");
  if (to) return {};
  return error{std::string(name) + " takes a time such as 2026-03-01T09:30:00Z or a day such as 2026-03-01, not '" +
               value + "'"};
}

result<void> set_status(database_options& o, const std::string& value) {
  const auto status = read_status(value);
  if (!status) return status.error();
  o.filter.status = *status;
  return {};
}

result<void> set_max_size(database_options& o, const std::string& value) {
  const auto size = parse_byte_size(value);
  if (!size) return error{"--db.max-size: " + size.error().message};
  if (*size < (16u << 20)) return error{"--db.max-size must be at least 16MiB, not '" + value + "'"};
  o.max_size = *size;
  return {};
}

result<void> set_ca(database_options& o, const std::string& value) {
  auto ca = read_ca(value);
  if (!ca) return ca.error();
  o.ca = std::move(*ca);
  return {};
}

result<void> set_url(database_options& o, const std::string& value) {
  auto url = read_daemon_url(value);
  if (!url) return url.error();
  o.url = std::move(*url);
  return {};
}

constexpr std::array<flag, 11> flags{{
    {"db.file",
     true,
     "",
     "the database",
     [](database_options& o, const std::string& v) -> result<void> { return o.file = v, result<void>(); },
     completes::files,
     {},
     "CANARYD_DB_FILE"},
    {"json", false, "", "what is told at the end is JSON",
     [](database_options& o, const std::string&) -> result<void> { return o.json = true, result<void>(); }},
    {"force", false, "export backup", "replace a file that is there",
     [](database_options& o, const std::string&) -> result<void> { return o.force = true, result<void>(); }},
    {"compact", false, "backup", "without the free pages",
     [](database_options& o, const std::string&) -> result<void> { return o.compact_copy = true, result<void>(); }},
    {"test", true, "export", "of this test alone, or of several",
     [](database_options& o, const std::string& v) -> result<void> {
       return o.filter.tests.push_back(v), result<void>();
     }},
    {"status", true, "export", "of this outcome alone", set_status, completes::words, status_words},
    {"since", true, "export", "from this time on",
     [](database_options& o, const std::string& v) { return set_time(o.filter.since, "--since", v); }},
    {"until", true, "export", "up to this time",
     [](database_options& o, const std::string& v) { return set_time(o.filter.until, "--until", v); }},
    {"db.max-size",
     true,
     "import",
     "the file grows no larger",
     set_max_size,
     completes::nothing,
     {},
     "CANARYD_DB_MAX_SIZE"},
    {"ca", true, "compact", "certificates (PEM) to trust the daemon by", set_ca, completes::files},
    {"url", true, "compact", "the address of the daemon that uses the file", set_url},
}};

const task_name& named(database_task what) { return tasks[static_cast<std::size_t>(what)]; }

error unknown_task(const std::string& given) {
  std::vector<std::string_view> names;
  for (const auto& each : tasks) names.push_back(each.name);
  const auto near = nearest_name(given, names);
  return {"there is no 'db " + given + "'; " +
          (near ? "did you mean 'db " + std::string(*near) + "'?"
                : "there are stat, verify, export, import, compact and backup")};
}

/// Where the command stands among the flags; behind them where there is none.
std::size_t place_of_task(std::span<const char* const> args) {
  std::size_t at = 0;
  for (; at < args.size(); ++at) {
    if (!is_flag(args[at])) break;
    const flag_word word = split_flag(args[at]);
    if (word.value) continue;
    for (const flag& each : flags) at += each.name == word.name && each.takes_value ? 1 : 0;
  }
  return std::min(at, args.size());
}

}  // namespace

result<database_options> parse_database_options(std::span<const char* const> args) {
  database_options options;
  const std::size_t task_at = place_of_task(args);
  if (task_at == args.size()) return error{"db wants a command: stat, verify, export, import, compact or backup"};
  const std::string first = args[task_at];
  bool known = false;
  for (const auto& each : tasks) {
    if (each.name != first) continue;
    options.what = each.what;
    known = true;
  }
  if (!known) return unknown_task(first);
  const task_name& task = named(options.what);
  bool has_operand = false;
  for (std::size_t next = 0; next < args.size(); ++next) {
    if (next == task_at) continue;
    const std::string given = args[next];
    if (!is_flag(given)) {
      if (task.operand.empty()) {
        return error{"'db " + first + "' takes no '" + given + "'; name the database with --db.file"};
      }
      if (std::exchange(has_operand, true))
        return error{"'db " + first + "' takes one file, and '" + given + "' is another"};
      options.other = given;
      continue;
    }
    const flag_word word = split_flag(given);
    const auto found = find_flag(std::span<const flag>(flags), word, task.name, "db " + first);
    if (!found) return found.error();
    const auto value = take_value(word, (*found)->takes_value, args, next);
    if (!value) return value.error();
    if (const auto applied = (*found)->apply(options, *value); !applied) return applied.error();
    options.given.push_back((*found)->name);
  }
  if (task.needs_operand && (!has_operand || options.other == "-")) {
    return error{"'db " + first + "' wants " + std::string(task.operand)};
  }
  const bool names_file = std::find(options.given.begin(), options.given.end(), "db.file") != options.given.end();
  if (names_file && !options.url.empty()) {
    return error{"the daemon at --url compacts the file that it uses; --db.file cannot choose another"};
  }
  return options;
}

result<void> apply_environment(database_options& to, const std::function<const char*(const char*)>& get) {
  for (const flag& each : flags) {
    const char* value = each.variable != nullptr ? get(each.variable) : nullptr;
    if (value == nullptr || *value == 0 || !each.is_for(named(to.what).name)) continue;
    if (std::find(to.given.begin(), to.given.end(), each.name) != to.given.end()) continue;
    if (const auto applied = each.apply(to, value); !applied) {
      return error{std::string(each.variable) + ": " + applied.error().message};
    }
  }
  auto token = read_token(get);
  if (!token) return token.error();
  to.token = std::move(*token);
  return {};
}

std::vector<completed_flag> database_flags() { return completed_flags(std::span<const flag>(flags), ""); }

std::string database_task_names() {
  std::string all;
  for (const auto& each : tasks) all += (all.empty() ? "" : " ") + std::string(each.name);
  return all;
}

std::string database_help() {
  return R"(  canaryctl db stat                 what the database holds, and how large it is
  canaryctl db verify               read all of it, and tell what does not agree
  canaryctl db export [FILE]        runs as JSON Lines; of --test NAME, --status S, --since T, --until T alone
  canaryctl db import [FILE]        such lines into a database, a new one or one that no daemon uses
  canaryctl db backup FILE          a copy, while the daemon goes on; --compact leaves out free pages
  canaryctl db compact [--url URL]  give free pages back; where a daemon uses the file, by that daemon at URL
)";
}

}  // namespace canary::command
