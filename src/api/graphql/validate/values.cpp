// Literals are of the type that is wanted; an object names each of its fields once (section 5.6).

#include "../print.hpp"
#include "../scalars.hpp"
#include "rule.hpp"

#include <unordered_map>

namespace canary::api::graphql::validation {
namespace {

using kind_of = ast::value::kind_of;

class values final : public rule {
 public:
  using rule::rule;

  void literal(const ast::value& v, std::optional<type_ref> expected, const argument_definition*) override {
    if (expected) fits(v, *expected);
    unique_fields(v);
  }

 private:
  void fits(const ast::value& v, type_ref expected) {
    if (v.kind == kind_of::variable) return;
    if (v.kind == kind_of::null) {
      if (expected.is_non_null())
        context_.report("Expected value of type \"" + expected.text() + "\", found null.", {v.at});
      return;
    }
    if (v.kind == kind_of::list && expected.nullable().is_list()) {
      for (const ast::value& item : v.items) fits(item, expected.nullable().inner());
      return;
    }
    if (const auto read = read_literal(expected.named(), v); !read) context_.report(read.error().message, {v.at});
  }

  void unique_fields(const ast::value& v) {
    std::unordered_map<std::string_view, ast::position> seen;
    for (const ast::object_field& f : v.fields) {
      const auto [it, is_new] = seen.emplace(f.called.text, f.called.at);
      if (!is_new)
        context_.report("There can be only one input field named \"" + std::string(f.called.text) + "\".",
                        {it->second, f.called.at});
      unique_fields(f.content);
    }
    for (const ast::value& item : v.items) unique_fields(item);
  }
};

}  // namespace

std::unique_ptr<rule> value_rules(context& c) { return std::make_unique<values>(c); }

}  // namespace canary::api::graphql::validation
