// Arguments are known, unique, and given where they are required (section 5.4).

#include "../print.hpp"
#include "rule.hpp"

#include <algorithm>

namespace canary::api::graphql::validation {
namespace {

class arguments final : public rule {
 public:
  using rule::rule;

  void field(const ast::field& f, const named_type* parent, const field_definition* definition) override {
    unique(f.arguments);
    if (!definition) return;
    check(f.arguments, definition->arguments, "field \"" + parent->name + '.' + definition->name + '"',
          "Field \"" + definition->name + '"', f.at);
  }

  void directives(const std::vector<ast::directive>& all, std::string_view) override {
    for (const ast::directive& d : all) {
      unique(d.arguments);
      if (const directive_definition* definition = context_.types.find_directive(d.called.text)) {
        const std::string quoted = "\"@" + definition->name + '"';
        check(d.arguments, definition->arguments, "directive " + quoted, "Directive " + quoted, d.at);
      }
    }
  }

 private:
  void unique(const std::vector<ast::argument>& written) {
    std::vector<std::pair<std::string_view, std::vector<ast::position>>> seen;
    for (const ast::argument& a : written) {
      auto it = std::find_if(seen.begin(), seen.end(), [&](const auto& s) { return s.first == a.called.text; });
      if (it == seen.end()) it = seen.insert(seen.end(), {a.called.text, {}});
      it->second.push_back(a.called.at);
      context_.spend(seen.size());
    }
    for (auto& [name, at] : seen)
      if (at.size() > 1)
        context_.report("There can be only one argument named \"" + std::string(name) + "\".", std::move(at));
  }

  // `owner` begins a sentence, `on` stands within one.
  void check(const std::vector<ast::argument>& written, const std::vector<argument_definition>& defined,
             const std::string& on, const std::string& owner, ast::position at) {
    for (const ast::argument& a : written) {
      if (std::any_of(defined.begin(), defined.end(), [&](const auto& d) { return d.name == a.called.text; })) continue;
      std::vector<std::string_view> names;
      for (const argument_definition& d : defined) names.push_back(d.name);
      context_.report(
          "Unknown argument \"" + std::string(a.called.text) + "\" on " + on + '.' + did_you_mean(a.called.text, names),
          {a.called.at});
    }
    for (const argument_definition& d : defined)
      if (d.required() &&
          std::none_of(written.begin(), written.end(), [&](const auto& a) { return d.name == a.called.text; }))
        context_.report(owner + " argument \"" + d.name + "\" of type \"" + d.type.text() +
                            "\" is required, but it was not provided.",
                        {at});
  }
};

}  // namespace

std::unique_ptr<rule> argument_rules(context& c) { return std::make_unique<arguments>(c); }

}  // namespace canary::api::graphql::validation
