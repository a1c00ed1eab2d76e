// Directives are known, in a place meant for them, and there once (section 5.7).

#include "rule.hpp"

#include <algorithm>
#include <unordered_map>

namespace canary::api::graphql::validation {
namespace {

class directive_uses final : public rule {
 public:
  using rule::rule;

  void directives(const std::vector<ast::directive>& all, std::string_view location) override {
    std::unordered_map<std::string_view, ast::position> seen;
    for (const ast::directive& d : all) {
      const std::string name = '@' + std::string(d.called.text);
      const directive_definition* definition = context_.types.find_directive(d.called.text);
      if (!definition) {
        context_.report("Unknown directive \"" + name + "\".", {d.at});
        continue;
      }
      const auto& allowed = definition->locations;
      if (std::find(allowed.begin(), allowed.end(), location) == allowed.end())
        context_.report("Directive \"" + name + "\" may not be used on " + std::string(location) + '.', {d.at});
      const auto [it, is_new] = seen.emplace(d.called.text, d.at);
      if (!is_new)
        context_.report("The directive \"" + name + "\" can only be used once at this location.", {it->second, d.at});
    }
  }
};

}  // namespace

std::unique_ptr<rule> directive_rules(context& c) { return std::make_unique<directive_uses>(c); }

}  // namespace canary::api::graphql::validation
