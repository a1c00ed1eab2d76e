#include "canary/script/program.hpp"

#include "support/catch.hpp"

#include <limits>

using canary::script::excerpt;

TEST_CASE("an excerpt shows the line, its neighbours, and a caret") {
  const std::string five = "one\ntwo\nthree\nfour\nfive";
  const struct {
    const char* name;
    std::string source;
    int line, column, around;
    std::string shown;
  } rows[] = {
      {"in the middle", five, 3, 2, 1, "  2 | two\n> 3 | three\n    |  ^\n  4 | four\n"},
      {"two lines around", five, 3, 1, 2, "  1 | one\n  2 | two\n> 3 | three\n    | ^\n  4 | four\n  5 | five\n"},
      {"the first line", five, 1, 3, 1, "> 1 | one\n    |   ^\n  2 | two\n"},
      {"the last line, without a newline", five, 5, 4, 1, "  4 | four\n> 5 | five\n    |    ^\n"},
      {"no column", five, 2, 0, 0, "> 2 | two\n"},
      {"just behind the line's end", five, 2, 4, 0, "> 2 | two\n    |    ^\n"},
      {"far behind the line's end", five, 2, 9, 0, "> 2 | two\n"},
      {"no such line", five, 6, 1, 1, ""},
      {"a line before the first", five, 0, 1, 1, ""},
      {"a negative line", five, -3, 1, 1, ""},
      {"no source", "", 1, 1, 1, "> 1 | \n    | ^\n"},
      {"a line behind no source", "", 2, 1, 1, ""},
      {"a newline at the end begins a line", "one\n", 2, 1, 1, "  1 | one\n> 2 | \n    | ^\n"},
      {"Windows' line ends", "one\r\ntwo\r\nthree", 2, 1, 1, "  1 | one\n> 2 | two\n    | ^\n  3 | three\n"},
      {"tabs stay under the caret", "\tif (a)\n\t\tb(;", 2, 5, 0, "> 2 | \t\tb(;\n    | \t\t  ^\n"},
      {"numbers of unlike width", "1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n11", 9, 1, 1,
       "   8 | 8\n>  9 | 9\n     | ^\n  10 | ten\n"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.name);
    CHECK(excerpt(r.source, r.line, r.column, r.around) == r.shown);
  }
}

TEST_CASE("there is no excerpt of a line that is not there") {
  for (const int line : {std::numeric_limits<int>::min(), -1, 0, 4, std::numeric_limits<int>::max()}) {
    CAPTURE(line);
    CHECK(excerpt("a\nb\nc", line, 1).empty());
  }
}

TEST_CASE("what a caret points at may be several characters") {
  CHECK(excerpt("a = f(b);", 1, 5, 0, 4) == "> 1 | a = f(b);\n    |     ^~~~\n");
  CHECK(excerpt("a = '\u00e9\u00e9';", 1, 5, 0, 6) == "> 1 | a = '\u00e9\u00e9';\n    |     ^~~~\n");
  CHECK(excerpt("a = f(", 1, 5, 0, 400) == "> 1 | a = f(\n    |     ^~\n");
}

TEST_CASE("a caret stands under its character where the line holds more than ASCII") {
  // A column counts bytes; what is shown counts characters.
  CHECK(excerpt("var a = '\u00e9\u00e9' +;", 1, 16, 0) == "> 1 | var a = '\u00e9\u00e9' +;\n    |              ^\n");
}

TEST_CASE("an excerpt of a minified source stays readable, and whole characters") {
  const std::string shown = excerpt("x" + std::string(100'000, 'y'), 1, 50'000, 2);
  CHECK(shown.size() < 200);
  CHECK(shown.starts_with("> 1 | xyyy"));
  CHECK(shown.find("…") != std::string::npos);
  // 161 bytes: the cut would fall into the last character.
  const std::string cut = excerpt(std::string(159, 'y') + "\u00e9\u00e9\u00e9", 1, 0, 0);
  CHECK(cut.find("y\xc3…") == std::string::npos);
}
