#include "canary/api/graphql/parser.hpp"

#include "canary/api/graphql/schema.hpp"

#include "support/catch.hpp"

using namespace canary::api::graphql;

namespace {

std::string fault(std::string_view text, const limits& within = {}) {
  const auto doc = parse(text, within);
  if (doc) return "no error";
  std::string at;
  for (const auto& l : doc.error().locations) at += std::to_string(l.line) + ':' + std::to_string(l.column) + ' ';
  return at + doc.error().message;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("an operation is read with all of its parts") {
  const auto doc = parse(
      "query Q($a: [Int!]! = [1, -2] @d, $b: T) @x(y: 1) {\n"
      "  alias: field(v: $a, e: RED, n: null, t: true, s: \"\"\"\n    block\"\"\", o: {k: 1.5}) @skip(if: $b) { leaf "
      "}\n"
      "  ...F @y\n  ... on T @z { in }\n  ... { bare }\n}\nfragment F on T { more }");
  REQUIRE(doc.has_value());
  REQUIRE(doc->operations.size() == 1);
  const ast::operation& op = doc->operations[0];
  CHECK(op.called->text == "Q");
  REQUIRE(op.variables.size() == 2);
  CHECK(op.variables[0].declared.named.text == "Int");
  CHECK(op.variables[0].declared.wraps ==
        (type_ref::non_null_code | type_ref::list_code << 2 | type_ref::non_null_code << 4));
  CHECK(op.variables[0].fallback->items.at(1).text == "-2");
  CHECK(op.variables[0].directives.at(0).called.text == "d");
  CHECK(op.variables[1].declared.wraps == 0);
  CHECK(op.directives.at(0).arguments.at(0).content.text == "1");

  REQUIRE(op.children.selections.size() == 4);
  const auto& field = std::get<ast::field>(op.children.selections[0].is);
  CHECK(field.at == ast::position{2, 3});
  CHECK(field.response_name() == "alias");
  CHECK(field.called.text == "field");
  REQUIRE(field.arguments.size() == 6);
  using kind_of = ast::value::kind_of;
  const kind_of kinds[] = {kind_of::variable, kind_of::enumeration, kind_of::null,
                           kind_of::boolean,  kind_of::string,      kind_of::object};
  for (std::size_t i = 0; i < 6; ++i) CHECK(field.arguments[i].content.kind == kinds[i]);
  CHECK(field.arguments[4].content.text == "block");
  CHECK(field.arguments[5].content.fields.at(0).content.kind == kind_of::floating);
  CHECK(field.children->selections.size() == 1);
  CHECK(std::get<ast::fragment_spread>(op.children.selections[1].is).called.text == "F");
  CHECK(std::get<ast::inline_fragment>(op.children.selections[2].is).condition->text == "T");
  CHECK(!std::get<ast::inline_fragment>(op.children.selections[3].is).condition);
  REQUIRE(doc->fragments.size() == 1);
  CHECK(doc->fragments[0].condition.text == "T");
  CHECK(doc->fragments[0].at == ast::position{8, 1});
}

TEST_CASE("syntax errors say what was expected, and where") {
  struct row {
    const char *name, *text, *expected;
  };
  const row rows[] = {
      {"nothing", "", "1:1 Syntax Error: Unexpected <EOF>."},
      {"an open brace", "{", "1:2 Syntax Error: Expected Name, found <EOF>."},
      {"an empty selection", "{ }", "1:3 Syntax Error: Expected Name, found \"}\"."},
      {"no name after a spread's on", "{ ... on }", "1:10 Syntax Error: Expected Name, found \"}\"."},
      {"a fragment called on", "fragment on on T { a }", "1:10 Syntax Error: Unexpected Name \"on\"."},
      {"a variable in a default", "query ($a: Int = $b) { a }",
       "1:18 Syntax Error: Unexpected variable \"$b\" in constant value."},
      {"a type's definition", "type T { a: Int }", "1:1 Syntax Error: Unexpected Name \"type\"."},
      {"a string with quotes", "{ a \"b\\\"c\" }", "1:5 Syntax Error: Expected Name, found String \"b\"c\"."},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    CHECK(fault(r.text) == r.expected);
  }
}

TEST_CASE("no nesting, however deep, uses up the stack") {
  const std::string deep = "Syntax Error: Document is nested more than 32 levels deep.";
  limits within;
  within.max_bytes = within.max_tokens = 10'000'000;
  for (const char* nested : {"{", "{a", "{a{", "{...{", "{a(b:[", "{a(b:{c:", "query($a:[", "{a(b:[{c:["}) {
    CAPTURE(nested);
    const std::string text(nested);
    const auto last = text.find_last_of("{[");
    const std::string whole = text.substr(0, last) + repeat(text.substr(last), 100'000);
    const std::string said = fault(whole, within);
    const bool refused = said.find(deep) != std::string::npos || said.find("Expected Name") != std::string::npos;
    CHECK(refused);
  }
  CHECK(fault(repeat("{a", 32) + repeat("}", 32)) == "no error");
  CHECK(fault(repeat("{a", 33) + repeat("}", 33)) == "1:65 " + deep);
  CHECK(fault("query($a:" + repeat("[", 15) + "A!" + repeat("]", 15) + "){a}") == "no error");
  CHECK(fault("query($a:" + repeat("[", 15) + "A!" + repeat("]!", 15) + "){a}") == "no error");
  CHECK(fault("query($a:" + repeat("[", 16) + "A!" + repeat("]!", 16) + "){a}").find("Type is nested too deeply.") !=
        std::string::npos);
}

TEST_CASE("a document may have so many bytes and tokens") {
  limits within;
  within.max_tokens = 5;
  CHECK(fault("{a b c}", within) == "no error");
  CHECK(fault("{a b c d}", within) == "1:9 Syntax Error: Document contains more than 5 tokens. Parsing aborted.");
  within.max_bytes = 4;
  CHECK(fault("{ab}", within) == "no error");
  CHECK(fault("{a b}", within) == "Syntax Error: Document is longer than 4 bytes.");
  CHECK(fault("{" + repeat(" ", 70'000) + "a}") == "Syntax Error: Document is longer than 65536 bytes.");
  CHECK(fault("{" + repeat("a ", 4000) + "}").find("more than 4000 tokens") != std::string::npos);
}

TEST_CASE("what a message repeats of a query is cut between characters") {
  for (int i = 0; i < 3; ++i) {
    const std::string said = fault("{ a \"" + repeat("x", i) + repeat("€", 5000) + "\" }");
    CHECK(said.size() < max_message_bytes + 20);
    CHECK(said.ends_with("€..."));
  }
}
