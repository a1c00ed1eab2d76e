#include "canary/command/control_options.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::command;
using namespace std::chrono_literals;

namespace {

result<control_options> parse(const std::vector<const char*>& args) { return parse_control_options(args); }

using paths = std::vector<std::filesystem::path>;

}  // namespace

TEST_CASE("canaryctl without words shows its help") {
  for (const auto& args : std::vector<std::vector<const char*>>{{},
                                                                {"help"},
                                                                {"--help"},
                                                                {"-help"},
                                                                {"-h"},
                                                                {"run", "--help"},
                                                                {"run", "a.js", "-h"},
                                                                {"check", "--help"},
                                                                {"help", "run"}}) {
    CAPTURE(args);
    const auto o = parse(args);
    REQUIRE(o.has_value());
    CHECK(o->what == control_command::help);
  }
  for (const char* word : {"--version", "-version", "version"}) {
    CAPTURE(word);
    REQUIRE(parse({word}).has_value());
    CHECK(parse({word})->what == control_command::version);
  }
  for (const char* part : {"canaryctl run", "canaryctl check", "--grep", "--timeout", "--memory-limit", "--deny.net",
                           "-fail-on-error", "Exit codes"}) {
    CAPTURE(part);
    CHECK(control_help().find(part) != std::string::npos);
  }
}

TEST_CASE("a token is made for a name, to read or to write") {
  const auto order = parse({"token", "wall.screen", "read"});
  REQUIRE(order.has_value());
  CHECK(order->what == control_command::token);
  CHECK(order->token.name == "wall.screen");
  CHECK(order->token.may == api::permission::read);
  CHECK(parse({"token", "ci", "write"})->token.may == api::permission::write);
  CHECK(parse({"token", "--help"})->what == control_command::help);
  for (const auto& args : std::vector<std::vector<const char*>>{
           {"token"}, {"token", "ci"}, {"token", "ci", "admin"}, {"token", "ci", "write", "more"}}) {
    CAPTURE(args);
    CHECK(parse(args).error().message.find("canaryctl token NAME read|write") != std::string::npos);
  }
  for (const char* name : {"", "a b", "#ci", "ci\nb read", "\xC3\xA4"}) {
    CAPTURE(name);
    CHECK(parse({"token", name, "read"}).error().message.find("is no name for a token") != std::string::npos);
  }
}

TEST_CASE("run and check say what they are given, and what they are not") {
  const auto defaults = parse({"run"});
  REQUIRE(defaults.has_value());
  CHECK(defaults->what == control_command::run);
  CHECK(defaults->scripts.empty());
  CHECK(defaults->cfg == "config.js");
  CHECK(defaults->work_dir == ".");
  CHECK(defaults->grep.empty());
  CHECK(defaults->timeout == 1min);
  CHECK(defaults->memory_limit == 64u << 20);
  CHECK(!defaults->quiet_failures);
  CHECK(defaults->deny_net.empty());

  const auto all = parse({"run", "a.js", "--timeout", "5s", "b c.js", "--memory-limit=8MiB", "--grep", "^log",
                          "--work.dir", "/w", "--cfg=x.js", "--deny.net", "169.254.0.0/16, fe80::/10"});
  REQUIRE(all.has_value());
  CHECK(all->scripts == paths{"a.js", "b c.js"});
  CHECK(all->timeout == 5s);
  CHECK(all->memory_limit == 8u << 20);
  CHECK(all->grep == "^log");
  CHECK(all->work_dir == "/w");
  CHECK(all->cfg == "x.js");
  REQUIRE(all->deny_net.size() == 2);
  CHECK(all->deny_net[0].text() == "169.254.0.0/16");
  CHECK(all->deny_net[1].text() == "fe80::/10");

  const auto check = parse({"check", "-cfg", "x.js", "-dir", "/w"});
  REQUIRE(check.has_value());
  CHECK(check->what == control_command::check);
  CHECK(check->cfg == "x.js");
  CHECK(check->work_dir == "/w");
}

TEST_CASE("each way of writing a flag is understood, and the last one counts") {
  for (const auto& args : std::vector<std::vector<const char*>>{{"run", "--cfg", "x"},
                                                                {"run", "--cfg=x"},
                                                                {"run", "-cfg", "x"},
                                                                {"run", "-cfg=x"},
                                                                {"-cfg", "x"},
                                                                {"--cfg=x"},
                                                                {"run", "--cfg", "y", "--cfg", "x"}}) {
    CAPTURE(args);
    REQUIRE(parse(args).has_value());
    CHECK(parse(args)->what == control_command::run);
    CHECK(parse(args)->cfg == "x");
  }
  CHECK(parse({"run", "--grep=x", "--grep="})->grep == "");
  CHECK(parse({"run", "--cfg", "--grep"})->cfg == "--grep");
  CHECK(parse({"run", "--grep=a=b"})->grep == "a=b");
  CHECK(parse({"run", "-"})->scripts == paths{"-"});
}

