#include "config/loader_rig.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

// 'file:line:column: message' of each.
std::vector<std::string> problems(loader_rig& rig, std::string_view source) {
  std::vector<std::string> all;
  rig.options.problem_found = [&](const config::configuration_problem& each) {
    const std::string place = each.file + (each.line > 0 ? ":" + std::to_string(each.line) : "") +
                              (each.column > 0 ? ":" + std::to_string(each.column) : "");
    CHECK(each.text.starts_with(each.line > 0 ? place + ": " + each.message : each.message));
    all.push_back(place + ": " + each.message.substr(0, each.message.find(" (looked")));
  };
  const auto loaded = rig.load(source);
  CHECK(loaded.has_value() == all.empty());
  return all;
}

}  // namespace

TEST_CASE("where problems are collected, all of them are told, in their order, and each once") {
  loader_rig rig;
  rig.folder.write("good.js", "log.info('x');\n");
  rig.folder.write("bad.js", "var a = ;\n");
  rig.folder.write("worse.js", "\nfunction (\n");
  const auto all =
      problems(rig,
               "settings({ nam: 'x', name: 'y', defaults: { frequency: '1m' } });\n"
               "register_test({ name: 'a', timeot: '1s', timeout: 'soon', pausd: true }, file('good.js'));\n"
               "register_test({ name: 'b', timeout: '1s' }, file('bad.js'));\n"
               "register_test({ name: 'b', timeout: '1s' }, file('gone.js'));\n"
               "register_test({ name: 'c', timeout: '1s' }, file('bad.js'));\n"
               "register_test({ name: 'd', timeut: '1s' }, file('worse.js'));\n");
  CAPTURE(all);
  REQUIRE(all.size() == 9);
  CHECK(all[0].starts_with("config.js:1:12: settings has no key 'nam'"));
  CHECK(all[1].find("timeot") != std::string::npos);
  CHECK(all[2].find("pausd") != std::string::npos);
  CHECK(all[3].find("soon") != std::string::npos);
  CHECK(all[4] == "config.js:4:51: there is no file 'gone.js'");
  CHECK(all[5].find("a test named 'b' is registered already") != std::string::npos);
  CHECK(all[6].find("timeut") != std::string::npos);
  CHECK(all[7].starts_with("bad.js:1:9: SyntaxError"));
  CHECK(all[8].starts_with("worse.js:2:"));
}

TEST_CASE("what stops a configuration script is told behind what was wrong before") {
  loader_rig rig;
  const auto all = problems(rig, "file('gone.js');\nnothing();\nfile('never.js');\n");
  CAPTURE(all);
  REQUIRE(all.size() == 2);
  CHECK(all[0] == "config.js:1:7: there is no file 'gone.js'");
  CHECK(all[1].starts_with("config.js:2"));
  CHECK(problems(rig, "var a = ;").size() == 1);
  CHECK(problems(rig, "settings({ name: 'x' });").empty());
}

TEST_CASE(
    "all that is not supported in a script and its modules is told, and of a text that does not parse the first") {
  loader_rig rig;
  rig.folder.write("scripts/main.ts",
                   "import { other } from './other';\n"
                   "const a = /(?<y>a)/s, b = /(?<=a)b/;\n"
                   "let big = 10n; big++;\n"
                   "await other(a, b, big);\n");
  rig.folder.write("scripts/good.js", "const other = require('./other');\nrequire('./nowhere');\n");
  rig.folder.write("scripts/other.js", "let a = ;\nlet b = ;\n");
  const auto all = problems(rig,
                            "register_test({ name: 'a', timeout: '1s', frequency: '1m' }, file('scripts/main.ts'));\n"
                            "register_test({ name: 'b', timeout: '1s', frequency: '1m' }, file('scripts/good.js'));\n");
  CAPTURE(all);
  const std::vector<std::string_view> expected{
      "scripts/main.ts:2:11: not supported: a regular expression with the flag 's'",
      "scripts/main.ts:2:11: not supported: a regular expression with named groups",
      "scripts/main.ts:2:27: not supported: a regular expression that looks behind",
      "scripts/main.ts:3:11: not supported: a BigInt",
      "scripts/main.ts:4:1: not supported: await outside a function",
      "scripts/good.js:2:10: there is no './nowhere'",
      "scripts/other.js:1:9: SyntaxError: Expression expected.",
  };
  REQUIRE(all.size() == expected.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].starts_with(expected[i]));
}

TEST_CASE("no mistake in what all tests share hides another") {
  loader_rig rig;
  const auto all = problems(rig,
                            "settings({ defaults: { timeot: '1s', timeout: 'soon', frequency: 5, retries: 'x' } });\n"
                            "register_test({ name: 'a' }, 'log.info(1)');\n");
  CAPTURE(all);
  CHECK(all.size() == 4);
}
