// How modern scripts are read, and what becomes of their errors.

#include "canary/script/source_map.hpp"
#include "modern/modern_bench.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace canary;
using namespace canary::testing;

namespace {

bool says(const run::run_result& result, const std::string& line) {
  for (const auto& entry : result.details.logs) {
    if (entry.message == line) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a failing line is told in the author's own text", "[modern]") {
  const std::string source =
      "interface Item { id: number }\n"
      "class Shop {\n"
      "  #items: Item[] = [];\n"
      "  first(): Item {\n"
      "    const [item] = this.#items;\n"
      "    if (!item)\n"
      "      throw new Error(`there are ${this.#items.length}`);\n"
      "    return item;\n"
      "  }\n"
      "}\n"
      "export default async function main() {\n"
      "  await null;\n"
      "  new Shop().first();\n"
      "}\n";
  modern_bench bench;
  const auto result = bench.run("shop.ts", source);
  CHECK(result.record.cause.message == "there are 0");
  CHECK(result.record.cause.kind == failure_class::assertion);
  REQUIRE(result.details.error.has_value());
  CHECK(result.details.error->line == 7);
  CHECK(result.details.error->column == 7);
  CHECK(result.details.error->excerpt.find("> 7 |       throw new Error(") != std::string::npos);
  CHECK(result.details.error->excerpt.find("    |       ^" + std::string(49, '~') + "\n") != std::string::npos);
  CHECK(result.details.error->stack.find("(shop.ts:7)\n") != std::string::npos);
  CHECK(result.details.error->stack.find("(shop.ts:13)") != std::string::npos);
  CHECK(result.details.error->stack.find("polyfill") == std::string::npos);
}

TEST_CASE("a failing line far down a long script is told in the author's own text", "[modern]") {
  std::string source;
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    source += "class Shop" + n + " {\n  stock(ü = `a\n b`) { return [...ü]; }\n}\n";
  }
  source += "const all = new Shop59().stock();\nif (all.join('') === 'a\\n b') throw new Error('far ' + all.length);\n";
  modern_bench bench;
  const auto result = bench.run("long.mjs", source);
  CHECK(result.record.cause.message == "far 4");
  REQUIRE(result.details.error.has_value());
  CHECK(result.details.error->line == 242);
}

TEST_CASE("a canary whose default is no function fails, and says what to write", "[modern]") {
  modern_bench bench;
  for (const std::string source : {"export default { run() { log.info('never'); } };", "export default 5;",
                                   "const run = () => 1;\nexport default run();"}) {
    CAPTURE(source);
    const auto result = bench.run("a.mjs", source);
    CHECK(result.record.status == run_status::failed);
    CHECK(result.record.cause.kind == failure_class::script);
    CHECK(result.record.cause.message.find("export default function () { … }") != std::string::npos);
  }
  for (const std::string source : {"export default function () {}", "export const a = 1;", "log.info('x');"}) {
    CAPTURE(source);
    CHECK(bench.run("a.mjs", source).record.status == run_status::passed);
  }
}

TEST_CASE("a skip ends an asynchronous script, whatever waits for it", "[modern]") {
  modern_bench bench;
  const auto result = bench.run("skip.mjs",
                                "test.cleanup('tidy', () => log.info('tidied'));\n"
                                "const looked = test.step('look', async () => { await null; test.skip('no user'); });\n"
                                "setTimeout(() => log.info('later'), 1);\n"
                                "looked.catch(() => log.info('caught'));\n");
  CHECK(result.record.status == run_status::skipped);
  CHECK(result.record.cause.message == "no user");
  REQUIRE(result.details.logs.size() == 2);
  CHECK(result.details.logs[1].message == "tidied");
  REQUIRE(result.details.steps.size() == 2);
  CHECK(result.details.steps[0].status == step_status::skipped);
  CHECK(result.details.steps[1].status == step_status::passed);
}

TEST_CASE("what is wrong with a modern script is told with its place", "[modern]") {
  struct {
    std::string file, source, message;
    int line, column;
  } const rows[] = {
      {"a.ts", "let x = 1;\nlet y: = 2;\n", "SyntaxError: Type expected.", 2, 8},
      {"a.js", "const a = 1;\n  a = 2;\n", "Cannot assign to 'a' because it is a constant.", 2, 3},
      {"a.js", "let r = 1;\nr = /(?<=a)b/;\n",
       "not supported: a regular expression that looks behind: match what comes before as well, and take a group", 2,
       5},
      {"a.ts", "#!/usr/bin/env canaryctl\nlet y: = 2;\n", "SyntaxError: Type expected.", 2, 8},
      {"a.mjs", "await 1;\n", "not supported: await outside a function: write export default async function () { … }",
       1, 1},
  };
  modern_bench bench;
  bench.in_one_load([&](const auto& compile) {
    for (const auto& row : rows) {
      CAPTURE(row.source);
      const auto code = compile(row.file, row.source);
      REQUIRE(!code.has_value());
      CHECK(code.error().cause.message == row.message);
      REQUIRE(code.error().error.has_value());
      CHECK(code.error().error->line == row.line);
      CHECK(code.error().error->column == row.column);
      CHECK(code.error().error->file == row.file);
      CHECK(code.error().error->excerpt.find("^") != std::string::npos);
    }
  });
}

TEST_CASE("a modern script that is too large is refused with what to do, and one in ES5 is not", "[modern]") {
  modern_bench bench;
  const std::string padding = "/*" + std::string(1u << 20, ' ') + "*/\n";
  const auto refused = bench.compile("large.ts", padding + "export default () => 1;\n");
  REQUIRE(!refused);
  CHECK(refused.error().cause.kind == failure_class::script);
  CHECK(
      refused.error().cause.message ==
      "the script is too large to be translated from modern JavaScript: it has 1025 KiB, and at most 1024 KiB can be; "
      "move a part of it into modules, which are translated one by one, data into a .json file, or write it in ES5");
  CHECK(bench.compile("large.js", padding + "var a = 1;\n").has_value());
}

TEST_CASE("a script in ES5 is compiled as it is", "[modern]") {
  const std::string sources[] = {"var a = 1; console.log(a);", "log.info(_.find([1], function () { return true; }));",
                                 "var constant = 1, o = { const: 2 }; o.Map = 'Map';"};
  modern_bench bench;
  bench.in_one_load([&](const auto& compile) {
    for (const auto& source : sources) {
      const auto code = compile("a.js", source);
      REQUIRE(code.has_value());
      CHECK(code->is_transpiled() == (source.find("const:") != std::string::npos));
    }
    CHECK(compile("a.js", "let a = 1;")->is_transpiled());
    CHECK(compile("a.ts", "var a = 1;")->is_transpiled());
    CHECK(compile("a.js", "var m = new Map();")->is_transpiled());
    const auto broken = compile("a.js", "var a = ;");
    REQUIRE(!broken.has_value());
    CHECK(broken.error().cause.message.find("Expression expected") != std::string::npos);
  });
}

TEST_CASE("a promise that nothing can settle is told", "[modern]") {
  modern_bench bench;
  const auto result = bench.run("a.mjs", "export default () => new Promise(() => {});");
  CHECK(result.record.cause.message ==
        "the promise that the test returned is never settled: nothing is left that it could wait for");
}

TEST_CASE("a cleanup's promise is waited for, and what the script left undone stays undone", "[modern]") {
  modern_bench bench;
  const auto result = bench.run("a.mjs",
                                "const rest = () => new Promise((done) => setTimeout(done, 1));\n"
                                "test.cleanup('third', () => { Promise.resolve().then(() => log.info('a job')); });\n"
                                "test.cleanup('second', async () => { await rest(); log.info('removed'); });\n"
                                "test.cleanup('first', async () => { await rest(); throw new Error('stuck'); });\n"
                                "setTimeout(() => log.info('left over'), 5);\n"
                                "throw new Error('early');\n");
  CHECK(result.record.cause.message == "early");
  CHECK(says(result, "removed"));
  CHECK(says(result, "a job"));
  CHECK(!says(result, "left over"));
  REQUIRE(result.details.steps.size() == 3);
  CHECK(result.details.steps[0].status == step_status::failed);
  CHECK(result.details.steps[0].error == "stuck");
  CHECK(result.details.steps[1].status == step_status::passed);
  CHECK(result.details.steps[2].status == step_status::passed);

  const auto never = bench.run("b.mjs", "test.cleanup('a', () => new Promise(() => {}));\n");
  CHECK(
      never.record.cause.message ==
      "in the cleanup 'a': the promise that the cleanup returned is never settled: nothing is left that it could wait "
      "for");
}

TEST_CASE("a timer that lies beyond the timeout ends the run at it", "[modern]") {
  modern_bench bench;
  const auto result =
      bench.run("a.js", "let t = setTimeout(() => log.info('late'), 60000);", std::chrono::milliseconds{200});
  CHECK(result.record.cause.kind == failure_class::timeout);
  CHECK(!says(result, "late"));
}

TEST_CASE("what was transpiled is kept, and is not believed where it was changed", "[modern]") {
  temporary_folder folder;
  config::transpile_cache cache(folder.path() / "below" / "here", 4);
  const std::string source = "const f = () => `kept`; log.info(f());";
  const auto load_and_run = [&](const std::string& text) {
    modern_bench bench;
    bench.cache = &cache;
    return bench.run("a.js", text);
  };
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 0);
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 1);
  const auto files = [&] {
    std::vector<std::filesystem::path> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "below" / "here")) {
      all.push_back(entry.path());
    }
    return all;
  };
  REQUIRE(files().size() == 1);
  {
    std::fstream file(files()[0], std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-10, std::ios::end);
    file << "!";
  }
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 1);
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 2);
  // Whoever may write it may write its hash, too.
  std::filesystem::permissions(files()[0], std::filesystem::perms::others_write, std::filesystem::perm_options::add);
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 2);
  CHECK(says(load_and_run(source), "kept"));
  CHECK(cache.hits() == 3);

  script::transpiled made{"code", "AAAA", {}};
  for (int i = 0; i < 9; ++i) cache.keep(".js", std::to_string(i), made);
  CHECK(files().size() <= 4);
  CHECK(cache.find(".js", "8").has_value());
}

