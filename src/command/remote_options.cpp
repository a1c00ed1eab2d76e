#include "canary/command/remote_options.hpp"

#include "canary/core/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace canary::command {
namespace {

struct task_name {
  std::string_view name;
  remote_task what;
  std::string_view operand;  ///< '' where it takes none
};
constexpr std::array<task_name, 8> tasks{{
    {"status", remote_task::status, ""},
    {"runs", remote_task::runs, ""},
    {"show", remote_task::show, "the id of a run, as canaryctl runs lists them"},
    {"tail", remote_task::tail, ""},
    {"trigger", remote_task::trigger, "the name of a test"},
    {"pause", remote_task::pause, "the name of a test"},
    {"resume", remote_task::resume, "the name of a test"},
    {"reload", remote_task::reload, ""},
}};

using setter = result<void> (*)(remote_options&, const std::string&);

struct flag {
  std::string_view name;
  bool takes_value;
  std::string_view tasks;  ///< those that take it, by name; '' is all
  setter apply;
};

result<void> set_url(remote_options& o, const std::string& value) {
  if (!value.starts_with("http://") && !value.starts_with("https://")) {
    return error{"--url takes the daemon's address, such as http://127.0.0.1:8080, not '" + value + "'"};
  }
  o.url = value.substr(0, value.find_last_not_of('/') + 1);
  return {};
}

result<void> set_limit(remote_options& o, const std::string& value) {
  constexpr std::uint64_t most = 1000;
  std::uint64_t limit = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), limit);
  if (problem != std::errc{} || end != value.data() + value.size() || limit < 1 || limit > most) {
    return error{"--limit takes a number from 1 to 1000, not '" + value + "'"};
  }
  o.limit = limit;
  return {};
}

result<void> set_status(remote_options& o, const std::string& value) {
  o.having = parse_run_status(value);
  if (o.having) return {};
  return error{"--status is running, passed, failed or interrupted, not '" + value + "'"};
}

result<void> set_colour(remote_options& o, const std::string& value) {
  if (value != "auto" && value != "always" && value != "never") {
    return error{"--color is auto, always or never, not '" + value + "'"};
  }
  o.colour = value == "auto"     ? colour_wish::when_terminal
             : value == "always" ? colour_wish::always
                                 : colour_wish::never;
  return {};
}

result<void> set_test(remote_options& o, const std::string& value) {
  if (value.empty()) return error{"--test takes the name of a test"};
  o.test = value;
  return {};
}

constexpr std::array<flag, 8> flags{{
    {"url", true, "", set_url},
    {"ca", true, "",
     [](remote_options& o, const std::string& v) -> result<void> {
       if (v.empty()) return error{"--ca takes a file of certificates (PEM)"};
       return o.ca = v, result<void>();
     }},
    {"json", false, "",
     [](remote_options& o, const std::string&) -> result<void> { return o.json = true, result<void>(); }},
    {"color", true, "", set_colour},
    {"test", true, "runs tail", set_test},
    {"status", true, "runs", set_status},
    {"limit", true, "runs", set_limit},
    {"wait", false, "trigger",
     [](remote_options& o, const std::string&) -> result<void> { return o.wait = true, result<void>(); }},
}};

bool is_for(const flag& f, std::string_view task) {
  return f.tasks.empty() || (" " + std::string(f.tasks) + " ").find(" " + std::string(task) + " ") != std::string::npos;
}

result<const flag*> find_flag(const std::string& given, std::string_view name, std::string_view task) {
  std::vector<std::string_view> names;
  for (const flag& each : flags) {
    if (is_for(each, task)) names.push_back(each.name);
    if (each.name != name) continue;
    if (is_for(each, task)) return &each;
    return error{"'" + std::string(task) + "' takes no '" + given + "'"};
  }
  const auto near = nearest_name(name, names);
  return error{"there is no flag '" + given + "'" +
               (near ? "; did you mean --" + std::string(*near) + "?" : "; see canaryctl --help")};
}

