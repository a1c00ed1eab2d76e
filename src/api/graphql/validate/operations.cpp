// Unique operation names; an anonymous operation stands alone (sections 5.2.1 and 5.2.2).

#include "rule.hpp"

#include <unordered_map>

namespace canary::api::graphql::validation {
namespace {

class operations final : public rule {
 public:
  using rule::rule;

  void operation(const ast::operation& op) override {
    if (!op.called) {
      if (context_.doc.operations.size() > 1)
        context_.report("This anonymous operation must be the only defined operation.", {op.at});
      return;
    }
    const auto [it, is_new] = seen_.emplace(op.called->text, op.called->at);
    if (!is_new)
      context_.report("There can be only one operation named \"" + std::string(op.called->text) + "\".",
                      {it->second, op.called->at});
  }

 private:
  std::unordered_map<std::string_view, ast::position> seen_;
};

}  // namespace

std::unique_ptr<rule> operation_rules(context& c) { return std::make_unique<operations>(c); }

}  // namespace canary::api::graphql::validation
