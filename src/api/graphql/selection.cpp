#include "selection.hpp"

#include "input.hpp"

namespace canary::api::graphql {

std::vector<ast::position> field_group::positions() const {
  constexpr std::size_t most = 20;
  std::vector<ast::position> out;
  for (const ast::field* f : uses)
    if (out.size() < most) out.push_back(f->at);
  return out;
}

struct collector::progress {
  const named_type& object;
  field_groups groups = {};
  std::unordered_map<std::string_view, std::size_t> index = {};
  std::unordered_set<std::string_view> spread = {};  // a fragment that is spread twice says nothing new
};

collector::collector(const schema& types, const ast::document& doc, const boost::json::object& variables)
    : types_(types), variables_(variables) {
  for (const ast::fragment& f : doc.fragments) fragments_[f.called.text] = &f;
}

field_groups collector::collect(const named_type& object, const std::vector<const ast::selection_set*>& sets) const {
  progress p{object};
  for (const ast::selection_set* set : sets) add(p, *set);
  return std::move(p.groups);
}

field_groups& collector::children(field_group& of, const named_type& object) const {
  if (!of.children) {
    std::vector<const ast::selection_set*> sets;
    for (const ast::field* f : of.uses)
      if (f->children) sets.push_back(&*f->children);
    of.children = std::make_unique<field_groups>(collect(object, sets));
  }
  return *of.children;
}

void collector::add(progress& p, const ast::selection_set& set) const {
  for (const ast::selection& s : set.selections) {
    if (const auto* f = std::get_if<ast::field>(&s.is)) {
      const field_definition* definition = types_.find_field(p.object, f->called.text);
      if (!definition || !wanted(f->directives)) continue;
      const auto [it, is_new] = p.index.emplace(f->response_name(), p.groups.size());
      if (is_new) p.groups.push_back({it->first, {}, definition});
      p.groups[it->second].uses.push_back(f);
    } else if (const auto* spread = std::get_if<ast::fragment_spread>(&s.is)) {
      const auto it = fragments_.find(spread->called.text);
      if (it == fragments_.end() || p.spread.contains(spread->called.text) || !wanted(spread->directives)) continue;
      p.spread.insert(spread->called.text);
      if (it->second->condition.text == p.object.name) add(p, it->second->children);
    } else {
      const auto& part = std::get<ast::inline_fragment>(s.is);
      if ((!part.condition || part.condition->text == p.object.name) && wanted(part.directives)) add(p, part.children);
    }
  }
}

bool collector::wanted(const std::vector<ast::directive>& directives) const {
  const auto is = [&](const ast::directive& d, std::string_view name, bool expected) {
    if (d.called.text != name) return false;
    const auto arguments = coerce_arguments(types_.find_directive(name)->arguments, d.arguments, d.at, variables_);
    if (!arguments) throw directive_fault{arguments.error()};
    return arguments->at("if").as_bool() == expected;
  };
  for (const ast::directive& d : directives)
    if (is(d, "skip", true) || is(d, "include", false)) return false;
  return true;
}

}  // namespace canary::api::graphql
