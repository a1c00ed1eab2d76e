#include "script/syntax_hint.hpp"

#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using canary::script::syntax_hint;
using canary::testing::script_bench;

TEST_CASE("each kind of newer syntax is refused with what to write instead") {
  const struct {
    const char *source, *hint;
  } rows[] = {{"var f = x => x;", "arrow functions are not in ES5"},
              {"var f = (a, b) => a;", "arrow functions are not in ES5"},
              {"var f = () => { return 1; };", "arrow functions are not in ES5"},
              {"var s = `text`;", "template literals are not in ES5"},
              {"var a = [...b];", "spread and rest are not in ES5"},
              {"f(...a);", "spread and rest are not in ES5"},
              {"function f(...rest) {}", "spread and rest are not in ES5"},
              {"let a = 1;", "let is not in ES5"},
              {"for (let i = 0; i < 3; i++) {}", "let is not in ES5"},
              {"class A {}", "classes are not in ES5"},
              {"var A = class {};", "classes are not in ES5"},
              {"async function f() {}", "async functions are not in ES5"},
              {"function f() { await g(); }", "await is not in ES5"},
              {"import a from 'b';", "import is not in ES5"},
              {"export default 1;", "export is not in ES5"},
              {"for (var a of b) {}", "for…of is not in ES5"}};
  script_bench bench;
  for (const auto& r : rows) {
    CAPTURE(r.source);
    const auto refused = bench.compile("x.js", r.source);
    REQUIRE(!refused);
    CAPTURE(refused.error().cause.message);
    CHECK(refused.error().cause.message.find(r.hint) != std::string::npos);
    CHECK(to_string(refused.error().cause.kind) == "script");
    REQUIRE(refused.error().error);
    CHECK(refused.error().error->line == 1);
    CHECK(refused.error().error->column > 0);
  }
}

TEST_CASE("old mistakes are told without a hint at newer syntax") {
  script_bench bench;
  for (const char* source :
       {"var a = = 1;", "var letter = offset ;;)", "classify(;", "if (a {", "var a = {b: 1", "'unclosed", "exported +;",
        "a.of(;", "var importance = ;", "function (x) {}", "awaiting.it(", "1..", "x = a.. b;"}) {
    CAPTURE(source);
    const auto refused = bench.compile("x.js", source);
    REQUIRE(!refused);
    CAPTURE(refused.error().cause.message);
    CHECK(refused.error().cause.message.find("ES5") == std::string::npos);
    CHECK(refused.error().cause.message.find("needed") == std::string::npos);
  }
}

TEST_CASE("a hint is found at either token, and nowhere outside the source") {
  const std::string source = "a let b";
  CHECK(syntax_hint(source, 2, 6).starts_with("let is not"));
  CHECK(syntax_hint(source, 0, 2).starts_with("let is not"));
  CHECK(syntax_hint(source, 0, 6).empty());
  CHECK(syntax_hint(source, 100, 200).empty());
  CHECK(syntax_hint("", 0, 0).empty());
  CHECK(syntax_hint("letter", 0, 0).empty());
  CHECK(syntax_hint("let", 0, 0).starts_with("let is not"));
  CHECK(syntax_hint("let$", 0, 0).empty());
}
