#include "canary/command/database_options.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/nearest_name.hpp"

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

using setter = result<void> (*)(database_options&, const std::string&);

struct flag {
  std::string_view name;
  bool takes_value;
  std::string_view tasks;  ///< those that take it, by name; '' is all
  setter apply;
  const char* variable = nullptr;  ///< of the environment, which canaryd's flag of this name has
};

result<void> set_time(std::optional<wall_time>& to, const char* flag, const std::string& value) {
  to = parse_rfc3339(value);
  // A day alone is its beginning in UTC.
  if (!to) to = parse_rfc3339(value + "T00:00:00Z");
  if (to) return {};
  return error{std::string(flag) + " takes a time such as 2026-03-01T09:30:00Z or a day such as 2026-03-01, not '" +
               value + "'"};
}

constexpr std::array<flag, 11> flags{{
    {"db.file", true, "",
     [](database_options& o, const std::string& v) -> result<void> { return o.file = v, result<void>(); },
     "CANARYD_DB_FILE"},
    {"json", false, "",
     [](database_options& o, const std::string&) -> result<void> { return o.json = true, result<void>(); }},
    {"force", false, "export backup",
     [](database_options& o, const std::string&) -> result<void> { return o.force = true, result<void>(); }},
    {"compact", false, "backup",
     [](database_options& o, const std::string&) -> result<void> { return o.compact_copy = true, result<void>(); }},
    {"test", true, "export",
     [](database_options& o, const std::string& v) -> result<void> {
       return o.filter.tests.push_back(v), result<void>();
     }},
    {"status", true, "export",
     [](database_options& o, const std::string& v) -> result<void> {
       o.filter.status = parse_run_status(v);
       if (o.filter.status) return {};
       return error{"--status is running, passed, failed or interrupted, not '" + v + "'"};
     }},
    {"since", true, "export",
     [](database_options& o, const std::string& v) { return set_time(o.filter.since, "--since", v); }},
    {"until", true, "export",
     [](database_options& o, const std::string& v) { return set_time(o.filter.until, "--until", v); }},
    {"db.max-size", true, "import",
     [](database_options& o, const std::string& v) -> result<void> {
       const auto size = parse_byte_size(v);
       if (!size) return error{"--db.max-size: " + size.error().message};
       if (*size < (16u << 20)) return error{"--db.max-size must be at least 16MiB, not '" + v + "'"};
       return o.max_size = *size, result<void>();
     },
     "CANARYD_DB_MAX_SIZE"},
    {"ca", true, "compact",
     [](database_options& o, const std::string& v) -> result<void> { return o.ca = v, result<void>(); }},
    {"url", true, "compact",
     [](database_options& o, const std::string& v) -> result<void> {
       if (!v.starts_with("http://") && !v.starts_with("https://")) {
         return error{"--url takes the daemon's address, such as http://127.0.0.1:8080, not '" + v + "'"};
       }
       o.url = v.ends_with('/') ? v.substr(0, v.size() - 1) : v;
       return {};
     }},
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

bool is_for(const flag& f, database_task what) {
  return f.tasks.empty() ||
         (" " + std::string(f.tasks) + " ").find(" " + std::string(named(what).name) + " ") != std::string::npos;
}

/// Where the command stands among the flags; behind them where there is none.
std::size_t place_of_task(std::span<const char* const> args) {
  std::size_t at = 0;
  for (; at < args.size(); ++at) {
    const std::string_view given = args[at];
    if (given.size() < 2 || given[0] != '-') break;
    const std::string_view name = given.substr(given[1] == '-' ? 2 : 1);
    for (const flag& each : flags) at += each.name == name && each.takes_value ? 1 : 0;
  }
  return std::min(at, args.size());
}

result<const flag*> find_flag(const std::string& given, std::string_view name, database_task what) {
  std::vector<std::string_view> names;
  for (const flag& each : flags) {
    names.push_back(each.name);
    if (each.name != name) continue;
    if (is_for(each, what)) return &each;
    return error{"'db " + std::string(named(what).name) + "' takes no '" + given + "'"};
  }
  const auto near = nearest_name(name, names);
  return error{"there is no flag '" + given + "'" +
               (near ? "; did you mean --" + std::string(*near) + "?" : "; see canaryctl --help")};
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
    if (given.size() < 2 || given[0] != '-') {
      if (task.operand.empty()) {
        return error{"'db " + first + "' takes no '" + given + "'; name the database with --db.file"};
      }
      if (std::exchange(has_operand, true))
        return error{"'db " + first + "' takes one file, and '" + given + "' is another"};
      options.other = given;
      continue;
    }
    std::string name = given.substr(given[1] == '-' ? 2 : 1), value;
    const std::size_t equals = name.find('=');
    if (equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    const auto found = find_flag(given, name, options.what);
    if (!found) return found.error();
    if (!(*found)->takes_value && equals != std::string::npos) return error{"the flag '--" + name + "' takes no value"};
    if ((*found)->takes_value && equals == std::string::npos) {
      if (next + 1 == args.size()) return error{"the flag '" + given + "' wants a value"};
      value = args[++next];
    }
    if (const auto applied = (*found)->apply(options, value); !applied) return applied.error();
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
    if (value == nullptr || *value == 0 || !is_for(each, to.what)) continue;
    if (std::find(to.given.begin(), to.given.end(), each.name) != to.given.end()) continue;
    if (const auto applied = each.apply(to, value); !applied) {
      return error{std::string(each.variable) + ": " + applied.error().message};
    }
  }
  return {};
}

std::vector<database_flag_name> database_flag_names() {
  std::vector<database_flag_name> all;
  for (const flag& each : flags) all.push_back({each.name, each.takes_value});
  return all;
}

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
