#include "canary/core/labels.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("a label's name is one that Prometheus takes") {
  const struct {
    const char* name;
    bool good;
  } rows[] = {{"tier", true},      {"Team_2", true}, {"_", true},    {"_private", true},  {"a", true},
              {"__name__", false}, {"__", false},    {"", false},    {"2nd", false},      {"a-b", false},
              {"a b", false},      {"a:b", false},   {"a.b", false}, {"t\u00ebam", false}};
  for (const auto& r : rows) {
    CAPTURE(r.name);
    CHECK(valid_label_name(r.name) == r.good);
  }
}

TEST_CASE("a condition is a name and a value, or a name alone") {
  const label_map labels{{"tier", "1"}, {"team", "shop=front"}, {"none", ""}};
  const struct {
    const char* text;
    bool holds;
  } rows[] = {{"tier=1", true}, {"tier", true},       {"tier=2", false}, {"tier=", false},  {"team=shop=front", true},
              {"none=", true},  {"team=shop", false}, {"region", false}, {"region=", false}};
  for (const auto& r : rows) {
    CAPTURE(r.text);
    const auto condition = parse_label_condition(r.text);
    REQUIRE(condition.has_value());
    CHECK(condition->holds(labels) == r.holds);
  }
}

TEST_CASE("a condition without a good name is refused") {
  for (const auto* text : {"", "=1", "__name__=a", "a b=1", "2=1"}) {
    CAPTURE(text);
    CHECK(parse_label_condition(text).has_error());
  }
}
