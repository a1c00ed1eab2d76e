#include "canary/api/graphql/execute.hpp"
#include "canary/api/graphql/parser.hpp"
#include "canary/api/graphql/validate.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace canary;
using namespace canary::api::graphql;

namespace {

// A node of a tree whose every field may fail or be null, by what its name says.
struct node {
  int depth = 0;
};

resolver child(int count) {
  return [count](const std::any& source, const call&) -> result<answer> {
    const int depth = source.has_value() ? std::any_cast<const node&>(source).depth : 0;
    if (count == 0) return answer::object(node{depth + 1});
    answer::list out;
    for (int i = 0; i < count; ++i) out.push_back(answer::object(node{depth + 1}));
    return answer::of(std::move(out));
  };
}

resolver gives(boost::json::value v) {
  return [v](const std::any&, const call&) -> result<answer> { return v.is_null() ? answer() : answer::leaf(v); };
}

resolver fails(const std::string& why) {
  return [why](const std::any&, const call&) -> result<answer> { return error{why}; };
}

struct tree_types {
  schema types{""};

  tree_types() {
    named_type& query = types.add({.kind = type_kind::object, .name = "Query", .description = "", .fields = {}});
    const type_ref text = types.type("String"), self = query;
    const resolver holes = [](const std::any&, const call&) -> result<answer> {
      answer::list out(3);
      out[0] = answer::leaf("a");
      out[2] = answer::leaf("c");
      return answer::of(std::move(out));
    };
    const resolver echo = [](const std::any&, const call& c) -> result<answer> {
      return answer::leaf(boost::json::value(boost::json::serialize(c.arguments)));
    };
    query.fields = {
        {"one", "", self, {}, child(0)},
        {"sure", "", non_null(self), {}, child(0)},
        {"many", "", list_of(self), {}, child(2)},
        {"manySure", "", list_of(non_null(self)), {}, child(2)},
        {"text", "", text, {}, gives("t")},
        {"none", "", text, {}, gives(nullptr)},
        {"noneSure", "", non_null(text), {}, gives(nullptr)},
        {"broken", "", text, {}, fails("it broke")},
        {"brokenSure", "", non_null(text), {}, fails("it broke")},
        {"holes", "", list_of(text), {}, holes},
        {"holesSure", "", list_of(non_null(text)), {}, holes},
        {"wholeSure", "", non_null(list_of(non_null(text))), {}, holes},
        {"echo",
         "",
         text,
         {{"list", "", list_of(list_of(non_null(types.type("Int"))))},
          {"kind", "", types.type("__TypeKind")},
          {"real", "", types.type("Float"), boost::json::value(0.5)}},
         echo},
    };
  }
};

std::string answer_of(std::string_view query, const boost::json::object& variables = {}, const limits& within = {}) {
  static const tree_types tree;
  const auto doc = parse(query, within);
  REQUIRE(doc.has_value());
  const auto errors = validate(tree.types, *doc, within);
  if (!errors.empty()) return errors[0].message;
  return boost::json::serialize(execute(tree.types, *doc, "", variables, std::any(), within).body);
}

std::string data_and_paths(std::string_view query) {
  const boost::json::object body = boost::json::parse(answer_of(query)).as_object();
  std::string out = boost::json::serialize(body.at("data"));
  if (const auto* errors = body.if_contains("errors"))
    for (const auto& e : errors->as_array()) out += ' ' + boost::json::serialize(e.as_object().at("path"));
  return out;
}

}  // namespace

