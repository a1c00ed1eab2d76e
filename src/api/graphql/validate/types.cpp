// Type names are known; fragments are on objects; variables are of input types (sections 5.5.1 and 5.8.2).

#include "../print.hpp"
#include "rule.hpp"

namespace canary::api::graphql::validation {
namespace {

class type_names final : public rule {
 public:
  using rule::rule;

  void variable(const ast::variable_definition& v) override {
    const named_type* type = known(v.declared.named);
    if (type && !type->is_leaf())
      context_.report("Variable \"$" + std::string(v.called.text) + "\" cannot be non-input type \"" +
                          print_type(type->name, v.declared.wraps) + "\".",
                      {v.declared.at});
  }

  void fragment(const ast::fragment& f) override {
    const named_type* type = known(f.condition);
    if (type && type->is_leaf())
      context_.report("Fragment \"" + std::string(f.called.text) + "\" cannot condition on non composite type \"" +
                          type->name + "\".",
                      {f.condition.at});
  }

  void inline_fragment(const ast::inline_fragment& f, const named_type*, const named_type*) override {
    if (!f.condition) return;
    const named_type* type = known(*f.condition);
    if (type && type->is_leaf())
      context_.report("Fragment cannot condition on non composite type \"" + type->name + "\".", {f.condition->at});
  }

 private:
  const named_type* known(const ast::name& written) {
    const named_type* type = context_.types.find_type(written.text);
    if (!type) {
      std::vector<std::string_view> names;
      for (const named_type& t : context_.types.types()) names.push_back(t.name);
      context_.report("Unknown type \"" + std::string(written.text) + "\"." + did_you_mean(written.text, names),
                      {written.at});
    }
    return type;
  }
};

}  // namespace

std::unique_ptr<rule> type_rules(context& c) { return std::make_unique<type_names>(c); }

}  // namespace canary::api::graphql::validation
