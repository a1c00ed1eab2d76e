#include "options_table.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"
#include "canary/core/items.hpp"

#include <algorithm>
#include <charconv>

namespace canary::config {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

error refused(std::string_view text, const std::string& wanted) {
  return error{"'" + std::string(text) + "' is refused: " + wanted};
}

template <auto Member>
result<void> set_path(options& o, std::string_view text) {
  if (text.empty() || text.find('\0') != text.npos) return refused(text, "a path is wanted");
  o.*Member = std::string(text);
  return {};
}

template <auto Member, std::uint64_t Least, std::uint64_t Most>
result<void> set_number(options& o, std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size() || value < Least || value > Most) {
    return refused(text, "a number from " + std::to_string(Least) + " to " + std::to_string(Most) + " is wanted");
  }
  o.*Member = static_cast<std::remove_reference_t<decltype(o.*Member)>>(value);
  return {};
}

template <auto Member, std::uint64_t Least, std::uint64_t Most>
result<void> set_size(options& o, std::string_view text) {
  const auto value = parse_byte_size(text);
  if (!value) return error{value.error().message + " (write it as in 64MiB)"};
  if (*value < Least || *value > Most) {
    return refused(text, "a size from " + format_byte_size(Least) + " to " + format_byte_size(Most) + " is wanted");
  }
  o.*Member = *value;
  return {};
}

template <auto Member>
result<void> set_duration(options& o, std::string_view text, nanoseconds least, nanoseconds most) {
  const auto value = parse_duration(text);
  if (!value) return error{value.error().message + " (write it as in 250ms or 10s)"};
  if (*value < least || *value > most) {
    return refused(text, "a duration from " + format_duration(least) + " to " + format_duration(most) + " is wanted");
  }
  o.*Member = *value;
  return {};
}

std::vector<std::string> split_list(std::string_view text) {
  const auto items = items_of(text);
  return {items.begin(), items.end()};
}

result<void> set_host(options& o, std::string_view text) {
  if (text.empty() || text.find_first_of(std::string_view(" \t\0", 3)) != text.npos) {
    return refused(text, "an address to listen at is wanted, such as 127.0.0.1 or ::");
  }
  o.listen_host = text;
  return {};
}

result<void> set_allowed_hosts(options& o, std::string_view text) {
  auto hosts = split_list(text);
  for (const auto& host : hosts) {
    if (host.find_first_of(std::string_view(" \t/\0", 4)) != host.npos) {
      return refused(
          text, "'" + host + "' is no host name; a list such as 'canary.example.com,status.example.com' is wanted");
    }
  }
  o.web_allowed_hosts = std::move(hosts);
  return {};
}

result<void> set_allow_env(options& o, std::string_view text) {
  auto names = split_list(text);
  for (const auto& name : names) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '*';
    });
    if (!plain) {
      return refused(text, "'" + name + "' is no name of a variable; a list such as 'HOME,APP_*' is wanted");
    }
  }
  o.allow_env = std::move(names);
  return {};
}

result<void> set_deny_net(options& o, std::string_view text) {
  auto networks = parse_ip_networks(text);
  if (!networks) return networks.error();
  o.deny_net = std::move(*networks);
  return {};
}

// The flag itself says nothing; its variable may.
template <bool options::*Member>
result<void> set_switch(options& o, std::string_view text) {
  if (!text.empty() && text != "1" && text != "true" && text != "0" && text != "false") {
    return refused(text, "1 or 0 is wanted");
  }
  o.*Member = text.empty() || text == "1" || text == "true";
  return {};
}

result<void> set_log_format(options& o, std::string_view text) {
  if (text != "json" && text != "text") return refused(text, "json or text is wanted");
  o.log_format = text == "json" ? log_format::json : log_format::text;
  return {};
}

result<void> set_fork(options& o, std::string_view text) {
  if (text != "on" && text != "off") return refused(text, "on or off is wanted");
  o.run_fork = text == "on";
  return {};
}

result<void> set_log_level(options& o, std::string_view text) {
  const auto level = parse_log_level(text);
  if (!level) return refused(text, "debug, info, warn or error is wanted");
  o.log_level = *level;
  return {};
}

constexpr std::uint64_t mib = 1ull << 20, gib = 1ull << 30, tib = 1ull << 40;

template <auto Member>
result<void> set_retention(options& o, std::string_view text) {
  return set_duration<Member>(o, text, std::chrono::minutes{1}, hours{100 * 365 * 24});
}

result<void> set_durability(options& o, std::string_view text) {
  if (text != "full" && text != "relaxed") return refused(text, "full or relaxed is wanted");
  o.db_relaxed = text == "relaxed";
  return {};
}

result<void> set_slice(options& o, std::string_view t) {
  return set_duration<&options::run_slice>(o, t, nanoseconds{1}, milliseconds{100});
}
result<void> set_hold_warning(options& o, std::string_view t) {
  return set_duration<&options::run_hold_warning>(o, t, milliseconds{1}, hours{1});
}
result<void> set_drain(options& o, std::string_view t) {
  return set_duration<&options::drain_timeout>(o, t, nanoseconds{0}, hours{24});
}

