#include "config/source_place.hpp"

#include "support/catch.hpp"

using namespace canary::config;

TEST_CASE("a word is found in the nearest line that has it whole") {
  const std::string source =
      "var name = 'first';\n"               // 1
      "register_test({\n"                   // 2
      "  name: 'login',\n"                  // 3
      "  timeout: '5s',\n"                  // 4
      "  timeout_ms: 5\n"                   // 5
      "}, file('login.js'));\n"             // 6
      "\n"                                  // 7
      "\tregister_test({ login: '5s' });";  // 8
  const struct {
    const char* title;
    int line;
    const char* word;
    int found_line, found_column;
  } rows[] = {{"in the line itself", 3, "login", 3, 10},
              {"in a later line", 2, "timeout", 4, 3},
              {"in an earlier line", 6, "timeout", 4, 3},
              {"not as part of another word", 5, "timeout", 4, 3},
              {"the earlier of two as near", 4, "name", 3, 3},
              {"with signs in it", 2, "login.js", 6, 10},
              {"text of signs", 2, "'5s'", 4, 12},
              {"nowhere: the line's first character", 3, "nowhere", 3, 3},
              {"nowhere, behind a tab", 8, "nowhere", 8, 2},
              {"no word", 4, "", 4, 3},
              {"an empty line", 7, "", 7, 1},
              {"the last line", 8, "login", 8, 18},
              {"a line behind the end", 9, "login", 0, 0},
              {"no line", 0, "login", 0, 0},
              {"a negative line", -1, "login", 0, 0}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    const place found = find_near(source, r.line, r.word);
    CHECK(found.line == r.found_line);
    CHECK(found.column == r.found_column);
  }
}

TEST_CASE("a word that is too far away is another's") {
  const std::string far = "wrong" + std::string(40, '\n') + "call();";
  CHECK(find_near(far, 41, "wrong").line == 41);
  CHECK(find_near(far, 20, "wrong").line == 1);
}

TEST_CASE("a place is described with what is known of it, and the source around it") {
  const std::string source = "var a = 1;\nvar b = ;\n";
  CHECK(describe("c.js", source, {2, 9}, "no value") ==
        "c.js:2:9: no value\n  1 | var a = 1;\n> 2 | var b = ;\n    |         ^\n  3 | ");
  CHECK(describe("c.js", source, {2, 0}, "no value") == "c.js:2: no value\n  1 | var a = 1;\n> 2 | var b = ;\n  3 | ");
  CHECK(describe("c.js", source, {}, "no value") == "c.js: no value");
  CHECK(describe("c.js", source, {9, 1}, "no value") == "c.js:9:1: no value");
  CHECK(describe("c.js", "", {}, "") == "c.js: ");
}
