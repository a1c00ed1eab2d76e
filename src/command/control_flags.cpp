#include "command/control_flags.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"
#include "command/flag_values.hpp"

#include <regex>

namespace canary::command {
namespace {

using options = control_options;

result<void> set_timeout(options& o, const std::string& value) {
  const auto parsed = parse_duration(value);
  if (!parsed) return error{"--timeout: " + parsed.error().message};
  if (*parsed <= nanoseconds{0}) return error{"--timeout must be more than 0, not '" + value + "'"};
  o.timeout = *parsed;
  return {};
}

result<void> set_memory(options& o, const std::string& value) {
  const auto parsed = parse_byte_size(value);
  if (!parsed) return error{"--memory-limit: " + parsed.error().message};
  if (*parsed < (1u << 20)) return error{"--memory-limit must be at least 1MiB, not '" + value + "'"};
  o.memory_limit = *parsed;
  return {};
}

result<void> set_deny_net(options& o, const std::string& value) {
  auto networks = parse_ip_networks(value);
  if (!networks) return error{"--deny.net: " + networks.error().message};
  o.deny_net = std::move(*networks);
  return {};
}

result<void> set_grep(options& o, const std::string& value) {
  try {
    static_cast<void>(std::regex(value));
  } catch (const std::regex_error&) {
    return error{"'" + value + "' is no regular expression (of the kind that JavaScript has)"};
  }
  o.grep = value;
  return {};
}

result<void> set_repeat(options& o, const std::string& value) {
  const auto times = read_count("--repeat", value, 1'000'000);
  if (!times) return times.error();
  o.repeat = *times;
  return {};
}

result<void> set_colour(options& o, const std::string& value) {
  const auto colour = read_colour(value);
  if (!colour) return colour.error();
  o.colour = *colour;
  return {};
}

template <auto Member>
result<void> set_path(options& o, const std::string& value) {
  o.*Member = value;
  return {};
}

template <auto Member, bool Value = true>
result<void> set_switch(options& o, const std::string&) {
  o.*Member = Value;
  return {};
}

result<void> set_help(options& o, const std::string&) {
  o.what = control_command::help;
  return {};
}

constexpr control_flag table[] = {
    {"cfg", "FILE", "the configuration script (config.js)", false, completes::files, {}, set_path<&options::cfg>},
    {"work.dir",
     "DIR",
     "relative paths in it start here (.); -dir is the same",
     false,
     completes::folders,
     {},
     set_path<&options::work_dir>},
    {"dir", "DIR", "", false, completes::folders, {}, set_path<&options::work_dir>},
    {"grep",
     "REGEXP",
     "only tests whose name matches, paused or not; -run is the same",
     false,
     completes::nothing,
     {},
     set_grep},
    {"run", "REGEXP", "", false, completes::nothing, {}, set_grep},
    {"timeout", "D", "of scripts given by path (1m)", false, completes::nothing, {}, set_timeout},
    {"memory-limit", "SIZE", "of scripts given by path (64MiB)", false, completes::nothing, {}, set_memory},
    {"env-file",
     "FILE",
     "variables for scripts, a NAME=value a line; what the environment has already stays",
     false,
     completes::files,
     {},
     set_path<&options::env_file>},
    {"allow.exec",
     "",
     "let scripts run programs: exec.run and ssh.run",
     false,
     completes::nothing,
     {},
     set_switch<&options::allow_exec>},
    {"deny.net",
     "NETWORKS",
     "addresses that scripts must not connect to, separated by commas: 169.254.0.0/16,fe80::/10,fd00:ec2::254; the "
     "daemon's flag of that name",
     false,
     completes::nothing,
     {},
     set_deny_net},
    {"secrets.dir",
     "DIR",
     "a folder with a file for each secret that scripts may ask for",
     false,
     completes::folders,
     {},
     set_path<&options::secrets_dir>},
    {"watch",
     "",
     "run again whenever a script or the configuration has changed",
     true,
     completes::nothing,
     {},
     set_switch<&options::watch>},
    {"repeat", "N", "run each test so many times", true, completes::nothing, {}, set_repeat},
    {"fail-fast",
     "",
     "end with the first run that does not pass",
     true,
     completes::nothing,
     {},
     set_switch<&options::fail_fast>},
    {"json",
     "",
     "say what happens as lines of JSON (docs/canaryctl.md)",
     false,
     completes::nothing,
     {},
     set_switch<&options::json>},
    {"junit",
     "FILE",
     "write a JUnit report: a test case for each check, and one for each run",
     true,
     completes::files,
     {},
     set_path<&options::junit>},
    {"har",
     "FILE",
     "write all requests as an HTTP archive (HAR 1.2)",
     true,
     completes::files,
     {},
     set_path<&options::har>},
    {"color", "WHEN", "auto, always or never (auto)", true, completes::words, colour_words, set_colour},
    {"fail-on-error", "", "", false, completes::nothing, {}, set_switch<&options::quiet_failures, false>},
    {"help", "", "this text", false, completes::nothing, {}, set_help},
};

}  // namespace

std::span<const control_word> control_words() {
  static constexpr control_word words[] = {
      {"run", "run scripts, or the tests of a configuration"},
      {"check", "say what is wrong with scripts, or with a configuration, and run nothing"},
      {"new", "make a folder with first canaries"},
      {"types", "print what editors need to know of canaries"},
      {"import", "write a canary of a curl command, or of what a browser has recorded"},
      {"status", "how a running daemon is"},
      {"runs", "a running daemon's runs, newest first"},
      {"show", "one of its runs"},
      {"tail", "a line for each run that ends, as it ends"},
      {"trigger", "have it start a run now"},
      {"pause", "have it hold a test back"},
      {"resume", "have it let a test go on"},
      {"reload", "have it read its configuration anew"},
      {"maintenance", "have a test raise no alarm for a time"},
      {"db", "look after the database"},
      {"token", "make a token for the daemon"},
      {"completion", "print a script by which a shell completes canaryctl and canaryd"},
      {"help", "what there is"},
      {"version", "version, commit and features"},
  };
  return words;
}

std::span<const control_flag> control_flags() { return table; }

std::string control_flags_help() {
  constexpr std::size_t indentation = 22, widest = 112;
  std::string out;
  for (const auto& flag : table) {
    if (flag.about.empty() || flag.name == "help") continue;
    std::string line = "  --" + std::string(flag.name) + (flag.value.empty() ? "" : " " + std::string(flag.value));
    line.resize(std::max(indentation, line.size() + 1), ' ');
    std::string_view rest = flag.about;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      if (line.size() + space > widest) {
        out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        line.assign(indentation, ' ');
      }
      line += std::string(rest.substr(0, space)) + " ";
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

}  // namespace canary::command
