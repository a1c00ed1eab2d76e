// What config.js requires, and what becomes of tests whose modules change.

#include "config/require_world.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace canary;
using namespace canary::testing;

TEST_CASE("config.js requires, too") {
  struct {
    const char* name;
    files all;
    std::string first_line;
  } const rows[] = {
      {"tests registered by a module",
       {{"config.js", "require('./teams/shop').register('it')"},
        {"teams/shop.js",
         "exports.register = function (name) {\n  register_test({ name: name, frequency: '1m', timeout: "
         "'5s' }, file('scripts/main.js'));\n};"},
        {"scripts/main.js", ""}},
       ""},
      {"a mistake in a module",
       {{"config.js", "require('./teams/shop')"},
        {"teams/shop.js", "\n  register_test({ name: 'it', frequency: 'often', timeout: '5s' }, '');"}},
       "teams/shop.js:2:43: frequency: 'often' is not a duration"},
      {"a module that throws", {{"config.js", "require('./a')"}, {"a.js", "\nthrow new Error('no');"}}, "a.js:2:1: no"},
      {"a module that is not there", {{"config.js", "\nrequire('./a')"}}, "config.js:2:10: there is no './a': "},
      {"a modern module",
       {{"config.js", "register_test(require('./a').options, '')"},
        {"a.ts", "export const options = { name: 'it', frequency: `${1}m`, timeout: '5s' };"}},
       ""},
      {"a mistake in a modern module",
       {{"config.js", "require('./a')"},
        {"a.ts",
         "interface A { b: string }\nconst a: string = 'often';\nregister_test({ name: 'it', frequency: a, "
         "timeout: '5s' }, '');"}},
       "a.ts:2:20: frequency: 'often' is not a duration"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    world it(row.all);
    const std::string line = it.first_line();
    CHECK((row.first_line.empty() ? line : line.substr(0, row.first_line.size())) == row.first_line);
  }
}

TEST_CASE("a test is another one where a module of it is, and only then") {
  const char* both =
      "register_test({ name: 'a', frequency: '1m', timeout: '5s' }, file('scripts/a.js'));\n"
      "register_test({ name: 'b', frequency: '1m', timeout: '5s' }, file('scripts/b.js'));\n";
  world it({{"config.js", both},
            {"scripts/a.js", "require('./lib')"},
            {"scripts/b.js", "1"},
            {"scripts/lib.js", "require('./deep')"},
            {"scripts/deep.js", "1"}});
  const auto load = [&] {
    auto loaded = it.rig.load();
    REQUIRE(loaded.has_value());
    return std::move(loaded->tests);
  };
  const auto before = load();
  const auto same = load();
  CHECK(*before[0] == *same[0]);
  CHECK(*before[1] == *same[1]);
  it.rig.folder.write("scripts/deep.js", "2");
  const auto after = load();
  CHECK(!(*before[0] == *after[0]));
  CHECK(*before[1] == *after[1]);
  CHECK(before[0]->source == after[0]->source);
}

TEST_CASE("what is wrong with several modules is told all at once") {
  world it({{"scripts/main.js", "require('./a');\nrequire('./b');\nrequire('./c')"},
            {"scripts/a.js", "require('fs')"},
            {"scripts/b.json", "x"}});
  std::vector<std::string> places;
  it.rig.options.problem_found = [&](const config::configuration_problem& problem) {
    places.push_back(problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column));
  };
  CHECK(!it.rig.load().has_value());
  std::sort(places.begin(), places.end());
  CHECK(places == std::vector<std::string>{"scripts/a.js:1:10", "scripts/b.json:1:1", "scripts/main.js:3:10"});
}
