// What scripts require, found and compiled at load, and executed by their runs.

#include "canary/script/builtin_modules.hpp"
#include "config/require_world.hpp"
#include "support/catch.hpp"

#include <filesystem>

using namespace canary;
using namespace canary::testing;

namespace {

namespace fs = std::filesystem;

std::string said(const run::run_result& result) {
  std::string text;
  for (const auto& line : result.details.logs) text += (text.empty() ? "" : " ") + line.message;
  return text;
}

}  // namespace

TEST_CASE("a script requires files as Node finds them") {
  struct {
    const char* name;
    files all;
    std::string says;
  } const rows[] = {
      {"a file", {{"scripts/main.js", "log.info(require('./lib/a').x)"}, {"scripts/lib/a.js", "exports.x = 1"}}, "1"},
      {"by its whole name",
       {{"scripts/main.js", "log.info(require('./a.js'))"}, {"scripts/a.js", "module.exports = 1"}},
       "1"},
      {"above", {{"scripts/main.js", "log.info(require('../a'))"}, {"a.js", "module.exports = 1"}}, "1"},
      {"JSON", {{"scripts/main.js", "log.info(require('./a').b[1])"}, {"scripts/a.json", "{\"b\":[1,\"é\"]}"}}, "é"},
      {"JavaScript before JSON",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a.json", "1"},
        {"scripts/a.js", "module.exports = 2"}},
       "2"},
      {"a file before a folder",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a.js", "module.exports = 1"},
        {"scripts/a/index.js", "module.exports = 2"}},
       "1"},
      {"a folder where it says so",
       {{"scripts/main.js", "log.info(require('./a/'))"},
        {"scripts/a.js", "module.exports = 1"},
        {"scripts/a/index.js", "module.exports = 2"}},
       "2"},
      {"a folder's index",
       {{"scripts/main.js", "log.info(require('./a'))"}, {"scripts/a/index.js", "module.exports = __dirname"}},
       "scripts/a"},
      {"a folder's main",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a/package.json", "{\"main\": \"lib/it\"}"},
        {"scripts/a/lib/it.js", "module.exports = __filename"}},
       "scripts/a/lib/it.js"},
      {"a folder's main that is a folder",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a/package.json", "{\"main\": \"./lib\"}"},
        {"scripts/a/lib/index.js", "module.exports = 1"}},
       "1"},
      {"its index, where its main is not there",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a/package.json", "{\"main\": \"gone\"}"},
        {"scripts/a/index.js", "module.exports = 1"}},
       "1"},
      {"a package, in a folder above",
       {{"scripts/main.js", "log.info(require('thing'))"}, {"node_modules/thing/index.js", "module.exports = 1"}},
       "1"},
      {"the nearest package",
       {{"scripts/main.js", "log.info(require('thing'))"},
        {"scripts/node_modules/thing/index.js", "module.exports = 2"},
        {"node_modules/thing/index.js", "module.exports = 1"}},
       "2"},
      {"a file of a package, and one with an owner",
       {{"scripts/main.js", "log.info(require('thing/fp'), require('@me/it/x'))"},
        {"node_modules/thing/fp.js", "module.exports = require('./index')"},
        {"node_modules/thing/index.js", "module.exports = 1"},
        {"node_modules/@me/it/x.js", "module.exports = require('thing') + 1"}},
       "1 2"},
      {"a file of a package, with a slash too many",
       {{"scripts/main.js", "log.info(require('thing//fp'), require('thing//'))"},
        {"node_modules/thing/fp.js", "module.exports = 1"},
        {"node_modules/thing/index.js", "module.exports = 2"}},
       "1 2"},
      {"the index of a package whose main is elsewhere",
       {{"scripts/main.js", "log.info(require('thing'))"},
        {"node_modules/thing/package.json", "{\"main\": \"/etc/hostname\"}"},
        {"node_modules/thing/index.js", "module.exports = 1"}},
       "1"},
      {"what a package exports",
       {{"scripts/main.js", "log.info(require('thing'), require('thing/fp'))"},
        {"node_modules/thing/package.json",
         "{\"exports\": {\".\": {\"node\": \"./no.js\", \"import\": \"./a.mjs\", \"require\": \"./a.cjs\"}, "
         "\"./fp\": \"./b.js\"}}"},
        {"node_modules/thing/a.cjs", "module.exports = 1"},
        {"node_modules/thing/b.js", "module.exports = 2"}},
       "1 2"},
      {"a package's file for import, and the one for require",
       {{"scripts/main.js",
         "import thing from 'thing';\nexport { b } from 'thing/b';\nlog.info(thing, require('./old'))"},
        {"scripts/old.js", "module.exports = require('thing')"},
        {"node_modules/thing/package.json",
         "{\"exports\": {\".\": {\"require\": \"./a.cjs\", \"import\": {\"types\": \"./a.d.ts\", \"default\": "
         "\"./a.mjs\"}, "
         "\"default\": \"./no.js\"}, \"./b\": [{\"import\": \"./b.js\"}], \"./c\": {\"default\": \"./c.js\", "
         "\"import\": \"./no.js\"}}, "
         "\"type\": \"module\"}"},
        {"node_modules/thing/a.cjs", "module.exports = 1"},
        {"node_modules/thing/a.mjs", "import c from 'thing/c';\nexport default c"},
        {"node_modules/thing/b.js", "export const b = 3"},
        {"node_modules/thing/c.js", "export default 2"}},
       "2 1"},
      {"one module of a name that is imported and required",
       {{"scripts/main.ts", "import thing from 'thing';\nlog.info(thing, require('thing').default)"},
        {"scripts/main.js", "require('./main.ts')"},
        {"node_modules/thing/package.json", "{\"exports\": {\"require\": \"./a.js\", \"import\": \"./b.mjs\"}}"},
        {"node_modules/thing/a.js", "module.exports = 1"},
        {"node_modules/thing/b.mjs", "export default 2"}},
       "2 2"},
      {"what a package has for itself",
       {{"scripts/main.js", "log.info(require('thing'), require('#mine'))"},
        {"package.json", "{\"imports\": {\"#mine\": \"./mine.js\"}}"},
        {"mine.js", "module.exports = 3"},
        {"node_modules/thing/package.json",
         "{\"main\": \"./s/a.js\", \"imports\": {\"#b\": {\"node\": \"./no.js\", \"default\": \"./b.js\"}, \"#o/*\": "
         "\"other/*.js\"}}"},
        {"node_modules/thing/s/a.js", "module.exports = require('#b') + require('#o/c')"},
        {"node_modules/thing/b.js", "module.exports = 1"},
        {"node_modules/other/c.js", "module.exports = 1"}},
       "2 3"},
      {"what a package exports by a pattern",
       {{"scripts/main.js", "log.info(require('thing/icons/a'), require('thing/icons/small/b'), require('thing/c'))"},
        {"node_modules/thing/package.json",
         "{\"exports\": {\"./*\": \"./src/*.js\", \"./icons/*\": \"./i/*.js\", \"./icons/small/*\": \"./s/*/*.js\"}}"},
        {"node_modules/thing/i/a.js", "module.exports = 1"},
        {"node_modules/thing/s/b/b.js", "module.exports = 2"},
        {"node_modules/thing/src/c.js", "module.exports = 3"}},
       "1 2 3"},
      {"a package that has the name of one of Node's",
       {{"scripts/main.js", "log.info(require('events'))"}, {"node_modules/events/index.js", "module.exports = 1"}},
       "1"},
      {"a package tries what is not there",
       {{"scripts/main.js", "log.info(require('thing'))"},
        {"node_modules/thing/index.js",
         "try { require('zlib') } catch (e) { module.exports = e.code + ' ' + e.message }"}},
       "MODULE_NOT_FOUND canaryd has no 'zlib', which is a module of Node"},
      {"once in a run",
       {{"scripts/main.js", "require('./a'); require('./a.js'); log.info(require('./b'))"},
        {"scripts/a.js", "log.info('once')"},
        {"scripts/b.js", "module.exports = require('./a') === require('../scripts/a')"}},
       "once true"},
      {"in a circle",
       {{"scripts/main.js", "log.info(require('./a').done, require('./b').saw)"},
        {"scripts/a.js", "exports.done = false; require('./b'); exports.done = true"},
        {"scripts/b.js", "exports.saw = require('./a').done"}},
       "true false"},
      {"a circle by way of the script",
       {{"scripts/main.js", "exports.x = 1; log.info(require('./a').saw)"},
        {"scripts/a.js", "exports.saw = require('./main').x"}},
       "1"},
      {"again after it failed",
       {{"scripts/main.js",
         "var tries = 0; for (var i = 0; i < 2; ++i) try { require('./a') } catch (e) { tries++; }\nlog.info(tries, "
         "this.count)"},
        {"scripts/a.js", "var all = (new Function('return this'))(); all.count = (all.count || 0) + 1; throw 1"}},
       "2 2"},
      {"its own names and no others'",
       {{"scripts/main.js", "var mine = 1; require('./a'); log.info(typeof its)"},
        {"scripts/a.js", "var its = 1; if (this !== module.exports || arguments.length < 5) throw 1; log.info(mine)"}},
       "1 undefined"},
      {"strict, with a shebang, a mark and a comment at the end",
       {{"scripts/main.js", "log.info(require('./a'))"},
        {"scripts/a.js",
         "\xef\xbb\xbf#!/usr/bin/env node\n'use strict'; module.exports = (function () { return "
         "String(this); })() // so"}},
       "undefined"},
      {"a module that ends early",
       {{"scripts/main.js", "log.info(require('./a'))"}, {"scripts/a.js", "module.exports = 1; return; log.info(2)"}},
       "1"},
      {"a computed name that is written elsewhere",
       {{"scripts/main.js", "log.info(require('./' + 'a')); function never() { require('./a'); }"},
        {"scripts/a.js", "module.exports = 1"}},
       "1"},
      {"for a text that something was put before",
       {{"config.js",
         "register_test({ name: 'it', frequency: '1m', timeout: '5s' }, 'var x = 1;\\n' + "
         "file('scripts/main.js'));"},
        {"scripts/main.js", "log.info(require('./a') + x)"},
        {"scripts/a.js", "module.exports = 1"}},
       "2"},
      {"for a text of no file",
       {{"config.js",
         "register_test({ name: 'it', frequency: '1m', timeout: '5s' }, "
         "\"log.info(require('./a'), __dirname)\");"},
        {"a.js", "module.exports = 1"}},
       "1 ."},
  };
  for (const bool fork : {true, false}) {
    for (const auto& row : rows) {
      CAPTURE(fork, row.name);
      world it(row.all, fork);
      CHECK(it.outcome() == "");
      CHECK(said(it.last) == row.says);
    }
  }
}

