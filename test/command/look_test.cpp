#include "canary/command/look.hpp"

#include "command/caret.hpp"
#include "command/line_diff.hpp"
#include "support/catch.hpp"

#include <map>

using namespace canary::command;

namespace {

using variables = std::map<std::string, std::string>;

look chosen(bool terminal, colour_wish wish, const variables& environment, std::size_t columns = 0) {
  return choose_look({terminal, columns}, wish, [&](const char* name) -> const char* {
    const auto found = environment.find(name);
    return found == environment.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace

TEST_CASE("colours are for terminals, unless somebody says otherwise") {
  using enum colour_wish;
  const struct {
    bool terminal;
    colour_wish wish;
    variables environment;
    bool colour;
  } rows[] = {{true, when_terminal, {}, true},
              {false, when_terminal, {}, false},
              {true, when_terminal, {{"NO_COLOR", "1"}}, false},
              {true, when_terminal, {{"NO_COLOR", ""}}, true},
              {true, when_terminal, {{"TERM", "dumb"}}, false},
              {false, when_terminal, {{"CLICOLOR_FORCE", "1"}}, true},
              {false, when_terminal, {{"CLICOLOR_FORCE", "0"}}, false},
              {false, when_terminal, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false},
              {false, always, {{"NO_COLOR", "1"}}, true},
              {true, never, {{"CLICOLOR_FORCE", "1"}}, false}};
  for (const auto& r : rows) {
    CAPTURE(r.terminal, r.environment, r.colour);
    CHECK(chosen(r.terminal, r.wish, r.environment).colour == r.colour);
  }
}

TEST_CASE("marks beyond ASCII are for a terminal in a UTF-8 locale, and a pipe is always the same") {
  const struct {
    bool terminal;
    variables environment;
    bool unicode, foreign_letters;
  } rows[] = {{true, {{"LANG", "C.UTF-8"}}, true, true},
              {true, {{"LANG", "de_DE.utf8"}}, true, true},
              {true, {{"LANG", "C.UTF-8"}, {"LC_ALL", "C"}}, false, false},
              {true, {{"LANG", "C"}, {"LC_CTYPE", "en_GB.UTF-8"}}, true, true},
              {true, {}, false, false},
              {false, {{"LANG", "C.UTF-8"}}, false, true},
              {false, {}, false, true}};
  for (const auto& r : rows) {
    CAPTURE(r.terminal, r.environment);
    const look as = chosen(r.terminal, colour_wish::when_terminal, r.environment);
    CHECK(as.unicode == r.unicode);
    CHECK(as.foreign_letters == r.foreign_letters);
  }
  CHECK(chosen(false, colour_wish::when_terminal, {}, 120).width == 0);
  CHECK(chosen(true, colour_wish::when_terminal, {}, 120).width == 120);
  CHECK(chosen(true, colour_wish::when_terminal, {}, 0).width == 80);
  CHECK(chosen(true, colour_wish::when_terminal, {}, 3).width == 20);
}

TEST_CASE("columns are counted as a terminal does") {
  CHECK(columns_of("abc") == 3);
  CHECK(columns_of("äé") == 2);
  CHECK(columns_of("漢字") == 4);
  CHECK(columns_of("e\u0301") == 1);
  CHECK(columns_of("🐤") == 2);
  CHECK(columns_of("\xff\xfe") == 2);
}

TEST_CASE("what does not fit is left out in the middle") {
  const look unicode{false, true, true, 80}, ascii{false, false, true, 80};
  CHECK(fitted(unicode, "abcdefghij", 10) == "abcdefghij");
  CHECK(fitted(unicode, "abcdefghijk", 10) == "abcdef…ijk");
  CHECK(fitted(ascii, "abcdefghijk", 10) == "abcde...jk");
  CHECK(fitted(ascii, "abcdefghijk", 2) == "ab");
  CHECK(columns_of(fitted(unicode, "漢字漢字漢字漢字", 9)) <= 9);
}

TEST_CASE("lines are compared by the shortest way") {
  const auto shown = [](std::string_view expected, std::string_view actual) {
    std::string out;
    for (const auto& line : compare_lines(expected, actual)) {
      out += line.from == diff_line::origin::both ? " " : line.from == diff_line::origin::expected ? "-" : "+";
      out += std::string(line.text) + ";";
    }
    return out;
  };
  CHECK(shown("a\nb\nc", "a\nb\nc") == " a; b; c;");
  CHECK(shown("a\nb\nc", "a\nx\nc") == " a;-b;+x; c;");
  CHECK(shown("a\nb\nc\nd", "b\nd\ne") == "-a; b;-c; d;+e;");
  CHECK(shown("", "a\n") == "+a;");
  CHECK(shown("a\n\nb", "a\nb") == " a;-; b;");
  // More lines than are compared each with each.
  std::string many, other;
  for (int i = 0; i < 1500; ++i) many += std::to_string(i) + "\n", other += std::to_string(-i - 1) + "\n";
  CHECK(compare_lines("same\n" + many + "end", "same\n" + other + "end").size() == 3002);
}

TEST_CASE("a caret is put under the statement where none tells the expression") {
  const struct {
    const char *line, *caret;
  } rows[] = {{"  throw new Error('x');", "  ^~~~~~~~~~~~~~~~~~~~"},
              {"\tdeep(); // why", "\t^~~~~~"},
              {"}  \u00e9.x ;", "   ^~~"},
              {"x", "^"},
              {"", nullptr}};
  for (const auto& r : rows) {
    CAPTURE(r.line);
    const std::string excerpt = "  7 | before\n> 8 | " + std::string(r.line) + "\n  9 | after\n";
    const std::string caret = r.caret == nullptr ? "" : "    | " + std::string(r.caret) + "\n";
    CHECK(with_caret(excerpt) == "  7 | before\n> 8 | " + std::string(r.line) + "\n" + caret + "  9 | after\n");
  }
  const std::string has_one = "> 8 | ab\n    |  ^\n  9 | after\n";
  CHECK(with_caret(has_one) == has_one);
  CHECK(with_caret("").empty());
}