TEST_CASE("what a run writes, and how often it runs, is for run alone") {
  const auto all = parse(
      {"run", "--repeat", "3", "--fail-fast", "--json", "--junit=j.xml", "--har", "h.har", "--color=never", "a.js"});
  REQUIRE(all.has_value());
  CHECK(all->repeat == 3);
  CHECK(all->fail_fast);
  CHECK(all->json);
  CHECK(all->junit == "j.xml");
  CHECK(all->har == "h.har");
  CHECK(all->colour == colour_wish::never);
  CHECK(parse({"check", "--json"})->json);
  const struct {
    std::vector<const char*> args;
    const char* says;
  } rows[] = {{{"check", "--repeat", "3"}, "check takes no '--repeat'"},
              {{"check", "--junit=x"}, "check takes no '--junit=x'"},
              {{"run", "--repeat", "0"}, "--repeat takes a number from 1 to 1000000, not '0'"},
              {{"run", "--repeat=x"}, "not 'x'"},
              {{"run", "--repeat=1000001"}, "not '1000001'"},
              {{"run", "--color", "blue"}, "--color is auto, always or never, not 'blue'"},
              {{"run", "--junit="}, "'--junit' wants a path"},
              {{"run", "--cfg="}, "'--cfg' wants a path"},
              {{"run", "--fail-fast=1"}, "'--fail-fast' takes no value"}};
  for (const auto& r : rows) {
    CAPTURE(r.args);
    const auto refused = parse(r.args);
    REQUIRE(!refused.has_value());
    CHECK(refused.error().message.find(r.says) != std::string::npos);
  }
}

TEST_CASE("the talk's form without a command exits with 0 unless it is told otherwise") {
  const auto talk = parse({"-cfg", "c.js", "-dir", "scripts", "-run", "http.*"});
  REQUIRE(talk.has_value());
  CHECK(talk->what == control_command::run);
  CHECK(talk->quiet_failures);
  CHECK(talk->cfg == "c.js");
  CHECK(talk->work_dir == "scripts");
  CHECK(talk->grep == "http.*");
  CHECK(!parse({"-cfg", "c.js", "-fail-on-error"})->quiet_failures);
  CHECK(!parse({"-fail-on-error"})->quiet_failures);
  CHECK(!parse({"run", "-fail-on-error"})->quiet_failures);
}

TEST_CASE("a wrong word is named, with the nearest right one") {
  const struct {
    std::vector<const char*> args;
    const char* message;
  } rows[] = {
      {{"rum"}, "there is no command 'rum'; did you mean 'run'?"},
      {{"chekc"}, "there is no command 'chekc'; did you mean 'check'?"},
      {{"login.js"},
       "there is no command 'login.js'; there are run, check, new, types, import, status, runs, show, tail, trigger, "
       "pause, "
       "resume, reload, maintenance, "
       "db, token, completion, help and version"},
      {{"new"}, "write canaryctl new NAME: the name of the folder to make, for example shop-canaries"},
      {{"new", "a", "b"}, "write canaryctl new NAME: the name of the folder to make, for example shop-canaries"},
      {{"new", "--typscript", "a"}, "there is no flag '--typscript'; did you mean --typescript?"},
      {{"new", "--output=a", "a"}, "'new' takes no '--output=a'"},
      {{"types", "canary.d.ts"}, "types takes no 'canary.d.ts'; name the file with --output"},
      {{"types", "-o"}, "the flag '-o' wants a value"},
      {{"types", "-o="}, "the flag '--output' wants a path"},
      {{"run", "--cgf", "x"}, "there is no flag '--cgf'; did you mean --cfg?"},
      {{"run", "--colour"}, "there is no flag '--colour'; did you mean --color?"},
      {{"run", "-x"}, "there is no flag '-x'; see canaryctl --help"},
      {{"run", "--"}, "there is no flag '--'; see canaryctl --help"},
      {{"run", "--timeout"}, "the flag '--timeout' wants a value"},
      {{"run", "--timeout", "5"},
       "--timeout: '5' is not a duration: a unit is missing: one of ns, us, ms, s, m, h, d, w (write for example "
       "'30s', "
       "'1m30s' or '250ms')"},
      {{"run", "--timeout", "0s"}, "--timeout must be more than 0, not '0s'"},
      {{"run", "--timeout=-5s"}, "--timeout must be more than 0, not '-5s'"},
      {{"run", "--memory-limit", "1kB"}, "--memory-limit must be at least 1MiB, not '1kB'"},
      {{"run", "--memory-limit", "lots"}, "--memory-limit: 'lots' is not a size: a number is missing"},
      {{"run", "--deny.net", "fe80::/10,metadata"},
       "--deny.net: 'metadata' is no range of addresses; one such as 10.0.0.0/8 or fd00::/8 is wanted"},
      {{"run", "--grep", "("}, "'(' is no regular expression (of the kind that JavaScript has)"},
      {{"-run", "a["}, "'a[' is no regular expression (of the kind that JavaScript has)"},
      {{"run", "--fail-on-error=no"}, "the flag '--fail-on-error' takes no value"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.args);
    const auto o = parse(r.args);
    CHECK_FALSE(o.has_value());
    if (!o) CHECK(o.error().message == r.message);
  }
}

TEST_CASE("a project has a plain name") {
  const auto parse_new = [](const char* name) {
    const char* const args[] = {"new", name};
    return parse_control_options(args);
  };
  for (const char* name : {"a", "shop-canaries", "shop.v2", "9"}) {
    CAPTURE(name);
    const auto parsed = parse_new(name);
    REQUIRE(parsed.has_value());
    CHECK(parsed->what == control_command::project);
    CHECK(parsed->project.name == name);
    CHECK(!parsed->project.typescript);
  }
  const std::string too_long(65, 'a');
  for (const char* name :
       {"", ".", "..", "../a", "/tmp/a", "a/b", "a\\b", ".a", "a b", "a\n", "a'b", "ä", "\x1b[31m", too_long.c_str()}) {
    CAPTURE(name);
    const auto parsed = parse_new(name);
    REQUIRE(!parsed.has_value());
    CHECK(parsed.error().message.find("is no name for a project") != std::string::npos);
  }
}
