#include "canary/command/remote_options.hpp"

#include "command/flag_values.hpp"
#include "command/task_flags.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace canary::command {
namespace {

struct task_name {
  std::string_view name;
  remote_task what;
  std::string_view operand;      ///< '' where it takes none
  std::string_view length = {};  ///< likewise, of a second one
};
constexpr std::array<task_name, 9> tasks{{
    {"status", remote_task::status, ""},
    {"runs", remote_task::runs, ""},
    {"show", remote_task::show, "the id of a run, as canaryctl runs lists them"},
    {"tail", remote_task::tail, ""},
    {"trigger", remote_task::trigger, "the name of a test"},
    {"pause", remote_task::pause, "the name of a test"},
    {"resume", remote_task::resume, "the name of a test"},
    {"reload", remote_task::reload, ""},
    {"maintenance", remote_task::maintenance, "the name of a test",
     "how long, such as 2h, or until when, such as 2026-01-31T08:00:00Z, or 'end'"},
}};

using flag = task_flag<remote_options>;

result<void> set_url(remote_options& o, const std::string& value) {
  auto url = read_daemon_url(value);
  if (!url) return url.error();
  o.url = std::move(*url);
  return {};
}

result<void> set_limit(remote_options& o, const std::string& value) {
  const auto limit = read_count("--limit", value, 1000);
  if (!limit) return limit.error();
  o.limit = *limit;
  return {};
}

result<void> set_status(remote_options& o, const std::string& value) {
  const auto status = read_status(value);
  if (!status) return status.error();
  o.having = *status;
  return {};
}

result<void> set_colour(remote_options& o, const std::string& value) {
  const auto colour = read_colour(value);
  if (!colour) return colour.error();
  o.colour = *colour;
  return {};
}

result<void> set_test(remote_options& o, const std::string& value) {
  if (value.empty()) return error{"--test takes the name of a test"};
  o.test = value;
  return {};
}

result<void> set_ca(remote_options& o, const std::string& value) {
  auto ca = read_ca(value);
  if (!ca) return ca.error();
  o.ca = std::move(*ca);
  return {};
}

constexpr std::array<flag, 9> flags{{
    {"url", true, "", "the daemon's address", set_url},
    {"ca", true, "", "certificates (PEM) to trust it by", set_ca, completes::files},
    {"json", false, "", "what the API answers, as it is",
     [](remote_options& o, const std::string&) -> result<void> { return o.json = true, result<void>(); }},
    {"color", true, "", "whether there are colours", set_colour, completes::words, colour_words},
    {"test", true, "runs tail", "of this test alone", set_test},
    {"status", true, "runs", "of this outcome alone", set_status, completes::words, status_words},
    {"limit", true, "runs", "so many at most", set_limit},
    {"wait", false, "trigger", "for its end, and show it",
     [](remote_options& o, const std::string&) -> result<void> { return o.wait = true, result<void>(); }},
    {"reason", true, "maintenance", "what is done meanwhile, for those who look",
     [](remote_options& o, const std::string& value) -> result<void> { return o.reason = value, result<void>(); }},
}};

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
    if (flags_over || !is_flag(given)) {
      if (task.operand.empty()) return error{"'" + name_of_task + "' takes no '" + given + "'"};
      if (has_operand && !task.length.empty() && options.length.empty()) {
        options.length = given;
        continue;
      }
      if (std::exchange(has_operand, true)) {
        return error{"'" + name_of_task + "' takes one, and '" + given + "' is another: " + std::string(task.operand)};
      }
      options.operand = given;
      continue;
    }
    const flag_word word = split_flag(given);
    const auto found = find_flag(std::span<const flag>(flags), word, task.name, task.name);
    if (!found) return found.error();
    const auto value = take_value(word, (*found)->takes_value, args, next);
    if (!value) return value.error();
    if (const auto applied = (*found)->apply(options, *value); !applied) return applied.error();
  }
  if (!task.operand.empty() && options.operand.empty()) {
    return error{"'" + name_of_task + "' wants " + std::string(task.operand)};
  }
  if (!task.length.empty() && options.length.empty()) {
    return error{"'" + name_of_task + "' wants after the test's name " + std::string(task.length)};
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
  auto token = read_token(get);
  if (!token) return token.error();
  to.token = std::move(*token);
  return {};
}

std::vector<completed_flag> remote_flags(remote_task task) {
  return completed_flags(std::span<const flag>(flags), to_string(task));
}

std::string remote_help() {
  return R"(  canaryctl status                  how a running daemon is, and how many of its tests are up
  canaryctl runs                    its runs, newest first; --test NAME, --status S, --limit N (20)
  canaryctl show RUN                one run, as `canaryctl run` shows it
  canaryctl tail                    a line for each run that ends, as it ends; --test NAME
  canaryctl trigger TEST            start a run now; --wait waits for its end, and shows it
  canaryctl pause TEST, resume TEST hold a test back, and let it go on
  canaryctl maintenance TEST 2h     have it run on and raise no alarm for a time; --reason TEXT; `end` ends it
  canaryctl reload                  read the configuration anew
)";
}

}  // namespace canary::command
