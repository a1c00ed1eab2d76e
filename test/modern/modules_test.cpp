// Modules in TypeScript and modern JavaScript, imported and required.

#include "config/loader_rig.hpp"
#include "support/catch.hpp"

#include <map>

using namespace canary;
using namespace canary::testing;

namespace {

using files = std::map<std::string, std::string>;

struct modern_world {
  explicit modern_world(bool fork = true) : rig(fork) {}

  // What went wrong at load, or in the run of the only test, whose file is `main`; '' where nothing did.
  std::string outcome(const std::string& main, const files& all) {
    for (const auto& [path, text] : all) rig.folder.write(path, text);
    const auto loaded =
        rig.load("register_test({ name: 'it', frequency: '1m', timeout: '5s' }, file('" + main + "'));");
    if (!loaded) return loaded.error().message;
    last = rig.scripts.run(loaded->tests.at(0));
    return last.record.cause.message;
  }

  std::string said() const {
    std::string text;
    for (const auto& line : last.details.logs) text += (text.empty() ? "" : " ") + line.message;
    return text;
  }

  loader_rig rig;
  run::run_result last;
};

}  // namespace

TEST_CASE("modern scripts import files, and older ones require them", "[modern]") {
  struct {
    const char *name, *main;
    files all;
    std::string says;
  } const rows[] = {
      {"names and a default",
       "a/main.ts",
       {{"a/main.ts",
         "import login, { who as me, type Person } from './lib/login';\nimport * as all from './lib/login';\n"
         "export default () => { const p: Person = { name: login() }; log.info(p.name, me, "
         "Object.keys(all).join()); };"},
        {"a/lib/login.ts",
         "export interface Person { name: string }\nexport const who = 'me';\nexport default "
         "function login(): string { return `it is ${who}`; }"}},
       "it is me me who,default"},
      {"behind hashbangs, with the lines that they have",
       "h/main.ts",
       {{"h/main.ts",
         "#!/usr/bin/env canaryctl\nimport { at } from './at.mjs';\nconst here: string = 'x';\nlog.info(here, at());"},
        {"h/at.mjs", "#!/usr/bin/env node\nexport const at = () => 'y';"}},
       "x y"},
      {"by the name of what it is compiled to",
       "b/main.mjs",
       {{"b/main.mjs", "import { x } from './x.js';\nlog.info(x);"}, {"b/x.ts", "export const x: number = 1;"}},
       "1"},
      {"again from another file",
       "c/main.ts",
       {{"c/main.ts", "import { x } from './all';\nlog.info(x);"},
        {"c/all.ts", "export * from './x';\nexport { x as y } from './x';"},
        {"c/x.mjs", "export let x = 1;"}},
       "1"},
      {"ES5 and JSON from TypeScript",
       "d/main.ts",
       {{"d/main.ts", "import older from './older';\nimport data from './data.json';\nlog.info(older.x + data.y);"},
        {"d/older.js", "exports.x = 1"},
        {"d/data.json", "{\"y\": 2}"}},
       "3"},
      {"TypeScript from ES5",
       "e/main.js",
       {{"e/main.js", "var x = require('./x'); log.info(x.default(), x.list.size, typeof Promise)"},
        {"e/x.ts", "export const list = new Set([1, 2]);\nexport default () => 'ok';"}},
       "ok 2 function"},
      {"jobs and timers of a module that ES5 requires",
       "f/main.js",
       {{"f/main.js", "require('./x').later(function () { log.info('later') }); log.info('first')"},
        {"f/x.mjs", "export const later = (f) => { Promise.resolve().then(() => setTimeout(f, 1)); };"}},
       "first later"},
      {"ES5 that exports a function with a promise",
       "f/test.js",
       {{"f/test.js", "var wait = require('./wait'); module.exports = function () { return wait() }"},
        {"f/wait.ts", "export = async () => { await null; log.info('waited'); };"}},
       "waited"},
      {"a value that changes",
       "g/main.ts",
       {{"g/main.ts", "import { n, more } from './n';\nmore();\nlog.info(n);"},
        {"g/n.ts", "export let n = 1;\nexport const more = () => { n++; };"}},
       "2"},
      {"in a circle",
       "h/main.ts",
       {{"h/main.ts", "import { even } from './even';\nlog.info(even(10));"},
        {"h/even.ts",
         "import { odd } from './odd';\nexport const even = (n: number): boolean => n === 0 || odd(n - 1);"},
        {"h/odd.ts",
         "import { even } from './even';\nexport const odd = (n: number): boolean => n !== 0 && even(n - 1);"}},
       "true"},
      {"a class to be inherited from",
       "i/main.ts",
       {{"i/main.ts",
         "import { Page } from './page';\nclass Front extends Page { name() { return super.name() + '!'; } }\n"
         "log.info(new Front().name(), new Front() instanceof Page);"},
        {"i/page.ts", "export class Page { name() { return 'page'; } }"}},
       "page! true"},
      {"modern by what it says",
       "j/main.js",
       {{"j/main.js", "import { x } from './x';\nlog.info(x);"}, {"j/x.js", "export const x = [...'ab'].length;"}},
       "2"},
      {"a package of modules",
       "k/main.ts",
       {{"k/main.ts", "import thing from 'thing';\nlog.info(thing(2));"},
        {"node_modules/thing/package.json", "{\"type\": \"module\", \"exports\": {\"import\": \"./it.js\"}}"},
        {"node_modules/thing/it.js", "import { two } from './two.js';\nexport default (n) => n * two;"},
        {"node_modules/thing/two.js", "export const two = 2;"}},
       "4"},
  };
  for (const bool fork : {true, false}) {
    modern_world world(fork);
    for (const auto& row : rows) {
      CAPTURE(fork, row.name);
      CHECK(world.outcome(row.main, row.all) == "");
      CHECK(world.said() == row.says);
    }
  }
}

