#include "canary/config/test_definition.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

using namespace canary;
using namespace canary::config;
using namespace std::chrono_literals;

namespace {

boost::json::object object(std::string_view json) { return boost::json::parse(json).as_object(); }

constexpr std::uint64_t memory = 64u << 20;

}  // namespace

TEST_CASE("each key of a definition is read, over the defaults") {
  const auto defined =
      define_test(object(R"({"name":"a","timeout":"2s","paused":false,"memory_limit":"1GiB"})"),
                  object(R"({"frequency":"1m","timeout":"1s","paused":true,"concurrency":"allow"})"), memory);
  REQUIRE(defined.has_value());
  CHECK(defined->name == "a");
  CHECK(defined->frequency == 1min);
  CHECK(defined->timeout == 2s);
  CHECK(!defined->paused);
  CHECK(to_string(defined->concurrency) == "allow");
  CHECK(defined->memory_limit == 1u << 30);
}

TEST_CASE("null is as if nothing was said") {
  const auto defined = define_test(
      object(R"({"name":"a","frequency":"1m","timeout":null,"paused":null,"concurrency":null,"memory_limit":null})"),
      object(R"({"timeout":"7s","paused":true,"concurrency":null})"), memory);
  REQUIRE(defined.has_value());
  CHECK(defined->timeout == 7s);
  CHECK(defined->paused);
  CHECK(to_string(defined->concurrency) == "forbid");
  CHECK(defined->memory_limit == memory);
}

TEST_CASE("labels of a test go over those of the defaults") {
  const auto defined = define_test(
      object(
          R"({"name":"a","frequency":"1m","timeout":"1s","labels":{"tier":"1","region":"","team":null,"b":"x=\"y\""}})"),
      object(R"({"labels":{"tier":"3","region":"eu","team":"shop"}})"), memory);
  REQUIRE(defined.has_value());
  CHECK(defined->labels == label_map{{"tier", "1"}, {"team", "shop"}, {"b", "x=\"y\""}});
}