TEST_CASE("what cannot be required is told at load, at its place") {
  const std::string kinds = ".js, .json, .ts, .mjs, .mts, .cjs, nor an index.js or a package.json's main in it";
  struct {
    const char* name;
    files all;
    std::string first_line;
  } const rows[] = {
      {"no such file",
       {{"scripts/main.js", "var a =\n  require('./lib/a');"}},
       "scripts/main.js:2:12: there is no './lib/a': neither scripts/lib/a nor that with " + kinds},
      {"nothing of its own by that name",
       {{"scripts/main.js", "require('#a')"}, {"package.json", "{\"imports\": {\"#a\": \"./../a.js\"}}"}},
       "scripts/main.js:1:10: the imports of package.json have no '#a' that is there"},
      {"no such package",
       {{"scripts/main.js", "require('axios')"}},
       "scripts/main.js:1:10: there is no package 'axios' in scripts/node_modules, node_modules; built in are " +
           script::builtin_module_names()},
      {"a file without ./",
       {{"scripts/main.js", "require('a')"}, {"scripts/a.js", ""}},
       "scripts/main.js:1:10: there is no package 'a' in scripts/node_modules, node_modules; built in are " +
           script::builtin_module_names() + "; is it './a' that is meant?"},
      {"a module of Node",
       {{"scripts/main.js", "require('child_process')"}},
       "scripts/main.js:1:10: canaryd has no 'child_process', which is a module of Node: exec.run runs programs, where "
       "the operator allows it"},
      {"from the root",
       {{"scripts/main.js", "require('/etc/passwd')"}},
       "scripts/main.js:1:10: '/etc/passwd' begins at the root: write it relative to this file, as in './lib/login'"},
      {"from the web",
       {{"scripts/main.js", "require('https://jslib.example/x.js')"}},
       "scripts/main.js:1:10: canaryd fetches no modules: put 'https://jslib.example/x.js' into a file of the work "
       "directory"},
      {"nothing", {{"scripts/main.js", "require('')"}}, "scripts/main.js:1:10: a module's name is missing"},
      {"no script",
       {{"scripts/main.js", "require('./a.txt')"}, {"scripts/a.txt", "x"}},
       "scripts/main.js:1:10: scripts/a.txt is neither JavaScript, TypeScript nor JSON by its name"},
      {"in a module",
       {{"scripts/main.js", "require('./a')"}, {"scripts/a.js", "\n  require('./b')"}},
       "scripts/a.js:2:12: there is no './b': neither scripts/b nor that with " + kinds},
      {"a module that is none",
       {{"scripts/main.js", "require('./a')"}, {"scripts/a.js", "var a;\nvar = 1;"}},
       "scripts/a.js:2:5: SyntaxError: Variable declaration expected."},
      {"a module without an end",
       {{"scripts/main.js", "require('./a')"}, {"scripts/a.js", "if (x) {"}},
       "scripts/a.js:1:9: SyntaxError: '}' expected."},
      {"a module that closes its function",
       {{"scripts/main.js", "require('./a')"}, {"scripts/a.js", "x(); }"}},
       "scripts/a.js:1:6: SyntaxError: Declaration or statement expected."},
      {"no JSON",
       {{"scripts/main.js", "require('./a.json')"}, {"scripts/a.json", "{\n  \"a\": 1,\n  b: 2\n}"}},
       "scripts/a.json:3:3: this is no JSON: syntax error"},
      {"JSON with more behind it",
       {{"scripts/main.js", "require('./a.json')"}, {"scripts/a.json", "{} {}"}},
       "scripts/a.json:1:4: this is no JSON: it goes on after its end"},
      {"JSON without an end",
       {{"scripts/main.js", "require('./a.json')"}, {"scripts/a.json", "[1,\n2"}},
       "scripts/a.json:2:2: this is no JSON: incomplete JSON"},
      {"large",
       {{"scripts/main.js", "require('./a')"}, {"scripts/a.js", std::string((4u << 20) + 1, ' ')}},
       "'scripts/a.js' is larger than 4 MiB"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    world it(row.all);
    CHECK(it.first_line().substr(0, row.first_line.size()) == row.first_line);
  }
}

TEST_CASE("nothing is required from outside of the work directory") {
  const temporary_folder outside;
  outside.write("secret.js", "module.exports = 'a secret'");
  outside.write("package/index.js", "module.exports = 'a secret'");
  outside.write("main/package.json", "{\"main\": \"../secret.js\"}");
  const std::string there = outside.path().filename().string();
  struct {
    std::string name;
    std::map<std::string, std::string> links;  // to what is outside
    std::string column_and_message;
  } const rows[] = {
      {"../../" + there + "/secret", {}, "'../../" + there + "/secret' leads out of the work directory, "},
      {"./../../../../../../../etc/passwd",
       {},
       "'./../../../../../../../etc/passwd' leads out of the work directory, "},
      {"./link",
       {{"scripts/link.js", "secret.js"}},
       "scripts/link.js is a link that leads out of the work directory, "},
      {"./folder/secret",
       {{"scripts/folder", ""}},
       "scripts/folder/secret.js is a link that leads out of the work directory, "},
      {"./folder", {{"scripts/folder", "package"}}, "scripts/folder/index.js is a link that leads out"},
      {"./folder", {{"scripts/folder", "main"}}, "there is no './folder': "},
      {"thing", {{"node_modules", ""}, {"scripts/node_modules", ""}}, "there is no package 'thing' in "},
      {"package", {{"node_modules", ""}}, "node_modules/package/index.js is a link that leads out"},
      {"thing/../../../" + there + "/secret", {{"node_modules/thing", "package"}}, "'thing/../../../"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    world it({{"scripts/main.js", "log.info(require('" + row.name + "'))"}});
    for (const auto& [link, to] : row.links) {
      fs::create_directories((it.rig.folder.path() / link).parent_path());
      fs::create_symlink(to.empty() ? outside.path() : outside.path() / to, it.rig.folder.path() / link);
    }
    const std::string message = it.outcome();
    const std::string expected = "scripts/main.js:1:19: " + row.column_and_message;
    CHECK(message.substr(0, expected.size()) == expected);
    CHECK(said(it.last) == "");
  }
}

TEST_CASE("links within the work directory are followed, and a file has one identity") {
  world it({{"scripts/main.js", "log.info(require('./b') === require('./a'), require('./c/a').at)"},
            {"scripts/a.js", "exports.at = __filename"}});
  fs::create_symlink("a.js", it.rig.folder.path() / "scripts/b.js");
  fs::create_symlink(it.rig.folder.path() / "scripts", it.rig.folder.path() / "scripts/c");
  CHECK(it.outcome() == "");
  CHECK(said(it.last) == "true scripts/a.js");
}

TEST_CASE("each run has its own modules") {
  world it({{"scripts/main.js", "var a = require('./a'); log.info(++a.count)"}, {"scripts/a.js", "exports.count = 0"}});
  for (const int run : {1, 2, 3}) {
    CAPTURE(run);
    CHECK(it.outcome() == "");
    CHECK(said(it.last) == "1");
  }
}

TEST_CASE("an error in a module is told with the module's place") {
  world it(
      {{"scripts/main.js", "var login = require('./lib/login');\nlogin('me');\n"},
       {"scripts/lib/login.js",
        "module.exports = function login(who) {\n  check_name(who);\n};\nfunction check_name(who) {\n    throw new "
        "Error('no ' + who);\n}\n"}});
  CHECK(it.outcome() == "no me");
  REQUIRE(it.last.details.error);
  const auto& error = *it.last.details.error;
  CHECK(error.file == "scripts/lib/login.js");
  CHECK(error.line == 5);
  CHECK(error.column == 5);
  CHECK(error.excerpt.find("> 5 |     throw new Error") != std::string::npos);
  CHECK(
      error.stack ==
      "Error: no me\n    at check_name (scripts/lib/login.js:5)\n    at login (scripts/lib/login.js:2)\n    at global "
      "(scripts/main.js:2)");
}
