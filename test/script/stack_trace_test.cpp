#include "script/stack_trace.hpp"

#include "support/catch.hpp"

using namespace canary::script;

TEST_CASE("a stack trace is told in the author's own lines") {
  const struct {
    const char *name, *text, *file, *shown;
    int line;
  } rows[] = {
      {"one frame", "Error: no\n    at login (a.js:12)", "a.js", "Error: no\n    at login (a.js:12)", 12},
      {"remarks go", "Error: no\n    at login (a.js:12) strict preventsyield", "a.js",
       "Error: no\n    at login (a.js:12)", 12},
      {"the engine's own frames go",
       "TypeError: x\n    at [anon] (duk_js_var.c:1234) internal\n    at go (a.js:3)\n    at forEach () native "
       "strict\n    at eval (a.js:9)",
       "a.js", "TypeError: x\n    at go (a.js:3)\n    at eval (a.js:9)", 3},
      {"native frames go", "Error: x\n    at [anon] (native) strict\n    at eval (a.js:2)", "a.js",
       "Error: x\n    at eval (a.js:2)", 2},
      {"the innermost of the author's",
       "Error: x\n    at _.map (underscore:77)\n    at go (a.js:5)\n    at eval (a.js:8)", "a.js",
       "Error: x\n    at _.map (underscore:77)\n    at go (a.js:5)\n    at eval (a.js:8)", 5},
      {"no frame of the author's", "Error: x\n    at f (other.js:5)", "a.js", "Error: x\n    at f (other.js:5)", 0},
      {"a file whose name begins alike", "Error: x\n    at f (a.json:5)\n    at g (a.js:6)", "a.js",
       "Error: x\n    at f (a.json:5)\n    at g (a.js:6)", 6},
      {"a name with brackets and spaces", "Error: x\n    at f (test 'a (b)':5)", "test 'a (b)'",
       "Error: x\n    at f (test 'a (b)':5)", 5},
      {"a message of several lines", "Error: one\ntwo\n    at f (a.js:5)", "a.js", "Error: one\ntwo\n    at f (a.js:5)",
       5},
      {"a message that looks like a frame", "    at f (a.js:99)\n    at f (a.js:5)", "a.js",
       "    at f (a.js:99)\n    at f (a.js:5)", 5},
      {"no brackets", "Error: x\n    at nowhere\n    at f (a.js:5)", "a.js", "Error: x\n    at f (a.js:5)", 5},
      {"no number", "Error: x\n    at f (a.js:)\n    at g (a.js:7)", "a.js",
       "Error: x\n    at f (a.js:)\n    at g (a.js:7)", 7},
      {"a number without end", "Error: x\n    at f (a.js:99999999999999999999)", "a.js",
       "Error: x\n    at f (a.js:99999999999999999999)", 0},
      {"a number below any", "Error: x\n    at f (a.js:-5)", "a.js", "Error: x\n    at f (a.js:-5)", 0},
      {"only a message", "Error: x", "a.js", "Error: x", 0},
      {"nothing", "", "a.js", "", 0},
  };
  for (const auto& r : rows) {
    CAPTURE(r.name);
    program main;
    main.file = r.file;
    const stack_trace trace = read_stack_trace(r.text, main);
    CHECK(trace.text == r.shown);
    CHECK(trace.line == r.line);
  }
}

TEST_CASE("a line's first column is that of its first character") {
  const struct {
    const char* source;
    int line, column;
  } rows[] = {{"a", 1, 1},    {"  a", 1, 3},    {"a\n\t\tb\nc", 2, 3}, {"a\n\nb", 2, 1}, {"a\n   \nb", 2, 4},
              {"a\nb", 2, 1}, {"a\nb\n", 3, 1}, {"a\nb", 3, 0},        {"", 1, 1},       {"", 2, 0}};
  for (const auto& r : rows) {
    CAPTURE(r.source, r.line);
    CHECK(first_column(r.source, r.line) == r.column);
  }
}