TEST_CASE("what is for people is kept as it is written") {
  const auto defined =
      define_test(object(R"({"name":"a","frequency":"1m","timeout":"1s","description":"Whether \u00e4ll can log in",
                             "runbook":"https://wiki.example/login?x=1#top"})"),
                  object(R"({"owner":"shop team","runbook":"http://localhost"})"), memory);
  REQUIRE(defined.has_value());
  CHECK(defined->description == "Whether \u00e4ll can log in");
  CHECK(defined->owner == "shop team");
  CHECK(defined->runbook == "https://wiki.example/login?x=1#top");
}

TEST_CASE("labels and what is for people are bounded") {
  const std::string n64(64, 'n');
  const auto text = [](const char* begin, std::size_t size) {
    std::string out = begin;
    return boost::json::value(boost::json::string(out.append(size - out.size(), 'x')));
  };
  boost::json::object twenty;
  for (int i = 0; i < 20; ++i) twenty["l" + std::to_string(i)] = "1";
  auto more = twenty;
  more["l20"] = "1";
  const struct {
    const char *title, *key;
    boost::json::value value;
    bool good;
  } rows[] = {{"20 labels", "labels", twenty, true},
              {"21 labels", "labels", more, false},
              {"a name of 64 bytes", "labels", {{n64, "1"}}, true},
              {"a name of 65 bytes", "labels", {{n64 + "n", "1"}}, false},
              {"a value of 200 bytes", "labels", {{"a", text("", 200)}}, true},
              {"a value of 201 bytes", "labels", {{"a", text("", 201)}}, false},
              {"a value with a newline", "labels", {{"a", "1\n2"}}, false},
              {"a label that is an object", "labels", {{"a", boost::json::object{}}}, false},
              {"an empty name", "labels", {{"", "1"}}, false},
              {"labels as text", "labels", "a=1", false},
              {"an owner of 200 bytes", "owner", text("", 200), true},
              {"an owner of 201 bytes", "owner", text("", 201), false},
              {"an owner with an escape", "owner", "\x1b[31m", false},
              {"a description of 2000 bytes", "description", text("", 2000), true},
              {"a description of 2001 bytes", "description", text("", 2001), false},
              {"a description that is a number", "description", 1, false},
              {"a runbook of 500 bytes", "runbook", text("http://h/", 500), true},
              {"a runbook of 501 bytes", "runbook", text("http://h/", 501), false},
              {"no runbook", "runbook", "", true},
              {"a runbook without scheme", "runbook", "wiki.example/login", false},
              {"a runbook of another scheme", "runbook", "ftp://wiki.example/", false},
              {"a runbook without host", "runbook", "https:///login", false},
              {"a runbook of a scheme alone", "runbook", "https://", false},
              {"a runbook with a space", "runbook", "https://wiki.example/log in", false},
              {"a runbook with a quote", "runbook", "https://wiki.example/\"", false}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    boost::json::object o = object(R"({"name":"a","frequency":"1m","timeout":"1s"})");
    o[r.key] = r.value;
    CHECK(define_test(o, {}, memory).has_value() == r.good);
    CHECK(check_defaults({{r.key, r.value}}).empty() == r.good);
  }
}

TEST_CASE("the edges of what may be are in it") {
  const struct {
    const char* json;
    bool good;
  } rows[] = {{R"({"name":"a","frequency":"10ms","timeout":"1ms"})", true},
              {R"({"name":"a","frequency":"9.999ms","timeout":"1ms"})", false},
              {R"({"name":"a","frequency":"10ms","timeout":"999us"})", false},
              {R"({"name":"a","frequency":"8784h","timeout":"8784h"})", true},
              {R"({"name":"a","frequency":"8784h1ns","timeout":"1s"})", false},
              {R"({"name":"a","frequency":"1s","timeout":"8784h1ns"})", false},
              {R"({"name":"a","frequency":"1s","timeout":"10s"})", true},
              {R"({"name":"a","frequency":"1s","timeout":"1s","memory_limit":"1MiB"})", true},
              {R"({"name":"a","frequency":"1s","timeout":"1s","memory_limit":"1048575B"})", false},
              {R"({"name":"a","frequency":"1s","timeout":"1s","memory_limit":"4GiB"})", true},
              {R"({"name":"a","frequency":"1s","timeout":"1s","memory_limit":"4294967297B"})", false}};
  for (const auto& r : rows) {
    CAPTURE(r.json);
    CHECK(define_test(object(r.json), {}, memory).has_value() == r.good);
  }
}

TEST_CASE("a name is what an address and a terminal can show") {
  const struct {
    const char* title;
    std::string name;
    bool good;
  } rows[] = {{"plain", "login", true},
              {"spaces and slashes", "shop / log in?", true},
              {"beyond ASCII", "\u00e4\u20ac\U0001f426", true},
              {"a word of the language", "constructor", true},
              {"three dots", "...", true},
              {"200 bytes", std::string(200, 'n'), true},
              {"201 bytes", std::string(201, 'n'), false},
              {"empty", "", false},
              {"one dot", ".", false},
              {"two dots", "..", false},
              {"a tab", "a\tb", false},
              {"a nul", std::string("a\0b", 3), false},
              {"a newline", "a\n", false},
              {"an escape", "\x1b[31m", false},
              {"a delete", "a\x7f", false},
              {"a control character beyond ASCII", "a\u009bb", false}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    boost::json::object o = object(R"({"frequency":"1m","timeout":"1s"})");
    o["name"] = r.name;
    CHECK(define_test(o, {}, memory).has_value() == r.good);
  }
}

TEST_CASE("a refusal names the word that is wrong") {
  const struct {
    const char *json, *near, *part;
  } rows[] = {
      {R"({"name":"a","frequency":"1m","timeout":"1s","Paused":true})", "Paused", "did you mean 'paused'?"},
      {R"({"name":"a","frequency":"1m","timeout":"1s","time_out":"1s"})", "time_out", "did you mean 'timeout'?"},
      {R"({"name":"a","frequency":"1m","timeout":"1s","":1})", "", "has no key ''"},
      {R"({"name":"a","frequency":"often","timeout":"1s"})", "often", "frequency: 'often' is not a duration"},
      {R"({"name":"a","frequency":"1m","timeout":["1s"]})", "timeout", "not an array"},
      {R"({"name":"a","frequency":"1m","timeout":{"s":1}})", "timeout", "not an object"},
      {R"({"name":"a","frequency":"1m","timeout":1.5})", "timeout", "not a number"},
      {R"({"name":"a","frequency":"1m","timeout":false})", "timeout", "not false"},
      {R"({"name":"a","frequency":"1m","timeout":"1s","concurrency":"Forbid"})", "Forbid", "not 'Forbid'"},
      {R"({"name":"a","frequency":"1m","timeout":"1s","paused":0})", "paused", "not a number"},
      {R"({"name":["a"],"frequency":"1m","timeout":"1s"})", "name", "not an array"},
      {R"({"frequency":"1m","timeout":"1s"})", "", "a test needs a name"},
      {R"({"name":"a b","timeout":"1s"})", "a b", "'a b' needs a frequency"}};
  for (const auto& r : rows) {
    CAPTURE(r.json);
    const auto defined = define_test(object(r.json), {}, memory);
    REQUIRE(!defined);
    CAPTURE(defined.error().message);
    CHECK(defined.error().near == r.near);
    CHECK(defined.error().message.find(r.part) != std::string::npos);
  }
}

TEST_CASE("defaults are refused before any test has them") {
  const struct {
    const char *json, *part;
  } rows[] = {{R"({"name":"a"})", "cannot hold a name"},
              {R"({"frequency":"never"})", "frequency: 'never' is not a duration"},
              {R"({"jitters":"1s"})", "defaults has no key 'jitters'"},
              {R"({"paused":"no"})", "paused must be true or false"}};
  for (const auto& r : rows) {
    CAPTURE(r.json);
    const auto checked = check_defaults(object(r.json));
    REQUIRE(checked.size() == 1);
    CAPTURE(checked[0].message);
    CHECK(checked[0].message.find(r.part) != std::string::npos);
  }
  CHECK(check_defaults(object(R"({"name":"a","frequency":"never","jitters":"1s"})")).size() == 3);
  CHECK(check_defaults({}).empty());
  CHECK(check_defaults(
            object(R"({"frequency":"1m","timeout":"1s","concurrency":"allow","paused":true,"memory_limit":"1MiB"})"))
            .empty());
}
