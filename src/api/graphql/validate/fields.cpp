// Fields exist; objects have selections, leaves have none (sections 5.3.1 and 5.3.3).

#include "../print.hpp"
#include "rule.hpp"

namespace canary::api::graphql::validation {
namespace {

class fields final : public rule {
 public:
  using rule::rule;

  void field(const ast::field& f, const named_type* parent, const field_definition* definition) override {
    if (!parent) return;
    const std::string name(f.called.text);
    if (!definition) {
      std::vector<std::string_view> names;
      for (const field_definition& d : parent->fields) names.push_back(d.name);
      context_.report(
          "Cannot query field \"" + name + "\" on type \"" + parent->name + "\"." + did_you_mean(name, names), {f.at});
      return;
    }
    const bool leaf = definition->type.named().is_leaf();
    if (leaf && f.children)
      context_.report("Field \"" + name + "\" must not have a selection since type \"" + definition->type.text() +
                          "\" has no subfields.",
                      {f.children->at});
    if (!leaf && !f.children)
      context_.report("Field \"" + name + "\" of type \"" + definition->type.text() +
                          "\" must have a selection of subfields. Did you mean \"" + name + " { ... }\"?",
                      {f.at});
  }
};

}  // namespace

std::unique_ptr<rule> field_rules(context& c) { return std::make_unique<fields>(c); }

}  // namespace canary::api::graphql::validation