// What would end a header's line is no token, and would be shown in an error of the request.
bool may_be_token(std::string_view text) {
  return text.size() <= 4096 && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

}  // namespace

std::optional<remote_task> parse_remote_task(std::string_view word) {
  for (const auto& each : tasks) {
    if (each.name == word) return each.what;
  }
  return std::nullopt;
}

std::string_view to_string(remote_task task) { return tasks[static_cast<std::size_t>(task)].name; }

result<remote_options> parse_remote_options(remote_task what, std::span<const char* const> args) {
  remote_options options;
  options.what = what;
  const task_name& task = tasks[static_cast<std::size_t>(what)];
  const std::string name_of_task(task.name);
  bool has_operand = false, flags_over = false;
  for (std::size_t next = 0; next < args.size(); ++next) {
    const std::string given = args[next];
    if (given == "--" && !flags_over) {
      flags_over = true;
      continue;
    }
    if (flags_over || given.size() < 2 || given[0] != '-') {
      if (task.operand.empty()) return error{"'" + name_of_task + "' takes no '" + given + "'"};
      if (std::exchange(has_operand, true)) {
        return error{"'" + name_of_task + "' takes one, and '" + given + "' is another: " + std::string(task.operand)};
      }
      options.operand = given;
      continue;
    }
    std::string name = given.substr(given[1] == '-' ? 2 : 1), value;
    const std::size_t equals = name.find('=');
    if (equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    const auto found = find_flag(given, name, task.name);
    if (!found) return found.error();
    if (!(*found)->takes_value && equals != std::string::npos) return error{"the flag '--" + name + "' takes no value"};
    if ((*found)->takes_value && equals == std::string::npos) {
      if (next + 1 == args.size()) return error{"the flag '" + given + "' wants a value"};
      value = args[++next];
    }
    if (const auto applied = (*found)->apply(options, value); !applied) return applied.error();
  }
  if (!task.operand.empty() && options.operand.empty()) {
    return error{"'" + name_of_task + "' wants " + std::string(task.operand)};
  }
  if (what == remote_task::show && !run_id::parse(options.operand)) {
    return error{"'" + options.operand + "' is no run's id; canaryctl runs lists them"};
  }
  return options;
}

result<void> apply_environment(remote_options& to, const std::function<const char*(const char*)>& get) {
  const auto value = [&](const char* name) {
    const char* found = get(name);
    return std::string(found != nullptr ? found : "");
  };
  if (to.url.empty()) {
    const std::string url = value("CANARYCTL_URL");
    if (const auto set = set_url(to, url.empty() ? "http://127.0.0.1:8080" : url); !set) {
      return error{"CANARYCTL_URL is the daemon's address, such as http://127.0.0.1:8080, not '" + url + "'"};
    }
  }
  to.token = value("CANARYCTL_TOKEN");
  if (!may_be_token(to.token)) {
    return error{"CANARYCTL_TOKEN has a space, a line end, or something else in it that no token has"};
  }
  return {};
}

std::vector<remote_flag_name> remote_flag_names(remote_task task) {
  std::vector<remote_flag_name> all;
  for (const flag& each : flags) {
    if (is_for(each, to_string(task))) all.push_back({each.name, each.takes_value});
  }
  return all;
}

std::string remote_help() {
  return R"(  canaryctl status                  how a running daemon is, and how many of its tests are up
  canaryctl runs                    its runs, newest first; --test NAME, --status S, --limit N (20)
  canaryctl show RUN                one run, as `canaryctl run` shows it
  canaryctl tail                    a line for each run that ends, as it ends; --test NAME
  canaryctl trigger TEST            start a run now; --wait waits for its end, and shows it
  canaryctl pause TEST, resume TEST hold a test back, and let it go on
  canaryctl reload                  read the configuration anew
)";
}

}  // namespace canary::command
