// Fragments are unique, known, used, and spread where they can apply (sections 5.5.1 and 5.5.2).

#include "rule.hpp"

#include <unordered_map>
#include <unordered_set>

namespace canary::api::graphql::validation {
namespace {

class fragments final : public rule {
 public:
  using rule::rule;

  void operation(const ast::operation&) override { inside_ = nullptr; }

  void fragment(const ast::fragment& f) override {
    inside_ = &f;
    const auto [it, is_new] = seen_.emplace(f.called.text, f.called.at);
    if (!is_new)
      context_.report("There can be only one fragment named \"" + std::string(f.called.text) + "\".",
                      {it->second, f.called.at});
  }

  void spread(const ast::fragment_spread& s, const named_type* parent) override {
    const std::string name(s.called.text);
    // Of several by one name the last one counts.
    (inside_ ? spread_in_[inside_->called.text] : roots_).push_back(s.called.text);
    const ast::fragment* f = context_.find_fragment(s.called.text);
    if (!f) {
      context_.report("Unknown fragment \"" + name + "\".", {s.called.at});
      return;
    }
    const named_type* type = context_.types.find_type(f->condition.text);
    if (parent && type && !type->is_leaf() && type != parent)
      context_.report("Fragment \"" + name + "\" cannot be spread here as objects of type \"" + parent->name +
                          "\" can never be of type \"" + type->name + "\".",
                      {s.at});
  }

  void inline_fragment(const ast::inline_fragment& f, const named_type* parent, const named_type* type) override {
    if (parent && type && !type->is_leaf() && type != parent)
      context_.report("Fragment cannot be spread here as objects of type \"" + parent->name +
                          "\" can never be of type \"" + type->name + "\".",
                      {f.at});
  }

  void document_end() override {
    std::unordered_set<std::string_view> used;
    while (!roots_.empty()) {
      const std::string_view name = roots_.back();
      roots_.pop_back();
      if (!used.insert(name).second) continue;
      const auto& more = spread_in_[name];
      roots_.insert(roots_.end(), more.begin(), more.end());
    }
    for (const ast::fragment& f : context_.doc.fragments)
      if (!used.contains(f.called.text))
        context_.report("Fragment \"" + std::string(f.called.text) + "\" is never used.", {f.at});
  }

 private:
  using names = std::vector<std::string_view>;
  const ast::fragment* inside_ = nullptr;
  std::unordered_map<std::string_view, ast::position> seen_;
  names roots_;
  std::unordered_map<std::string_view, names> spread_in_;
};

}  // namespace

std::unique_ptr<rule> fragment_rules(context& c) { return std::make_unique<fragments>(c); }

}  // namespace canary::api::graphql::validation