constexpr const char* of_tests = "Tests";
constexpr const char* of_runs = "Runs";
constexpr const char* of_store = "Database";
constexpr const char* of_web = "Page and API";
constexpr const char* of_log = "Log";
constexpr const char* of_help = "Help";

constexpr flag table[] = {
    {of_tests, "cfg", "FILE", "config.js", "the configuration script, which registers the tests",
     set_path<&options::cfg>},
    {of_tests, "work.dir", "DIR", ".",
     "where the paths of --cfg, of file() and of modules start; those of other flags start where canaryd is started",
     set_path<&options::work_dir>},
    {of_tests, "allow.env", "NAMES", "*",
     "environment variables that scripts may read, separated by commas; * stands for any characters; none where empty",
     set_allow_env},
    {of_tests, "allow.exec", nullptr, "",
     "let scripts run programs, as the user that canaryd runs as: exec.run and ssh.run",
     set_switch<&options::allow_exec>},
    {of_tests, "deny.net", "NETWORKS", "",
     "addresses that scripts must not connect to, separated by commas: 169.254.0.0/16,fd00:ec2::254", set_deny_net},
    {of_tests, "secrets.dir", "DIR", "",
     "a folder with a file for each secret that scripts may ask for; else systemd's credentials secret.NAME",
     set_path<&options::secrets_dir>},
    {of_tests, "check", nullptr, "", "check flags and configuration, and exit", nullptr},
    {of_runs, "run.max-concurrent", "N", "1000", "runs at a time; the others wait for their turn",
     set_number<&options::run_max_concurrent, 1, 100'000>},
    {of_runs, "run.memory-limit", "SIZE", "64MiB", "memory of one run's script, where its test sets none",
     set_size<&options::run_memory_limit, mib, 4 * gib>},
    {of_runs, "run.slice", "DURATION", "2ms", "how long a script may compute before others get their turn", set_slice},
    {of_runs, "run.fork", "on|off", "on",
     "fork each run's VM from a template; off builds each anew, at some ten times the cost", set_fork},
    {of_runs, "run.hold-warning", "DURATION", "50ms", "what keeps everything else waiting for longer is logged by name",
     set_hold_warning},
    {of_runs, "drain.timeout", "DURATION", "10s", "how long runs may go on after SIGTERM", set_drain},
    {of_store, "db.file", "FILE", "canary.db", "the database; it is made where there is none",
     set_path<&options::db_file>},
    {of_store, "cache.dir", "DIR", "",
     "where what modern scripts are transpiled to is kept, or none ($CACHE_DIRECTORY, or beside the database)",
     set_path<&options::cache_dir>},
    {of_store, "db.max-size", "SIZE", "10GiB", "what the database may grow to",
     set_size<&options::db_max_size, 16 * mib, 64 * tib>},
    {of_store, "db.retention", "DURATION", "30d", "how long runs that passed are kept",
     set_retention<&options::db_retention>},
    {of_store, "db.retention.failures", "DURATION", "90d", "how long runs are kept that failed or were interrupted",
     set_retention<&options::db_retention_failures>},
    {of_store, "db.retention.rollups", "DURATION", "400d", "how long uptime and percentiles are kept, hour by hour",
     set_retention<&options::db_retention_rollups>},
    {of_store, "db.retention.runs", "N", "0", "how many runs are kept at most; 0 for any number",
     set_number<&options::db_retention_runs, 0, 1'000'000'000'000>},
    {of_store, "db.durability", "full|relaxed", "full",
     "relaxed leaves a part of each commit to the system, and a power cut may undo the last ones", set_durability},
    {of_web, "listen.host", "ADDRESS", "127.0.0.1", "where to listen", set_host},
    {of_web, "listen.port", "PORT", "8080", "the port; 0 picks a free one and logs it",
     set_number<&options::listen_port, 0, 65535>},
    {of_web, "web.allowed-hosts", "NAMES", "",
     "names under which the page may be asked for beside loopback and --listen.host, separated by commas",
     set_allowed_hosts},
    {of_web, "web.auth-file", "FILE", "",
     "the tokens of those who may look and who may change; canaryctl token makes one. Without the flag, systemd's "
     "credential web-auth",
     set_path<&options::web_auth_file>},
    {of_web, "web.tls-cert", "FILE", "", "speak TLS, with this certificate and those after it in the file (PEM)",
     set_path<&options::web_tls_cert>},
    {of_web, "web.tls-key", "FILE", "", "the certificate's private key (PEM)", set_path<&options::web_tls_key>},
    {of_web, "web.insecure", nullptr, "", "start although anybody in the network can look: listen there without tokens",
     set_switch<&options::web_insecure>},
    {of_log, "log.format", "FORMAT", "json", "json, one object a line, or text for people", set_log_format},
    {of_log, "log.level", "LEVEL", "info", "debug, info, warn or error", set_log_level},
    {of_help, "help", nullptr, "", "this text", nullptr},
    {of_help, "version", nullptr, "", "version, commit and features", nullptr},
};

}  // namespace

std::span<const flag> flags() { return table; }

}  // namespace canary::config
