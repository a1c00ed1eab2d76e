#include "canary/config/options.hpp"

#include "support/catch.hpp"

#include <map>

using namespace canary;
using namespace canary::config;
using namespace std::chrono_literals;

namespace {

using variables = std::map<std::string, std::string>;

result<parsed> parse(std::vector<const char*> args, const variables& env = {}) {
  return parse_options(args, [&](const char* name) {
    const auto found = env.find(name);
    return found == env.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace

TEST_CASE("without flags everything is as documented") {
  const auto p = parse({});
  REQUIRE(p.has_value());
  CHECK(p->what == request::run);
  const options& o = p->values;
  CHECK(o.cfg == "config.js");
  CHECK(o.work_dir == ".");
  CHECK(o.db_file == "canary.db");
  CHECK(o.db_max_size == 10ull << 30);
  CHECK(o.db_retention == 30 * 24h);
  CHECK(o.db_retention_failures == 90 * 24h);
  CHECK(o.db_retention_rollups == 400 * 24h);
  CHECK(o.db_retention_runs == 0);
  CHECK_FALSE(o.db_relaxed);
  CHECK(o.listen_host == "127.0.0.1");
  CHECK(o.listen_port == 8080);
  CHECK(o.run_max_concurrent == 1000);
  CHECK(o.run_memory_limit == 64ull << 20);
  CHECK(o.run_slice == 2ms);
  CHECK(o.run_fork);
  CHECK(o.run_hold_warning == 50ms);
  CHECK(o.drain_timeout == 10s);
  CHECK(o.log_format == log_format::json);
  CHECK(o.log_level == log_level::info);
  CHECK(o.allow_env == std::vector<std::string>{"*"});
  CHECK(o.web_allowed_hosts.empty());
}

TEST_CASE("every flag is read, in each way of writing it") {
  const char* const flags[][2] = {{"cfg", "a.js"},
                                  {"work.dir", "/w"},
                                  {"db.file", "x.db"},
                                  {"db.max-size", "1GiB"},
                                  {"db.retention", "7d"},
                                  {"db.retention.failures", "36h"},
                                  {"db.retention.rollups", "1000d"},
                                  {"db.retention.runs", "500"},
                                  {"db.durability", "relaxed"},
                                  {"listen.host", "::1"},
                                  {"listen.port", "0"},
                                  {"run.max-concurrent", "7"},
                                  {"run.memory-limit", "8MiB"},
                                  {"run.slice", "5ms"},
                                  {"run.fork", "off"},
                                  {"run.hold-warning", "20ms"},
                                  {"drain.timeout", "0s"},
                                  {"log.format", "text"},
                                  {"log.level", "warn"},
                                  {"allow.env", "HOME,APP_*"},
                                  {"secrets.dir", "/run/secrets"},
                                  {"deny.net", "169.254.0.0/16, fd00:ec2::254"},
                                  {"web.allowed-hosts", "a.example, b.example,"}};
  const auto check = [](const result<parsed>& p) {
    REQUIRE(p.has_value());
    const options& o = p->values;
    CHECK(o.cfg == "a.js");
    CHECK(o.work_dir == "/w");
    CHECK(o.db_file == "x.db");
    CHECK(o.db_max_size == 1ull << 30);
    CHECK(o.db_retention == 7 * 24h);
    CHECK(o.db_retention_failures == 36h);
    CHECK(o.db_retention_rollups == 1000 * 24h);
    CHECK(o.db_retention_runs == 500);
    CHECK(o.db_relaxed);
    CHECK(o.listen_host == "::1");
    CHECK(o.listen_port == 0);
    CHECK(o.run_max_concurrent == 7);
    CHECK(o.run_memory_limit == 8ull << 20);
    CHECK(o.run_slice == 5ms);
    CHECK_FALSE(o.run_fork);
    CHECK(o.run_hold_warning == 20ms);
    CHECK(o.drain_timeout == 0s);
    REQUIRE(o.deny_net.size() == 2);
    CHECK(o.deny_net[0].text() == "169.254.0.0/16");
    CHECK(o.deny_net[1].text() == "fd00:ec2::254/128");
    CHECK(o.log_format == log_format::text);
    CHECK(o.log_level == log_level::warn);
    CHECK(o.allow_env == std::vector<std::string>{"HOME", "APP_*"});
    CHECK(o.secrets_dir == "/run/secrets");
    CHECK(o.web_allowed_hosts == std::vector<std::string>{"a.example", "b.example"});
  };
  for (const std::string dashes : {"-", "--"}) {
    for (const bool adjacent : {false, true}) {
      CAPTURE(dashes, adjacent);
      std::vector<std::string> words;
      for (const auto& [name, value] : flags) {
        words.push_back(dashes + name + (adjacent ? std::string("=") + value : ""));
        if (!adjacent) words.emplace_back(value);
      }
      std::vector<const char*> args;
      for (const auto& word : words) args.push_back(word.c_str());
      check(parse(args));
    }
  }
  variables env;
  for (const auto& [name, value] : flags) {
    std::string variable = "CANARYD_";
    for (const char* c = name; *c != '\0'; ++c) {
      variable += *c == '.' || *c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(*c)));
    }
    env[variable] = value;
  }
  check(parse({}, env));
}

TEST_CASE("a flag wins over its variable, the last flag over the first, and an empty variable is none") {
  CHECK(parse({"--listen.port=1"}, {{"CANARYD_LISTEN_PORT", "2"}})->values.listen_port == 1);
  CHECK(parse({}, {{"CANARYD_LISTEN_PORT", "2"}})->values.listen_port == 2);
  CHECK(parse({}, {{"CANARYD_LISTEN_PORT", ""}})->values.listen_port == 8080);
  CHECK(parse({"-listen.port", "1"}, {{"CANARYD_LISTEN_PORT", "nonsense"}})->values.listen_port == 1);
  CHECK(parse({"--cfg", "a", "-cfg=b"})->values.cfg == "b");
  CHECK(parse({"--cfg", "-odd-name"})->values.cfg == "-odd-name");
  CHECK(parse({"--allow.env", ""})->values.allow_env.empty());
}

TEST_CASE("a switch is off until the flag is there, or its variable says 1") {
  CHECK(!parse({})->values.allow_exec);
  CHECK(!parse({})->values.web_insecure);
  CHECK(parse({"--web.tls-cert=a"}).error().message == "--web.tls-cert wants --web.tls-key beside it");
  CHECK(parse({"--web.tls-key=a"}).error().message == "--web.tls-key wants --web.tls-cert beside it");
  CHECK(parse({"--web.tls-cert=a"}, {{"CANARYD_WEB_TLS_KEY", "b"}})->values.web_tls_key == "b");
  CHECK(parse({"--web.insecure"})->values.web_insecure);
  CHECK(!parse({}, {{"CANARYD_WEB_INSECURE", "0"}})->values.web_insecure);
  CHECK(parse({})->values.web_auth_file.empty());
  CHECK(parse({"--web.auth-file=tokens"})->values.web_auth_file == "tokens");
  CHECK(parse({"--allow.exec"})->values.allow_exec);
  CHECK(parse({"-allow.exec", "--listen.port=1"})->values.allow_exec);
  CHECK(parse({}, {{"CANARYD_ALLOW_EXEC", "1"}})->values.allow_exec);
  CHECK(parse({}, {{"CANARYD_ALLOW_EXEC", "true"}})->values.allow_exec);
  CHECK(!parse({}, {{"CANARYD_ALLOW_EXEC", "0"}})->values.allow_exec);
  CHECK(!parse({}, {{"CANARYD_ALLOW_EXEC", ""}})->values.allow_exec);
  CHECK(parse({"--allow.exec"}, {{"CANARYD_ALLOW_EXEC", "0"}})->values.allow_exec);
  const auto refused = parse({}, {{"CANARYD_ALLOW_EXEC", "maybe"}});
  REQUIRE(refused.has_error());
  CHECK(refused.error().message == "CANARYD_ALLOW_EXEC: 'maybe' is refused: 1 or 0 is wanted");
  CHECK(parse({"--allow.exec=1"}).has_error());
}

TEST_CASE("check, help and version ask for something else than a run") {
  struct row {
    std::vector<const char*> args;
    variables env;
    request expected;
  };
  const row rows[] = {{{"--check"}, {}, request::check},
                      {{"-check", "-cfg", "x"}, {}, request::check},
                      {{}, {{"CANARYD_CHECK", "1"}}, request::check},
                      {{}, {{"CANARYD_CHECK", "0"}}, request::run},
                      {{"--help"}, {}, request::help},
                      {{"-h"}, {}, request::help},
                      {{"--version", "--listen.port=nonsense"}, {}, request::version},
                      {{"--help"}, {{"CANARYD_LOG_LEVEL", "nonsense"}}, request::help}};
  for (const auto& r : rows) {
    CAPTURE(r.args, r.env);
    const auto p = parse(r.args, r.env);
    REQUIRE(p.has_value());
    CHECK(p->what == r.expected);
  }
}

TEST_CASE("what is wrong with the flags is said, with what would be right") {
  struct row {
    std::vector<const char*> args;
    variables env;
    const char* expected;
  };
  const row rows[] = {
      {{"--listen.prot", "1"}, {}, "there is no flag '--listen.prot'; did you mean '--listen.port'?"},
      {{"-listen.prot=1"}, {}, "there is no flag '-listen.prot'; did you mean '--listen.port'?"},
      {{"--versoin"}, {}, "there is no flag '--versoin'; did you mean '--version'?"},
      {{"--run.max-concurent=3"}, {}, "there is no flag '--run.max-concurent'; did you mean '--run.max-concurrent'?"},
      {{"--zzzzzzzzzz"}, {}, "there is no flag '--zzzzzzzzzz'; see --help"},
      {{"-x"}, {}, "there is no flag '-x'; see --help"},
      {{"--list"}, {}, "there is no flag '--list'; see --help"},
      {{"config.js"}, {}, "'config.js' stands alone: canaryd takes flags only; see --help"},
      {{"--", "--check"}, {}, "there is no flag '--check'"},
      {{"--cfg"}, {}, "--cfg: a value is missing"},
      {{"--cfg", "--check"}, {}, "--cfg: a value is missing before '--check'"},
      {{"-cfg", "-listen.port=1"}, {}, "--cfg: a value is missing before '-listen.port=1'"},
      {{"--cfg="}, {}, "--cfg: '' is refused: a path is wanted"},
      {{"--check=1"}, {}, "--check takes no value"},
      {{"--listen.port", "70000"}, {}, "--listen.port: '70000' is refused: a number from 0 to 65535 is wanted"},
      {{"--listen.port=-1"}, {}, "--listen.port: '-1' is refused: a number from 0 to 65535"},
      {{"--listen.port=80a"}, {}, "--listen.port: '80a' is refused"},
      {{"--listen.host", "a b"}, {}, "--listen.host: 'a b' is refused: an address"},
      {{},
       {{"CANARYD_LISTEN_PORT", "http"}},
       "CANARYD_LISTEN_PORT: 'http' is refused: a number from 0 to 65535 is wanted"},
      {{"--run.max-concurrent=0"}, {}, "a number from 1 to 100000 is wanted"},
      {{"--run.memory-limit=64"}, {}, "--run.memory-limit: '64' is not a size: its unit is missing"},
      {{"--run.memory-limit=1KiB"}, {}, "a size from 1MiB to 4GiB is wanted"},
      {{"--db.max-size=1B"}, {}, "--db.max-size: '1B' is refused: a size from 16MiB to 64TiB is wanted"},
      {{"--db.retention=1s"}, {}, "--db.retention: '1s' is refused: a duration from 1m0s to 876000h0m0s is wanted"},
      {{"--db.retention=99999d"}, {}, "--db.retention: "},
      {{"--db.retention.failures=-1d"}, {}, "--db.retention.failures: "},
      {{"--db.durability=none"}, {}, "--db.durability: 'none' is refused: full or relaxed is wanted"},
      {{"--run.fork=yes"}, {}, "--run.fork: 'yes' is refused: on or off is wanted"},
      {{"--deny.net=10.0.0.0/8,home"},
       {},
       "--deny.net: 'home' is no range of addresses; one such as 10.0.0.0/8 or fd00::/8 is wanted"},
      {{"--run.slice=0s"}, {}, "--run.slice: '0s' is refused: a duration from 1ns to 100ms is wanted"},
      {{"--run.hold-warning=0"}, {}, "--run.hold-warning: '0' is refused: a duration from 1ms to 1h0m0s is wanted"},
      {{"--run.slice=101ms"}, {}, "a duration from 1ns to 100ms is wanted"},
      {{"--run.slice=2"}, {}, "--run.slice: '2' is not a duration"},
      {{"--drain.timeout=-1s"}, {}, "a duration from 0s to 24h0m0s is wanted"},
      {{"--log.format=xml"}, {}, "--log.format: 'xml' is refused: json or text is wanted"},
      {{"--log.level=loud"}, {}, "--log.level: 'loud' is refused: debug, info, warn or error is wanted"},
      {{"--allow.env=HOME,A-B"}, {}, "--allow.env: 'HOME,A-B' is refused: 'A-B' is no name of a variable"},
      {{"--web.allowed-hosts=http://x"}, {}, "'http://x' is no host name"},
      {{}, {{"CANARYD_CHECK", "maybe"}}, "CANARYD_CHECK: 'maybe' is refused: 1 or 0 is wanted"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.args, r.env);
    const auto p = parse(r.args, r.env);
    REQUIRE(!p.has_value());
    CAPTURE(p.error().message);
    CHECK(p.error().message.find(r.expected) != std::string::npos);
  }
}

TEST_CASE("help shows every flag in its group, with its default") {
  const std::string help = help_text();
  for (const char* expected : {"--cfg FILE", "--listen.port PORT", "(8080)", "--run.slice DURATION", "(2ms)", "--check",
                               "--version", "Database:", "Runs:", "Log:", "CANARYD_LISTEN_PORT"}) {
    CAPTURE(expected);
    CHECK(help.find(expected) != std::string::npos);
  }
  CHECK(help.find("Database:") == help.rfind("Database:"));
  for (std::size_t at = 0; at < help.size();) {
    const auto end = help.find('\n', at);
    CHECK(end - at <= 120);
    at = end + 1;
  }
}

TEST_CASE("scripts may read the variables that --allow.env names") {
  struct row {
    const char* patterns;
    const char* name;
    bool expected;
  };
  const row rows[] = {{"*", "HOME", true},
                      {"*", "", true},
                      {"", "HOME", false},
                      {"HOME", "HOME", true},
                      {"HOME", "HOMES", false},
                      {"HOME", "home", false},
                      {"A,B", "B", true},
                      {"APP_*", "APP_KEY", true},
                      {"APP_*", "APP_", true},
                      {"APP_*", "MYAPP_KEY", false},
                      {"*_KEY", "A_KEY_KEY", true},
                      {"*_KEY", "A_KEY_", false},
                      {"A*B*C", "AxxBxBxC", true},
                      {"A*B*C", "AxxCxB", false},
                      {"**", "X", true}};
  for (const auto& r : rows) {
    CAPTURE(r.patterns, r.name);
    const std::string flag = std::string("--allow.env=") + r.patterns;
    const auto p = parse({flag.c_str()});
    REQUIRE(p.has_value());
    CHECK(p->values.env_allowed(r.name) == r.expected);
  }
}
