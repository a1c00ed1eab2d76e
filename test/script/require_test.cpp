// What scripts and modules get of `require`, without any file: those that a load found are handed over as they are.

#include "canary/script/builtin_modules.hpp"
#include "script/module_lookup.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;

TEST_CASE("a script requires what is built in") {
  struct {
    std::string source, cause;
  } const rows[] = {
      {"if (require('underscore').last([1, 2]) !== 2) throw 1", ""},
      {"if (require('underscore') !== _) throw 1", ""},
      {"require('chai').expect(2).to.equal(2)", ""},
      {"require('chai').expect(1).to.equal(2)", "expected 1 to equal 2"},
      {"if (require('chai').expect !== expect) throw 1", ""},
      {"if (require('chai') !== require('chai')) throw 1", ""},
      {"require('./lib/' + 'x')",
       "there is no module './lib/x' for canary.js: modules are read when a script is loaded, and such a name is in "
       "none "
       "of its require calls; write it as a literal there, require('./lib/x'), to have it found"},
      {"require('node:fs')",
       "canaryd has no 'node:fs', which is a module of Node: require('./data.json') reads JSON, and a multipart body "
       "sends files"},
      {"require('zlib')", "canaryd has no 'zlib', which is a module of Node"},
      {"require()", "TypeError: require wants the name of a module: require('./lib/login')"},
      {"require('')", "TypeError: require wants the name of a module: require('./lib/login')"},
      {"try { require('./no') } catch (e) { if (e.code !== 'MODULE_NOT_FOUND') throw e }", ""},
      {"if (require.main !== module || module.exports !== exports || module.id !== __filename) throw 1", ""},
      {"if (__filename !== 'canary.js' || __dirname !== '.') throw __filename", ""},
      {"module.exports = function () { log.fail('called') }", "called"},
      {"Object.defineProperty(Object.prototype, 'exports', { set: function () { throw 1 } }); require('underscore')",
       ""},
      {"var require = 1; if (require !== 1) throw 1", ""},
  };
  for (const bool fork : {true, false}) {
    testing::script_bench bench(fork);
    for (const auto& row : rows) {
      CAPTURE(fork, row.source);
      CHECK(bench.run(row.source).record.cause.message == row.cause);
    }
  }
}

TEST_CASE("who does not speak of modules has no names of theirs") {
  testing::script_bench bench;
  const auto found = bench.run("log.info(typeof this['requ' + 'ire'], typeof this['mod' + 'ule'])");
  REQUIRE(found.details.logs.size() == 1);
  CHECK(found.details.logs[0].message == "undefined undefined");
}

TEST_CASE("each run has modules of its own") {
  testing::script_bench bench;
  const auto what = bench.make_test("var u = require('underscore'); if (u.mine) throw 1; u.mine = true");
  CHECK(bench.run(what).record.cause.message == "");
  CHECK(bench.run(what).record.cause.message == "");
}

TEST_CASE("what Node has and canaryd has not is known") {
  struct {
    const char* name;
    bool of_node, built_in;
  } const rows[] = {
      {"fs", true, false},        {"fs/promises", true, false},
      {"node:test", true, false}, {"node:anything", true, false},
      {"chai", false, true},      {"underscore", false, true},
      {"lodash", false, false},   {"./fs", false, false},
      {"fs-extra", false, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(script::is_module_of_node(row.name) == row.of_node);
    CHECK(script::is_builtin_module(row.name) == row.built_in);
  }
  CHECK(script::builtin_module_names().find("chai") != std::string::npos);
}

TEST_CASE("a name leads to what a load found for it") {
  const auto module = [](const char* path, const char* folder) {
    auto made = std::make_shared<script::program>();
    made->file = made->path = path;
    made->folder = folder;
    return made;
  };
  script::program main;
  main.file = main.path = "scripts/a.js";
  main.folder = "scripts";
  main.names["thing"] = {"node_modules/thing/lib.js", ""};
  main.names["gone"] = {"", "it is gone"};
  main.modules = {module("node_modules/thing/lib.js", "node_modules/thing"), module("scripts/data.json", "scripts"),
                  module("scripts/lib/index.ts", "scripts/lib"), module("top.mjs", ".")};
  struct {
    int from;  // 0 is the script
    const char* name;
    int number;
  } const rows[] = {
      {0, "thing", 1},         {3, "thing", 1},   {0, "gone", -1},      {0, "./data", 2},
      {0, "./data.json", 2},   {0, "./lib", 3},   {0, "./lib/", 3},     {3, ".", 3},
      {3, "../a", 0},          {3, "../a.js", 0}, {0, "../top", 4},     {4, "./top.mjs", 4},
      {0, "./lib/../data", 2}, {0, "./no", -1},   {0, "../../top", -1}, {0, "data.json", -1},
      {0, "/top.mjs", -1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.from, row.name);
    const auto& from = row.from == 0 ? main : *main.modules[static_cast<std::size_t>(row.from) - 1];
    CHECK(script::find_module(main, from, row.name).number == row.number);
  }
  CHECK(script::find_module(main, main, "gone").problem == "it is gone");
}
