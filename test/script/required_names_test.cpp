#include "canary/script/required_names.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("the names that a text requires are read off it") {
  struct {
    std::string source;
    std::vector<std::string> names;
  } const rows[] = {
      {"require('./a')", {"./a"}},
      {"var a = require(\"./a\"), b = require ( './b' );", {"./a", "./b"}},
      {"require(/* why */ './a' // so\n)", {"./a"}},
      {"x.require('./a'); my_require('./b'); require$('./c'); required('./d')", {}},
      {"x . require('./a')", {}},
      {"require('./' + name); require(name); require('./a', 1); require; require()", {}},
      {"// require('./a')\n/* require('./b') */ require('./c')", {"./c"}},
      {"'require(\"./a\")' + \"require('./b')\"", {}},
      {"/require('.\\/a')/.test(x)", {}},
      {"a = b / 2; require('./a') / 1", {"./a"}},
      {"a = (b) / 2; c = require('./a'); d = e / 3", {"./a"}},
      {"if (a) /'/.test(b); require('./a')", {"./a"}},
      {"a[0] / 2; require('./a')", {"./a"}},
      {"a = i++ / g; b = require('./a'); c = d / 2", {"./a"}},
      {"a = i-- / g; b = require('./a'); c = d / 2", {"./a"}},
      {"a = b + ++c; /'/.test(d); require('./a')", {"./a"}},
      {"a = b - /'/; require('./a')", {"./a"}},
      {"return /'/; require('./a')", {"./a"}},
      {"x.in / 2; require('./a') / 2", {"./a"}},
      {"/[/']/.test(x); require('./a')", {"./a"}},
      {"typeof require === 'function' && require('./a')", {"./a"}},
      {"require('./it\\'s')", {"./it's"}},
      {"require('./\\u0061')", {}},
      {"require('./a\n')", {}},
      {"require('./a", {}},
      {"require('./a'", {}},
      {"/* require('./a')", {}},
      {"/require('./a')", {}},
      {"#!/usr/bin/env node 'it\nrequire('./a')", {"./a"}},
      {"f(require('./a')(require('./b')))", {"./a", "./b"}},
      {"function (require) { require('./a') }", {"./a"}},
      {"é.require('./a'); érequire('./b')", {}},
      {"", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    std::vector<std::string> names;
    for (const auto& each : script::find_required_names(row.source)) names.push_back(each.name);
    CHECK(names == row.names);
  }
}

TEST_CASE("what the transpiler makes of an import is told from what is required") {
  const auto found =
      script::find_required_names("a(require(\"./a\", \"import\")); require(\"./b\"); require('./c' , \"import\" )");
  REQUIRE(found.size() == 3);
  CHECK(found[0].imported);
  CHECK_FALSE(found[1].imported);
  CHECK(found[2].imported);
  CHECK(
      script::find_required_names("require('./a', \"import\", 1); require('./b', \"other\"); require('./c',").empty());
}

TEST_CASE("a required name stands where its text begins") {
  const auto found = script::find_required_names("var a = require('./a');\n\n  f(require( \"./b\"))\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].at.line == 1);
  CHECK(found[0].at.column == 18);
  CHECK(found[1].at.line == 3);
  CHECK(found[1].at.column == 15);
}
