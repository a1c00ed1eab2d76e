#include "command/env_file.hpp"

#include "support/catch.hpp"

using namespace canary::command;

TEST_CASE("a file of variables is read as people write it") {
  const struct {
    const char* text;
    variables read;
  } rows[] = {{"", {}},
              {"\n  \n# a comment\n\t# another\n", {}},
              {"A=1\nB=two words \nC=", {{"A", "1"}, {"B", "two words"}, {"C", ""}}},
              {"export A=1\n export\tB = 2\nexport=3", {{"A", "1"}, {"B", "2"}, {"export", "3"}}},
              {"A=1\r\nB=\"2\"\r\n", {{"A", "1"}, {"B", "2"}}},
              {"A=x # said\nB=x#y\nC=#z\nD= \t# none", {{"A", "x"}, {"B", "x#y"}, {"C", ""}, {"D", ""}}},
              {"A='a\"b\\n$C # d' # e", {{"A", "a\"b\\n$C # d"}}},
              {"A=\"a'b\\n\\t\\\\\\\"\\$\\q\"", {{"A", "a'b\n\t\\\"$\\q"}}},
              {"A='one\ntwo'\nB=\"three\nfour\"", {{"A", "one\ntwo"}, {"B", "three\nfour"}}},
              {"A=1\nA=2", {{"A", "2"}}},
              {"A=$HOME", {{"A", "$HOME"}}},
              {"A=b=c", {{"A", "b=c"}}},
              {"\xef\xbb\xbf_a9=é", {{"_a9", "é"}}}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto read = parse_env_file(r.text, "x.env");
    REQUIRE(read.has_value());
    CHECK(*read == r.read);
  }
}

TEST_CASE("what is wrong with a file of variables is told with its line, and without what may be a secret") {
  const struct {
    std::string text;
    const char* says;
  } rows[] = {{"A=1\n\nB", "x.env:3: NAME=value is wanted; a name is of letters, digits and _"},
              {"1A=2", "x.env:1: NAME=value is wanted; a name is of letters, digits and _"},
              {"API_KEY: s3cret", "x.env:1: NAME=value is wanted; a name is of letters, digits and _"},
              {"A-B=2", "x.env:1: NAME=value is wanted; a name is of letters, digits and _"},
              {"=2\x1b", "x.env:1: NAME=value is wanted; a name is of letters, digits and _"},
              {"export", "x.env:1: NAME=value is wanted; a name is of letters, digits and _"},
              {"A='x\ny\n\nB=1", "x.env:1: the quote ' that begins here has no end"},
              {"\nA=\"x\\\"", "x.env:2: the quote \" that begins here has no end"},
              {"A='x\ny' z\n", "x.env:2: nothing but a comment may follow the value"},
              {std::string("A=x\0y", 5), "x.env:1: a value has no NUL byte"}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto read = parse_env_file(r.text, "x.env");
    REQUIRE(!read.has_value());
    CHECK(read.error().message == r.says);
  }
}
