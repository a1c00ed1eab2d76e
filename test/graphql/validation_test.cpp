#include "canary/api/graphql/canary_schema.hpp"
#include "canary/api/graphql/parser.hpp"
#include "canary/api/graphql/validate.hpp"

#include "support/catch.hpp"

using namespace canary::api::graphql;

namespace {

// '1:3 4:5 What is wrong.', one a line.
std::string faults(std::string_view text, const limits& within = {}) {
  const auto doc = parse(text, within);
  if (!doc) return doc.error().message;
  std::string out;
  for (const query_error& e : validate(canary_schema(), *doc, within)) {
    for (const auto& l : e.locations) out += std::to_string(l.line) + ':' + std::to_string(l.column) + ' ';
    out += e.message + '\n';
  }
  return out;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

// 'a0 a1 a2 …', each made of `before` and `after` its number.
std::string numbered(std::string_view before, std::string_view after, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += std::string(before) + std::to_string(i) + std::string(after) + ' ';
  return out;
}

}  // namespace

TEST_CASE("each rule finds what it is for") {
  struct row {
    const char *name, *text, *expected;
  };
  const row rows[] = {
      {"nothing wrong", "query ($f: Int) { tests(first: $f) { ...F } } fragment F on TestInstance { id }", ""},
      {"unknown field", "{ tests { nam } }",
       "1:11 Cannot query field \"nam\" on type \"TestInstance\". Did you mean \"name\"?\n"},
      {"leaf with a selection", "{ tests { id { a } } }",
       "1:14 Field \"id\" must not have a selection since type \"ID!\" has no subfields.\n"},
      {"object without one", "{ tests }",
       "1:3 Field \"tests\" of type \"[TestInstance!]!\" must have a selection of subfields. Did you mean \"tests { "
       "... "
       "}\"?\n"},
      {"unknown argument", "{ tests(frst: 1) { id } }",
       "1:9 Unknown argument \"frst\" on field \"Query.tests\". Did you mean \"first\"?\n"},
      {"required argument", "{ test { id } }",
       "1:3 Field \"test\" argument \"id\" of type \"String!\" is required, but it was not provided.\n"},
      {"argument twice", "{ tests(first: 1, first: 2) { id } }",
       "1:9 1:19 There can be only one argument named \"first\".\n"},
      {"literal of a wrong type", "{ tests(first: \"1\") { id } }",
       "1:16 Int cannot represent non-integer value: \"1\"\n"},
      {"object's field twice", "{ tests(name: {a: 1, a: 2}) { id } }",
       "1:15 String cannot represent a non string value: {a: 1, a: 2}\n"
       "1:16 1:22 There can be only one input field named \"a\".\n"},
      {"null for a required argument", "{ test(id: null) { id } }",
       "1:12 Expected value of type \"String!\", found null.\n"},
      {"unknown type", "query ($a: Strng) { tests(name: $a) { id } }",
       "1:12 Unknown type \"Strng\". Did you mean \"String\"?\n"},
      {"output type", "query ($a: [Query]) { tests(first: $a) { id } }",
       "1:12 Variable \"$a\" cannot be non-input type \"[Query]\".\n"
       "1:8 1:36 Variable \"$a\" of type \"[Query]\" used in position expecting type \"Int\".\n"},
      {"undefined variable", "query Q { tests(first: $a) { id } }",
       "1:24 1:1 Variable \"$a\" is not defined by operation \"Q\".\n"},
      {"unused variable", "query ($a: Int) { tests { id } }", "1:8 Variable \"$a\" is never used.\n"},
      {"variable twice", "query ($a: Int, $a: Int) { tests(first: $a) { id } }",
       "1:9 1:18 There can be only one variable named \"$a\".\n"},
      {"variable in the wrong place", "query ($a: Int) { test(id: $a) { id } }",
       "1:8 1:28 Variable \"$a\" of type \"Int\" used in position expecting type \"String!\".\n"},
      {"variable that may be null in a place that may not", "query ($a: String) { test(id: $a) { id } }",
       "1:8 1:31 Variable \"$a\" of type \"String\" used in position expecting type \"String!\".\n"},
      {"unknown fragment", "{ ...F }", "1:6 Unknown fragment \"F\".\n"},
      {"unused fragment", "{ __typename } fragment F on Query { __typename }", "1:16 Fragment \"F\" is never used.\n"},
      {"fragment twice", "{ ...F } fragment F on Query { a: __typename } fragment F on Query { __typename }",
       "1:19 1:57 There can be only one fragment named \"F\".\n"},
      {"fragment on a leaf", "{ ...F } fragment F on Time { x }",
       "1:24 Fragment \"F\" cannot condition on non composite type \"Time\".\n"},
      {"fragment that cannot apply", "{ ... on TestInstance { id } }",
       "1:3 Fragment cannot be spread here as objects of type \"Query\" can never be of type \"TestInstance\".\n"},
      {"fragment cycle", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
       "1:32 1:61 Cannot spread fragment \"A\" within itself via \"B\".\n"},
      {"unknown directive", "{ __typename @x }", "1:14 Unknown directive \"@x\".\n"},
      {"misplaced directive", "query @skip(if: true) { __typename }",
       "1:7 Directive \"@skip\" may not be used on QUERY.\n"},
      {"directive twice", "{ __typename @skip(if: true) @skip(if: true) }",
       "1:14 1:30 The directive \"@skip\" can only be used once at this location.\n"},
      {"directive without its argument", "{ __typename @skip }",
       "1:14 Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.\n"},
      {"operation name twice", "query A { __typename } query A { __typename }",
       "1:7 1:30 There can be only one operation named \"A\".\n"},
      {"anonymous operation among others", "{ __typename } query A { __typename }",
       "1:1 This anonymous operation must be the only defined operation.\n"},
      {"conflicting fields", "{ tests { x: id } tests { x: name } }",
       "1:3 1:11 1:19 1:27 Fields \"tests\" conflict because subfields \"x\" conflict because \"id\" and \"name\" are "
       "different "
       "fields. Use different aliases on the fields to fetch both if this was intentional.\n"},
      {"conflicting arguments", "{ tests { id } ... { tests(first: 1) { id } } }",
       "1:3 1:22 Fields \"tests\" conflict because they have differing arguments. Use different aliases on the fields "
       "to "
       "fetch both if this was intentional.\n"},
      {"conflicting fragments",
       "{ ...F ...G } fragment F on Query { x: tests { id } } fragment G on Query { ...H } "
       "fragment H on Query { x: ongoingTests { id } }",
       "1:37 1:106 Fields \"x\" conflict because \"tests\" and \"ongoingTests\" are different fields. Use different "
       "aliases on the fields to fetch both if this was intentional.\n"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(faults(r.text) == r.expected);
  }
}

TEST_CASE("fragments count towards depth, and no chain of them uses up the stack") {
  const std::string deep = "Document is nested more than 32 levels deep.\n";
  const auto chain = [](int links) {
    std::string out = "{...f0} ";
    for (int i = 0; i < links; ++i)
      out += "fragment f" + std::to_string(i) + " on Query{" +
             (i + 1 < links ? "...f" + std::to_string(i + 1) : "__typename") + "}";
    return out;
  };
  CHECK(faults(chain(31)) == "");
  CHECK(faults(chain(32)).find(deep) != std::string::npos);
  CHECK(faults(chain(400)).find(deep) != std::string::npos);
  // Each is shallow by itself.
  const std::string ten = repeat("...{", 10) + "%" + repeat("}", 10);
  const auto with = [&](std::string inside) { return std::string(ten).replace(ten.find('%'), 1, inside); };
  const std::string doc = "{" + with("...A") + "} fragment A on Query {" + with("...B") + "} fragment B on Query {" +
                          with("...C") + "} fragment C on Query { __typename }";
  CHECK(faults(doc).find(deep) != std::string::npos);
}

TEST_CASE("a cycle of many fragments is refused") {
  std::string doc = "{...f0} ";
  for (int i = 0; i < 20; ++i)
    doc += "fragment f" + std::to_string(i) + " on Query{...f" + std::to_string((i + 1) % 20) + "}";
  CHECK(faults(doc).find("Cannot spread fragment \"f0\" within itself via \"f1\", \"f2\"") != std::string::npos);
}

TEST_CASE("work that grows faster than the query is cut short") {
  const std::string aborted = "The query takes too long to validate. Validation aborted.\n";
  limits within;
  SECTION("many fields of one name") {
    CHECK(faults("{" + repeat("__typename ", 200) + "}").empty());
    CHECK(faults("{" + repeat("__typename ", 3000) + "}") == aborted);
  }
  SECTION("many fragments, compared in pairs") {
    const auto doc = [](int fragments) {
      return "{ tests {" + numbered("...f", "", fragments) + "} }" +
             numbered("fragment f", " on TestInstance {" + repeat("id name status pass ", 10) + "}", fragments);
    };
    CHECK(faults(doc(3)).empty());
    CHECK(faults(doc(40)) == aborted);
  }
  SECTION("many operations that share many variables") {
    const std::string doc =
        numbered("query q", "{...F}", 300) + "fragment F on Query {" + numbered("a", ":tests(first:$v){id}", 200) + "}";
    CHECK(faults(doc).find("aborted") != std::string::npos);
  }
}

TEST_CASE("so many errors are told, and no more") {
  const std::string said = faults("{" + numbered("nope", "", 500) + "}");
  CHECK(std::count(said.begin(), said.end(), '\n') == 101);
  CHECK(said.ends_with("Too many validation errors, error limit reached. Validation aborted.\n"));
}
