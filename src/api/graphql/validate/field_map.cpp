#include "field_map.hpp"

#include <algorithm>

namespace canary::api::graphql::validation {
namespace {

template <class T>
const T* find_called(const std::vector<T>& among, std::string_view name) {
  const auto it = std::find_if(among.begin(), among.end(), [&](const T& one) { return one.called.text == name; });
  return it == among.end() ? nullptr : &*it;
}

bool same(context& c, const ast::value& a, const ast::value& b) {
  c.spend(1 + b.fields.size());
  const auto same_item = [&](const ast::value& x, const ast::value& y) { return same(c, x, y); };
  if (a.kind != b.kind || a.text != b.text || a.fields.size() != b.fields.size()) return false;
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_item) &&
         std::all_of(a.fields.begin(), a.fields.end(), [&](const ast::object_field& f) {
           const ast::object_field* other = find_called(b.fields, f.called.text);
           return other && same(c, f.content, other->content);
         });
}

}  // namespace

const field_map::group* field_map::find(std::string_view response_name) const {
  const auto it = index_.find(response_name);
  return it == index_.end() ? nullptr : &groups[it->second];
}

void field_map::add(const field_use& f) {
  const auto [it, is_new] = index_.emplace(f.field->response_name(), groups.size());
  if (is_new) groups.push_back({it->first, {}});
  groups[it->second].fields.push_back(f);
}

field_map& field_maps::of(const named_type* parent, const ast::selection_set& set) {
  const auto [it, is_new] = maps_.try_emplace({parent, &set});
  if (is_new) collect(it->second, parent, set);
  return it->second;
}

field_map* field_maps::of_fragment(std::string_view name) {
  const ast::fragment* f = context_.find_fragment(name);
  return f ? &of(context_.types.find_type(f->condition.text), f->children) : nullptr;
}

void field_maps::collect(field_map& to, const named_type* parent, const ast::selection_set& set) const {
  for (const ast::selection& s : set.selections) {
    if (const auto* f = std::get_if<ast::field>(&s.is)) {
      const bool is_object = parent && parent->kind == type_kind::object;
      to.add({parent, f, is_object ? parent->find_field(f->called.text) : nullptr});
    } else if (const auto* spread = std::get_if<ast::fragment_spread>(&s.is)) {
      if (std::find(to.fragments.begin(), to.fragments.end(), spread->called.text) == to.fragments.end())
        to.fragments.push_back(spread->called.text);
    } else {
      const auto& part = std::get<ast::inline_fragment>(s.is);
      collect(to, part.condition ? context_.types.find_type(part.condition->text) : parent, part.children);
    }
  }
}

bool same_arguments(context& c, const ast::field& a, const ast::field& b) {
  if (a.arguments.size() != b.arguments.size()) return false;
  return std::all_of(a.arguments.begin(), a.arguments.end(), [&](const ast::argument& one) {
    c.spend(1 + b.arguments.size());
    const ast::argument* other = find_called(b.arguments, one.called.text);
    return other && same(c, one.content, other->content);
  });
}

}  // namespace canary::api::graphql::validation
