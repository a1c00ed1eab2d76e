// Percent-encoding, UTF-8 and JSON text: pure tables.

#include "canary/api/json_text.hpp"
#include "canary/api/percent.hpp"
#include "canary/api/problem.hpp"
#include "canary/api/request_target.hpp"
#include "canary/core/utf8.hpp"

#include "support/catch.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <limits>

using namespace canary;
using namespace canary::api;
using namespace std::string_literals;
using std::nullopt;

TEST_CASE("percent-encoding is undone, and what is broken is refused") {
  struct row {
    std::string_view text;
    std::optional<std::string> in_path, in_query;
  };
  const row rows[] = {
      {"", "", ""},
      {"plain", "plain", "plain"},
      {"a%20b%2Fc", "a b/c", "a b/c"},
      {"a+b%2Bc", "a+b+c", "a b+c"},
      {"%c3%A4", "\xC3\xA4", "\xC3\xA4"},
      {"%", nullopt, nullopt},
      {"%4", nullopt, nullopt},
      {"%4g", nullopt, nullopt},
      {"%%41", nullopt, nullopt},
      {"%00", nullopt, nullopt},
      {"%ff", nullopt, nullopt},
      {"%c0%af", nullopt, nullopt},
      {"%ed%a0%80", nullopt, nullopt},
  };
  for (const auto& r : rows) {
    CAPTURE(r.text);
    CHECK(percent_decode(r.text) == r.in_path);
    CHECK(percent_decode(r.text, plus::space) == r.in_query);
  }
}

TEST_CASE("what is percent-encoded is one segment or one value, and decodes to itself") {
  CHECK(percent_encode("front page/é?") == "front%20page%2F%C3%A9%3F");
  CHECK(percent_encode("a-b_c.d~9") == "a-b_c.d~9");
  for (const std::string text : {"a+b&c=d#e", "%41", "100 %", "𝒳"}) {
    CAPTURE(text);
    CHECK(percent_decode(percent_encode(text), plus::space) == text);
  }
}

TEST_CASE("UTF-8 is told from what is not") {
  const std::pair<std::string, bool> rows[] = {
      {"", true},
      {"a\x7F", true},
      {"\xC2\x80\xDF\xBF", true},
      {"\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF", true},
      {"\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", true},
      {"\x80", false},
      {"\xC1\xBF", false},
      {"\xC2", false},
      {"\xC2"
       "a",
       false},
      {"\xE0\x9F\xBF", false},
      {"\xED\xA0\x80", false},
      {"\xE2\x82", false},
      {"\xF0\x8F\xBF\xBF", false},
      {"\xF4\x90\x80\x80", false},
      {"\xF5\x80\x80\x80", false},
      {"\xFF", false},
  };
  for (const auto& [text, valid] : rows) {
    CAPTURE(boost::json::serialize(boost::json::value(text)));
    CHECK(valid_utf8(text) == valid);
  }
}

TEST_CASE("strings become valid JSON, whatever they hold") {
  const std::pair<std::string, std::string> rows[] = {
      {"", R"("")"},
      {"say \"hi\" \\ \n\r\t", R"("say \"hi\" \\ \n\r\t")"},
      {"\x01\x1F\x7F"s + "\0"s, R"("\u0001\u001f\u007f\u0000")"},
      {"\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x8E\x89", "\"\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x8E\x89\""},
      {"\xED\xA0\xBC\xED\xBE\x89", "\"\xF0\x9F\x8E\x89\""},            // U+1F389 as Duktape keeps it
      {"a\xED\xA0\xBC", "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},  // half of it
      {"a\xFF"
       "b",
       "\"a\xEF\xBF\xBD"
       "b\""},
  };
  for (const auto& [text, expected] : rows) {
    std::string out;
    append_json_string(out, text);
    CHECK(out == expected);
    CHECK_NOTHROW(boost::json::parse(out));
  }
}

TEST_CASE("numbers are written as people write them") {
  const std::pair<double, std::string> rows[] = {
      {0, "0"},
      {-0.5, "-0.5"},
      {12.5, "12.5"},
      {0.1, "0.1"},
      {1e6, "1000000"},
      {1e21, "1e+21"},
      {1e-9, "1e-09"},
      {2'147'483'648.25, "2147483648.25"},
      {std::numeric_limits<double>::infinity(), "null"},
      {std::numeric_limits<double>::quiet_NaN(), "null"},
  };
  for (const auto& [number, expected] : rows) {
    std::string out;
    append_json_number(out, number);
    CHECK(out == expected);
  }
}

TEST_CASE("a JSON value reads back as itself, in one piece or in many") {
  const auto value = boost::json::parse(
      R"({"null":null,"yes":true,"no":false,"int":-12,"uint":18446744073709551615,"double":0.25,"empty":[],"none":{},)"
      R"("list":[1,[2,{"a":"b\u0001"}],3],"ä":"€"})");
  std::string text;
  append_json(text, value);
  CHECK(boost::json::parse(text) == value);

  boost::json::array many;
  for (int i = 0; i < 20'000; ++i) many.push_back(value);
  body out;
  int pauses = 0;
  append_json(out, many, [&] { ++pauses; });
  std::string whole;
  for (const auto& piece : out.pieces()) {
    CHECK(piece.size() < 2 * body::piece_size);
    whole += piece;
  }
  CHECK(boost::json::parse(whole) == boost::json::value(many));
  CHECK(pauses > 1000);
}

TEST_CASE("a problem says what HTTP calls it") {
  CHECK(to_json({404, "there is no \"t\"", {}}) ==
        R"({"type":"about:blank","title":"Not Found","status":404,"detail":"there is no \"t\""})");
}

TEST_CASE("a request's target is taken apart") {
  struct row {
    std::string_view target, path, query, authority;
  };
  const row rows[] = {
      {"/", "/", "", ""},         {"/a/b?c=d?e", "/a/b", "c=d?e", ""},
      {"/?", "/", "", ""},        {"//a", "//a", "", ""},
      {"*", "*", "", ""},         {"http://h:1/a?b", "/a", "b", "h:1"},
      {"HTTP://h", "/", "", "h"}, {"http://h?q", "/", "q", "h"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.target);
    const auto t = parse_request_target(r.target);
    REQUIRE(t);
    CHECK(t->path == r.path);
    CHECK(t->query == r.query);
    CHECK(t->authority == r.authority);
  }
  for (const auto* wrong : {"", "a", "?a", "https://h/", "http://", "http:///a", "h:443", "/a#b", "**"}) {
    CAPTURE(wrong);
    CHECK(!parse_request_target(wrong));
  }
}

TEST_CASE("a path's parts are decoded one by one") {
  using parts = std::vector<std::string>;
  CHECK(path_segments("/") == parts{});
  CHECK(path_segments("/a%2Fb/c d/%41") == parts{"a/b", "c d", "A"});
  CHECK(path_segments("/a/") == parts{"a", ""});
  CHECK(path_segments("//a") == parts{"", "a"});
  CHECK(path_segments("/a/%") == nullopt);
}