TEST_CASE("what is wrong with a modern module is told at its place", "[modern]") {
  struct {
    const char* name;
    files all;
    std::string begin;
  } const rows[] = {
      {"no such file",
       {{"main.ts", "// all\nimport { x } from './nowhere';\nlog.info(x);"}},
       "main.ts:2:20: there is no './nowhere': "},
      {"no such file for a module",
       {{"main.ts", "import './a';"}, {"a.ts", "export const b = 1;\nexport * from './nowhere';\n"}},
       "a.ts:2:16: there is no './nowhere': "},
      {"what is refused",
       {{"main.ts", "import './b';"}, {"b.ts", "\nexport const n = 10n;\n"}},
       "b.ts:2:18: not supported: a BigInt"},
      {"what Node has",
       {{"main.ts", "import fs from 'node:fs';\nfs.readFileSync('x');"}},
       "main.ts:1:17: canaryd has no 'node:fs', which is a module of Node"},
  };
  modern_world world;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(world.outcome("main.ts", row.all).substr(0, row.begin.size()) == row.begin);
  }
}

TEST_CASE("a stack goes through modules of both languages, in their authors' lines", "[modern]") {
  modern_world world;
  const files all{{"scripts/main.js", "var shop = require('./lib/shop');\n\nshop.buy({ price: 0 });\n"},
                  {"scripts/lib/shop.ts",
                   "interface Item { price: number }\n\nexport function buy(item: Item): void {\n  const { price } = "
                   "item;\n  check(price);\n}\n\nconst check = (price: number) => {\n  if (!price)\n    throw new "
                   "Error(`no price: ${price}`);\n};\n"}};
  CHECK(world.outcome("scripts/main.js", all) == "no price: 0");
  REQUIRE(world.last.details.error);
  const auto& error = *world.last.details.error;
  CHECK(error.file == "scripts/lib/shop.ts");
  CHECK(error.line == 10);
  CHECK(error.column == 5);
  CHECK(error.excerpt.find("> 10 |     throw new Error(`no price") != std::string::npos);
  CHECK(error.stack ==
        "Error: no price: 0\n    at check (scripts/lib/shop.ts:10)\n    at buy (scripts/lib/shop.ts:5)\n    at global "
        "(scripts/main.js:3)");
}

TEST_CASE("a test with a modern module has the memory that it needs", "[modern]") {
  modern_world world;
  world.rig.folder.write("main.js", "require('./x')");
  world.rig.folder.write("x.ts", "export const x = 1;");
  const auto loaded = world.rig.load(
      "register_test({ name: 'it', frequency: '1m', timeout: '5s', memory_limit: '4MiB' }, file('main.js'));");
  REQUIRE(!loaded);
  CHECK(loaded.error().message == "main.js: a modern script's memory_limit is at least 8MiB");
}
