// Variables are unique, defined, used, and fit where they are used (section 5.8).

#include "rule.hpp"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace canary::api::graphql::validation {
namespace {

using kind_of = ast::value::kind_of;

struct usage {
  const ast::value* variable;
  std::optional<type_ref> expected;
  bool has_default;  ///< of the argument that it stands for
};

// An operation's or a fragment's own.
struct content {
  std::vector<usage> usages;
  std::vector<std::string_view> spreads;
};

// Whether a variable of type `given` may stand where `wanted` is.
bool is_subtype(type_ref given, type_ref wanted) {
  if (given == wanted) return true;
  if (wanted.is_non_null()) return given.is_non_null() && is_subtype(given.inner(), wanted.inner());
  if (given.is_non_null()) return is_subtype(given.inner(), wanted);
  return wanted.is_list() && given.is_list() && is_subtype(given.inner(), wanted.inner());
}

bool fits(type_ref declared, const ast::variable_definition& v, const usage& u) {
  if (u.expected->is_non_null() && !declared.is_non_null()) {
    const bool never_null = (v.fallback && v.fallback->kind != kind_of::null) || u.has_default;
    return never_null && is_subtype(declared, u.expected->inner());
  }
  return is_subtype(declared, *u.expected);
}

class variables final : public rule {
 public:
  using rule::rule;

  void operation(const ast::operation& op) override {
    operations_.push_back({&op, {}});
    current_ = &operations_.back().second;
    unique(op);
  }
  void fragment(const ast::fragment& f) override {
    current_ = &fragments_[f.called.text];
    *current_ = {};  // of several by one name the last one counts
  }
  void spread(const ast::fragment_spread& s, const named_type*) override { current_->spreads.push_back(s.called.text); }

  void literal(const ast::value& v, std::optional<type_ref> expected, const argument_definition* position) override {
    collect(v, expected, position && position->fallback);
  }

  void document_end() override {
    for (const auto& [op, own] : operations_) check(*op, own);
  }

 private:
  void collect(const ast::value& v, std::optional<type_ref> expected, bool has_default) {
    if (v.kind == kind_of::variable) current_->usages.push_back({&v, expected, has_default});
    // A list where none is wanted is another rule's to report; its items are looked at as what was wanted.
    std::optional<type_ref> of_items;
    if (expected) of_items = expected->nullable().is_list() ? expected->nullable().inner() : expected->nullable();
    for (const ast::value& item : v.items) collect(item, of_items, false);
    for (const ast::object_field& f : v.fields) collect(f.content, std::nullopt, false);
  }

  void unique(const ast::operation& op) {
    std::unordered_map<std::string_view, std::vector<ast::position>> seen;
    for (const ast::variable_definition& v : op.variables) seen[v.called.text].push_back(v.called.at);
    for (const ast::variable_definition& v : op.variables) {
      auto& at = seen[v.called.text];
      if (at.size() > 1)
        context_.report("There can be only one variable named \"$" + std::string(v.called.text) + "\".",
                        std::exchange(at, {}));
    }
  }

  // All that `own` leads to, its own first.
  std::vector<const usage*> usages(const content& own) {
    std::vector<const usage*> out;
    std::vector<const content*> queue{&own};
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      context_.spend(queue[i]->usages.size() + queue[i]->spreads.size());
      for (const usage& u : queue[i]->usages) out.push_back(&u);
      for (const std::string_view name : queue[i]->spreads) {
        const auto it = fragments_.find(name);
        if (it != fragments_.end() && seen.insert(name).second) queue.push_back(&it->second);
      }
    }
    return out;
  }

  void check(const ast::operation& op, const content& own) {
    std::unordered_map<std::string_view, const ast::variable_definition*> defined;
    for (const ast::variable_definition& v : op.variables) defined[v.called.text] = &v;
    std::unordered_set<std::string_view> used;
    const std::string in = op.called ? " \"" + std::string(op.called->text) + '"' : "";
    for (const usage* u : usages(own)) {
      const std::string& name = u->variable->text;
      const auto it = defined.find(name);
      used.insert(name);
      if (it == defined.end()) {
        context_.report("Variable \"$" + name + "\" is not defined" + (in.empty() ? "." : " by operation" + in + '.'),
                        {u->variable->at, op.at});
        continue;
      }
      const ast::variable_definition& v = *it->second;
      const named_type* named = context_.types.find_type(v.declared.named.text);
      if (!named || !u->expected) continue;
      const type_ref declared(*named, v.declared.wraps);
      if (!fits(declared, v, *u))
        context_.report("Variable \"$" + name + "\" of type \"" + declared.text() +
                            "\" used in position expecting type \"" + u->expected->text() + "\".",
                        {v.at, u->variable->at});
    }
    for (const ast::variable_definition& v : op.variables)
      if (!used.contains(v.called.text))
        context_.report("Variable \"$" + std::string(v.called.text) + "\" is never used" +
                            (in.empty() ? "." : " in operation" + in + '.'),
                        {v.at});
  }

  std::deque<std::pair<const ast::operation*, content>> operations_;
  std::unordered_map<std::string_view, content> fragments_;
  content* current_ = nullptr;
};

}  // namespace

std::unique_ptr<rule> variable_rules(context& c) { return std::make_unique<variables>(c); }

}  // namespace canary::api::graphql::validation
