#include "script/failing_expression.hpp"

#include "script/line_expressions.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace canary::script;
using kind = failure_clue::kind;

namespace {

/// `line` with '^~~' below the expression; the line alone where there is none.
std::string underlined(const std::string& line, const failure_clue& clue, std::size_t from = 0) {
  const auto where = failing_expression(line, clue, from);
  if (!where) return line;
  REQUIRE(where->begin < where->end);
  REQUIRE(where->end <= line.size());
  return line + "\n" + std::string(where->begin, ' ') + "^" + std::string(where->end - where->begin - 1, '~');
}

}  // namespace

TEST_CASE("the expression that failed is found by what it was doing") {
  const struct {
    const char* name;
    failure_clue clue;
    const char* line;
    const char* caret;  // null where several or none could be meant
  } rows[] = {
      {"an assertion",
       {kind::assertion, ""},
       "  expect(r.code).to.equal(200); log.info(x);",  //
       "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~"},
      {"of assert", {kind::assertion, ""}, "if (a) assert.equal(f(1), 2);", "       ^~~~~~~~~~~~~~~~~~~~~"},
      {"assert itself", {kind::assertion, ""}, "assert(a.b === 'assert(');", "^~~~~~~~~~~~~~~~~~~~~~~~~"},
      {"without a call at its end",
       {kind::assertion, ""},
       "ok(1); expect(a).to.be.true;",
       "       ^~~~~~~~~~~~~~~~~~~~"},
      {"two assertions", {kind::assertion, ""}, "expect(a).to.be.ok; expect(b).to.be.ok;", nullptr},
      {"the rest of one", {kind::assertion, ""}, "    .that.equals(2);", "    ^~~~~~~~~~~~~~~"},
      {"the rest of one behind its bracket",
       {kind::assertion, ""},
       "  }).to.throw(TypeError);",
       "    ^~~~~~~~~~~~~~~~~~~~"},
      {"in an arrow's body",
       {kind::assertion, ""},
       "test.step('a', () => expect(a).to.equal(b));",
       "                     ^~~~~~~~~~~~~~~~~~~~~"},
      {"one whose name another has", {kind::assertion, ""}, "my.expect(a); expectation(b);", nullptr},
      {"a builtin",
       {kind::builtin, "parse"},
       "var z = o.foo(1) + JSON.parse('{');",
       "                   ^~~~~~~~~~~~~~~"},
      {"of a text", {kind::builtin, "repeat"}, "x = 'a (b'.repeat(-1) + y", "    ^~~~~~~~~~~~~~~~~"},
      {"of a list", {kind::builtin, "map"}, "[1, [2]].map(3).length", "^~~~~~~~~~~~~~~~~~~~~~"},
      {"of brackets", {kind::builtin, "map"}, "return (a || b).map(3);", "       ^~~~~~~~~~~~~~~"},
      {"a builtin twice", {kind::builtin, "parse"}, "f(JSON.parse(a), JSON.parse(b))", nullptr},
      {"only its name", {kind::builtin, "parse"}, "JSON.parse; parse = 1", nullptr},
      {"in a template",
       {kind::builtin, "parse"},
       "log.info(`a ${JSON.parse('}')} parse()`)",
       "              ^~~~~~~~~~~~~~~"},
      {"behind a regular expression",
       {kind::builtin, "parse"},
       "a = /parse('[/(]/.test(b) && JSON.parse(c)",
       "                             ^~~~~~~~~~~~~"},
      {"behind a division", {kind::builtin, "parse"}, "a = b / JSON.parse(c) / d", "        ^~~~~~~~~~~~~"},
      {"not in a comment", {kind::builtin, "parse"}, "JSON.parse(a); // JSON.parse(b)", "^~~~~~~~~~~~~"},
      {"nor in one within",
       {kind::builtin, "parse"},
       "f(/* parse() */ JSON.parse(a))",
       "                ^~~~~~~~~~~~~"},
      {"a request", {kind::host, ""}, "const r = http.get(url()); assert(r);", "          ^~~~~~~~~~~~~~~"},
      {"named by its message", {kind::host, "http.get"}, "log.info(http.get(), http.post())", "         ^~~~~~~~~~"},
      {"one of two", {kind::host, ""}, "log.info(http.get());", nullptr},
      {"test.fail", {kind::host, ""}, "if (!a) test.fail('no http.get()');", "        ^~~~~~~~~~~~~~~~~~~~~~~~~~"},
      {"what has no member", {kind::property, "b"}, "return o.a.b.c + 1;", "       ^~~~~"},
      {"what has no function", {kind::property, "foo"}, "var z = o?.foo(1)", "        ^~~~~~"},
      {"by an index", {kind::property, "b"}, "x = o['b'].c", "    ^~~~~~"},
      {"twice in one", {kind::property, "b"}, "x = o.b.b;", "    ^~~~~"},
      {"twice in two", {kind::property, "b"}, "o.b.c + p.b", nullptr},
      {"a name is no property", {kind::property, "b"}, "b(a.b)", "  ^~~"},
      {"in a text only", {kind::property, "b"}, "f('a.b')", nullptr},
      {"an unknown name", {kind::identifier, "fo"}, "var food = fo + a.fo;", "           ^~"},
      {"of the first member", {kind::identifier, "foo"}, "foo.bar();", "^~~"},
      {"behind new", {kind::identifier, "Foo"}, "x = new Foo(1)", "        ^~~"},
      {"beyond ASCII", {kind::property, "x"}, "\xc3\xa9.x", "^~~~"},
      {"a throw",
       {kind::thrown, ""},
       "if (!a) throw new Error('throw up ' + a.b); else f();",
       "        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"},
      {"an Error that is thrown elsewhere", {kind::thrown, ""}, "var e = new Error('x');", "            ^~~~~~~~~~"},
      {"two", {kind::thrown, ""}, "a ? f(new Foo()) : new Bar()", nullptr},
      {"a declaration calls nothing",
       {kind::builtin, "parse"},
       "function parse(a) { return JSON.parse(a); }",
       "                           ^~~~~~~~~~~~~"},
      {"nothing known", {kind::none, ""}, "expect(a)", nullptr},
      {"an empty line", {kind::assertion, ""}, "", nullptr},
      {"brackets that are open", {kind::assertion, ""}, "  expect(function () {", "  ^~~~~~~~~~~~~~~~~~~~"},
      {"a text that is open", {kind::host, ""}, "http.get('a", "^~~~~~~~~~~"},
      {"TypeScript's not-null", {kind::property, "c"}, "x = a!.b!.c;", "    ^~~~~~~"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.name);
    const std::string line = r.line;
    CHECK(underlined(line, r.clue) == (r.caret == nullptr ? line : line + "\n" + r.caret));
  }
}

