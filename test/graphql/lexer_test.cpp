#include "canary/api/graphql/lexer.hpp"

#include "support/catch.hpp"

using namespace canary::api::graphql;

namespace {

// All tokens up to the end, one a line; or the error with its place.
std::string lex(std::string_view text) {
  lexer in(text);
  std::string out;
  for (;;) {
    const auto t = in.next();
    if (!t) {
      const auto at = t.error().locations.at(0);
      return out + std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + t.error().message;
    }
    if (t->kind == token_kind::end) return out;
    out += std::to_string(t->at.line) + ':' + std::to_string(t->at.column) + ' ' + t->description() + '\n';
  }
}

std::string string_content(std::string_view text) {
  lexer in(text);
  return in.next().value().content;
}

}  // namespace

TEST_CASE("tokens are told with their places") {
  struct row {
    const char *name, *text, *expected;
  };
  const row rows[] = {
      {"nothing", "", ""},
      {"what is ignored", "\xef\xbb\xbf ,\t# a comment {\r\n,", ""},
      {"punctuators", "! $ & ( ) ... : = @ [ ] { | }",
       "1:1 \"!\"\n1:3 \"$\"\n1:5 \"&\"\n1:7 \"(\"\n1:9 \")\"\n1:11 \"...\"\n1:15 \":\"\n1:17 \"=\"\n1:19 \"@\"\n1:21 "
       "\"[\"\n1:23 \"]\"\n1:25 \"{\"\n1:27 \"|\"\n1:29 \"}\"\n"},
      {"names", "a _b C3 __d", "1:1 Name \"a\"\n1:3 Name \"_b\"\n1:6 Name \"C3\"\n1:9 Name \"__d\"\n"},
      {"numbers", "0 -1 12 1.5 -0.5e-3 6E7",
       "1:1 Int \"0\"\n1:3 Int \"-1\"\n1:6 Int \"12\"\n1:9 Float \"1.5\"\n"
       "1:13 Float \"-0.5e-3\"\n1:21 Float \"6E7\"\n"},
      {"lines of all kinds", "a\nb\rc\r\nd", "1:1 Name \"a\"\n2:1 Name \"b\"\n3:1 Name \"c\"\n4:1 Name \"d\"\n"},
      {"columns in UTF-16 units", "\"ü€😀\" a", "1:1 String \"ü€😀\"\n1:8 Name \"a\"\n"},
      {"a line that a block string ends", "\"\"\"a\nü\"\"\" b", "1:1 BlockString \"a\nü\"\n2:6 Name \"b\"\n"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(lex(r.text) == r.expected);
  }
}

TEST_CASE("strings have their escapes resolved") {
  CHECK(string_content(R"("")") == "");
  CHECK(string_content(R"("\"\\\/\b\f\n\r\t")") == "\"\\/\b\f\n\r\t");
  CHECK(string_content(R"("A\u00fc\u20AC")") == "Aü€");
  CHECK(string_content(R"("\uD83D\uDE00 \u{1F600} \u{0}")") == std::string("😀 😀 \0", 11));
}

TEST_CASE("block strings lose their common indentation and blank ends") {
  struct row {
    const char *name, *raw, *expected;
  };
  const row rows[] = {
      {"empty", "", ""},
      {"blank", " \n \t \n", ""},
      {"one line", "  a  ", "  a  "},
      {"the first line does not count", "a\n    b\n  c", "a\n  b\nc"},
      {"blank lines between stay", "\n\n    a\n\n      b\n  \n", "a\n\n  b"},
      {"tabs count as one", "\n\t\ta\n b", "\ta\nb"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(block_string_value(r.raw) == r.expected);
  }
  CHECK(string_content("\"\"\"\r\n  a\r  \\\"\"\" \\n\n\"\"\"") == "a\n\"\"\" \\n");
}

TEST_CASE("what is no token is told with its place") {
  struct row {
    const char *name, *text, *expected;
  };
  const row rows[] = {
      {"a stray character", "a ?", "1:1 Name \"a\"\n1:3 Syntax Error: Unexpected character: \"?\"."},
      {"a control character", "\x01", "1:1 Syntax Error: Unexpected character: U+0001."},
      {"a wide character", "\n 😀", "2:2 Syntax Error: Unexpected character: U+1F600."},
      {"two dots", "..", "1:1 Syntax Error: Unexpected character: \".\"."},
      {"a leading zero", "00", "1:2 Syntax Error: Invalid number, unexpected digit after 0: \"0\"."},
      {"no digits", "-", "1:2 Syntax Error: Invalid number, expected digit but got: <EOF>."},
      {"an open string", "\"a\nb\"", "1:3 Syntax Error: Unterminated string."},
      {"an open block string", "\"\"\"a\nb\"\"", "2:4 Syntax Error: Unterminated string."},
      {"a wrong escape", "\"\\x\"", "1:2 Syntax Error: Invalid character escape sequence: \"\\x\"."},
      {"an escape at the end", "\"\\", "1:2 Syntax Error: Invalid character escape sequence: \"\\\"."},
      {"half a pair", "\"\\uD800\\u0041\"", "1:2 Syntax Error: Invalid Unicode escape sequence: \"\\uD800\"."},
      {"past the last character", "\"\\u{110000}\"",
       "1:2 Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\"."},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(lex(r.text) == r.expected);
  }
}

TEST_CASE("bytes that are not UTF-8 never reach a message") {
  for (const std::string bad : {"\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xed\xa0\x80",
                                "\xf5\x80\x80\x80", "\xe2\x82", "\x80"}) {
    CHECK(lex(bad) == "1:1 Syntax Error: Unexpected character: a byte that is not UTF-8.");
    CHECK(lex("\"" + bad + "\"") == "1:2 Syntax Error: Invalid character within String: a byte that is not UTF-8.");
    CHECK(lex("\"\"\"" + bad) == "1:4 Syntax Error: Invalid character within String: a byte that is not UTF-8.");
    CHECK(lex("#" + bad) == "1:2 Syntax Error: Unexpected character: a byte that is not UTF-8.");
    CHECK(lex("\"\\u{" + bad).find("Invalid Unicode escape sequence: \"\\u{\".") != std::string::npos);
  }
}