TEST_CASE("the mappings of a source map are read", "[modern]") {
  const auto lines = script::read_mappings(";AAAA,IAAM;;EACC,CAAE,SADF;A,EAAAA");
  REQUIRE(lines.has_value());
  REQUIRE(lines->size() == 5);
  const std::pair<int, int> wanted[] = {{0, 0}, {1, 1}, {0, 0}, {2, 8}, {1, 8}};
  for (std::size_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK((*lines)[i].line == wanted[i].first);
    if (wanted[i].first != 0) CHECK((*lines)[i].column > 0);
  }
  for (const char* bad : {"A", "AAA?", "AA", "AAAAAA", "ADDD", "gggggggggggggggA"}) {
    CAPTURE(bad);
    CHECK((std::string(bad) == "A") == script::read_mappings(bad).has_value());
  }
}

TEST_CASE("a modern script imports what is built in", "[modern]") {
  struct {
    std::string file, source, cause;
  } const rows[] = {
      {"a.ts", "import _ from 'underscore';\nif (_.last([1, 2]) !== 2) throw new Error('other');", ""},
      {"a.ts", "import * as u from 'underscore';\nif (u.last([1, 2]) !== 2) throw new Error('other');", ""},
      {"a.mjs", "import { expect, assert as so } from 'chai';\nso.ok(1);\nexpect(1).to.equal(2);",
       "expected 1 to equal 2"},
      {"a.js", "const { expect } = require('chai');\nexpect(1).to.equal(2);", "expected 1 to equal 2"},
      {"a.ts", "import { readFileSync } from 'fs';\nreadFileSync('x');",
       "canaryd has no 'fs', which is a module of Node: require('./data.json') reads JSON, and a multipart body sends "
       "files"},
      {"a.ts", "import type { Nothing } from './nowhere';\nexport default () => { let x: Nothing; };", ""},
      {"a.js", "const at = __filename + ' ' + __dirname;\nif (at !== 'a.js .') throw new Error(at);", ""},
  };
  for (const bool fork : {true, false}) {
    modern_bench bench(fork);
    bench.in_one_load([&](const auto& compile) {
      for (const auto& row : rows) {
        CAPTURE(fork, row.source);
        const auto code = compile(row.file, row.source);
        REQUIRE(code.has_value());
        CHECK(bench.run(*code).record.cause.message == row.cause);
      }
    });
  }
}