TEST_CASE("what stands before the statement that failed is not meant") {
  CHECK(underlined("expect(a).to.be.ok; expect(b);", {kind::assertion, ""}, 20) ==
        "expect(a).to.be.ok; expect(b);\n                    ^~~~~~~~~");
}

TEST_CASE("a line of anything gives expressions that lie within it") {
  const std::string_view alphabet[] = {"a", "expect", ".",   "(",     ")",        "[",        "]",  "'",  "\"",
                                       "`", "${",     "}",   "/",     "//",       "/*",       "*/", "\\", " ",
                                       "!", "?.",     "new", "throw", "function", "\xc3\xa9", "=>", "1"};
  std::uint32_t seed = 1;
  for (int i = 0; i < 20'000; ++i) {
    std::string line;
    for (int words = 0; words < 12; ++words) {
      seed = seed * 1664525u + 1013904223u;
      line += alphabet[(seed >> 8) % std::size(alphabet)];
    }
    CAPTURE(line);
    std::size_t last = 0;
    for (const line_expression& e : expressions_in(line)) {
      REQUIRE(e.begin >= last);
      REQUIRE(e.begin < e.end);
      REQUIRE(e.end <= line.size());
      for (const named_part& part : e.parts) REQUIRE((part.end <= e.end && part.end > e.begin));
      last = e.begin;
    }
  }
  CHECK(!failing_expression(std::string(500, '('), {kind::assertion, ""}));
}

TEST_CASE("a message and a stack tell what was done") {
  using called = called_function::kind;
  const struct {
    const char* message;
    called_function by;
    kind what;
    const char* name;
  } rows[] = {
      {"cannot read property 'z' of undefined", {called::engine, ""}, kind::property, "z"},
      {"cannot write property 'z' of null", {called::engine, ""}, kind::property, "z"},
      {"undefined not callable (property 'foo' of [object Object])", {called::engine, ""}, kind::property, "foo"},
      {"identifier 'Foo' undefined", {called::engine, ""}, kind::identifier, "Foo"},
      {"undefined not callable", {called::engine, ""}, kind::none, ""},
      {"no 'x' here", {called::none, ""}, kind::thrown, ""},
      {"expected 'a' to equal 'b'", {called::assertion, ""}, kind::assertion, ""},
      {"invalid json", {called::native, "parse"}, kind::builtin, "parse"},
      {"http.get: the URL (argument 1) must be a string", {called::native, ""}, kind::host, "http.get"},
      {"GET http://127.0.0.1:1/x failed: refused", {called::native, ""}, kind::host, ""},
      {"anything", {called::other, ""}, kind::none, ""},
  };
  for (const auto& r : rows) {
    CAPTURE(r.message);
    const failure_clue clue = clue_of(r.message, r.by);
    CHECK(clue.what == r.what);
    CHECK(clue.name == r.name);
  }
}
