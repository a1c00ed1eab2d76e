#include "script/bundled.hpp"

#include "support/catch.hpp"

using namespace canary::script;

TEST_CASE("what a script mentions is what its VM has at hand") {
  const preload_set underscore = mentioned("_.map([], f)"), inspect = mentioned("console.log(1)");
  REQUIRE(underscore != 0);
  REQUIRE(inspect != 0);
  CHECK(underscore != inspect);

  struct {
    const char* source;
    preload_set expected;
  } const rows[] = {
      {"", 0},
      {"log.info('plain')", 0},
      {"_", underscore},
      {"var a=_.first([1]);console.log(a)", underscore | inspect},
      {"(_)", underscore},
      {"x._ = 1", 0},
      {"my_name + _private + a_", 0},
      {"$_ + _$", 0},
      {"myconsole.log(1); consoles", 0},
      {"a_b + _", underscore},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(mentioned(row.source) == row.expected);
  }
}

TEST_CASE("each bundled script that a template may have has a bit of its own") {
  preload_set seen = 0;
  for (const auto& script : compile_bundled_scripts()) {
    CAPTURE(script.name);
    if (script.bit == 0) continue;  // a built-in module
    CHECK((seen & script.bit) == 0);
    seen |= script.bit;
  }
  CHECK(seen != 0);
}