TEST_CASE("null goes up to the nearest place that may be null, and the error tells where it arose") {
  struct row {
    const char *name, *query, *expected;
  };
  const row rows[] = {
      {"nothing wrong", "{ text one { none } }", R"({"text":"t","one":{"none":null}})"},
      {"an error stays where null may be", "{ text broken }", R"({"text":"t","broken":null} ["broken"])"},
      {"up to the parent", "{ text one { text brokenSure } }", R"({"text":"t","one":null} ["one","brokenSure"])"},
      {"up through a parent that may not be null", "{ one { sure { sure { noneSure } } } text }",
       R"({"one":null,"text":"t"} ["one","sure","sure","noneSure"])"},
      {"up to the root", "{ text sure { noneSure } }", R"(null ["sure","noneSure"])"},
      {"at the root", "{ text brokenSure }", R"(null ["brokenSure"])"},
      {"an item of a list", "{ many { noneSure } }",
       R"({"many":[null,null]} ["many",0,"noneSure"] ["many",1,"noneSure"])"},
      {"a list whose items may not be null", "{ manySure { text noneSure } text }",
       R"({"manySure":null,"text":"t"} ["manySure",0,"noneSure"])"},
      {"null among leaves", "{ holes }", R"({"holes":["a",null,"c"]})"},
      {"null among leaves that may not be", "{ one { holesSure } }",
       R"({"one":{"holesSure":null}} ["one","holesSure",1])"},
      {"null among leaves, all the way up", "{ one { wholeSure } }", R"({"one":null} ["one","wholeSure",1])"},
      {"aliases are the path", "{ a: many { b: broken } }", R"({"a":[{"b":null},{"b":null}]} ["a",0,"b"] ["a",1,"b"])"},
      {"errors before a null that goes up stay", "{ one { broken noneSure } }",
       R"({"one":null} ["one","broken"] ["one","noneSure"])"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(data_and_paths(r.query) == r.expected);
  }
}

TEST_CASE("fields are collected through fragments, directives and aliases, in the order they are first named") {
  struct row {
    const char *name, *query, *expected;
  };
  const row rows[] = {
      {"merged", "{ one { text } text one { none } }", R"({"one":{"text":"t","none":null},"text":"t"})"},
      {"fragments", "{ ...F text ... { b: text } } fragment F on Query { a: text ...G } fragment G on Query { none }",
       R"({"a":"t","none":null,"text":"t","b":"t"})"},
      {"skipped",
       "{ a: text @skip(if: true) b: text @include(if: true) c: text @include(if: false) d: text @skip(if: false) }",
       R"({"b":"t","d":"t"})"},
      {"skipped fragments", "{ ...F @skip(if: true) ... @include(if: false) { none } } fragment F on Query { text }",
       "{}"},
      {"__typename", "{ __typename a: __typename one { __typename } }",
       R"({"__typename":"Query","a":"Query","one":{"__typename":"Query"}})"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(data_and_paths(r.query) == r.expected);
  }
}

TEST_CASE("an error has every place where its field stands") {
  CHECK(
      answer_of("{ one { broken }\n  one { broken } }") ==
      R"({"errors":[{"message":"it broke","locations":[{"line":1,"column":9},{"line":2,"column":9}],"path":["one","broken"]}],)"
      R"("data":{"one":{"broken":null}}})");
  CHECK(answer_of("{ noneSure }") ==
        R"({"errors":[{"message":"Cannot return null for non-nullable field Query.noneSure.",)"
        R"("locations":[{"line":1,"column":3}],"path":["noneSure"]}],"data":null})");
}

TEST_CASE("arguments are coerced to their types") {
  struct row {
    const char *name, *query;
    boost::json::object variables;
    const char* expected;
  };
  const row rows[] = {
      {"defaults", "{ echo }", {}, R"({"real":5E-1})"},
      {"one for a list of lists", "{ echo(list: 1) }", {}, R"({"list":[[1]],"real":5E-1})"},
      {"a list of one for each", "{ echo(list: [[1, 2], 3, null]) }", {}, R"({"list":[[1,2],[3],null],"real":5E-1})"},
      {"whole number for a Float", "{ echo(real: 2) }", {}, R"({"real":2E0})"},
      {"an enum", "{ echo(kind: LIST, real: null) }", {}, R"({"kind":"LIST","real":null})"},
      {"variables",
       "query ($k: __TypeKind!, $l: [[Int!]]) { echo(kind: $k, list: $l) }",
       {{"k", "ENUM"}, {"l", 4}},
       R"({"list":[[4]],"kind":"ENUM","real":5E-1})"},
      {"a variable in a list", "query ($i: Int! = 7) { echo(list: [[$i]]) }", {}, R"({"list":[[7]],"real":5E-1})"},
      {"a variable not given", "query ($k: __TypeKind) { echo(kind: $k) }", {}, R"({"real":5E-1})"},
      {"a list's variable not given", "query ($l: [Int!]) { echo(list: [$l]) }", {}, R"({"list":[null],"real":5E-1})"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    const auto body = boost::json::parse(answer_of(r.query, r.variables)).as_object();
    CHECK(body.at("data").at("echo").as_string() == r.expected);
  }
}

TEST_CASE("a variable that does not fit refuses the request, and says what is wrong with it") {
  struct row {
    const char *name, *type;
    boost::json::value given;
    const char* expected;
  };
  const row rows[] = {
      {"a wrong item", "[[Int!]]", boost::json::array{boost::json::array{1, "x"}},
       R"(got invalid value "x" at "v[0][1]"; Int cannot represent non-integer value: "x")"},
      {"null in a list", "[[Int!]]", boost::json::array{boost::json::array{nullptr}},
       R"(got invalid value null at "v[0][0]"; Expected non-nullable type "Int!" not to be null.)"},
      {"null", "[[Int!]]!", nullptr, R"(of non-null type "[[Int!]]!" must not be null.)"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    const std::string said = answer_of("query ($v: " + std::string(r.type) + ") { echo(list: $v) }", {{"v", r.given}});
    const auto body = boost::json::parse(said).as_object();
    CHECK(!body.contains("data"));
    CHECK(body.at("errors").as_array().size() == 1);
    CHECK(body.at("errors").at(0).at("message").as_string() == "Variable \"$v\" " + std::string(r.expected));
  }
  boost::json::array wrong(500, "x");
  const auto body = boost::json::parse(answer_of("query ($v: [[Int!]]) { echo(list: $v) }", {{"v", wrong}}));
  CHECK(body.at("errors").as_array().size() == 101);
}

TEST_CASE("a query that costs too much ends with one error and no data") {
  limits within;
  within.max_cost = 20;
  CHECK(answer_of("{ many { many { text } } }", {}, within) ==
        R"({"data":{"many":[{"many":[{"text":"t"},{"text":"t"}]},)"
        R"({"many":[{"text":"t"},{"text":"t"}]}]}})");
  const auto body = boost::json::parse(answer_of("{ many { many { many { text } } } }", {}, within));
  CHECK(body.at("data").is_null());
  REQUIRE(body.at("errors").as_array().size() == 1);
  CHECK(body.at("errors").at(0).at("message").as_string().find("costs more than 20") != std::string::npos);
}

TEST_CASE("a large response pauses as it grows, and what the pause throws ends it") {
  limits within;
  int pauses = 0;
  within.pause = [&] { ++pauses; };
  std::string query;
  for (int i = 0; i < 10; ++i) query += "{ many ";
  answer_of(query + "{ text }" + std::string(10, '}'), {}, within);
  CHECK(pauses > 5);
  CHECK(pauses < 20);
  struct stop {};
  within.pause = [] { throw stop{}; };
  CHECK_THROWS_AS(answer_of(query + "{ text }" + std::string(10, '}'), {}, within), stop);
}
