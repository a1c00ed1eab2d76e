// Fields with one response name can be merged (section 5.3.2): same field, same arguments.
//
// The comparisons are those of the reference implementation, so that the same conflicts are found and told alike.
// Fields of one selection set are compared with each other; then with those of each fragment that is spread there; then
// these fragments with each other. Where two fields of one name have selections, those are compared likewise.

#include "field_map.hpp"
#include "rule.hpp"

#include <algorithm>
#include <set>

namespace canary::api::graphql::validation {
namespace {

struct conflict {
  std::string response_name;
  std::string reason;
  std::vector<ast::position> first, second;
};

constexpr std::size_t most_positions = 20;

class overlap final : public rule {
 public:
  explicit overlap(context& c) : rule(c), maps_(c) {}

  void selections(const ast::selection_set& set, const named_type* parent) override {
    if (set.selections.size() <= 1 && !std::holds_alternative<ast::inline_fragment>(set.selections[0].is)) return;
    std::vector<conflict> found;
    field_map& own = maps_.of(parent, set);
    within(found, own);
    for (std::size_t i = 0; i < own.fragments.size(); ++i) {
      with_fragment(found, own, own.fragments[i]);
      for (std::size_t j = i + 1; j < own.fragments.size(); ++j)
        between_fragments(found, own.fragments[i], own.fragments[j]);
    }
    for (conflict& c : found) {
      std::vector<ast::position> at = std::move(c.first);
      at.insert(at.end(), c.second.begin(), c.second.end());
      context_.report("Fields \"" + c.response_name + "\" conflict because " + c.reason +
                          ". Use different aliases on the fields to fetch both if this was intentional.",
                      std::move(at));
    }
  }

 private:
  using conflicts = std::vector<conflict>;

  void within(conflicts& found, const field_map& map) {
    for (const field_map::group& g : map.groups)
      for (std::size_t i = 0; i < g.fields.size(); ++i)
        for (std::size_t j = i + 1; j < g.fields.size(); ++j) compare(found, g.response_name, g.fields[i], g.fields[j]);
  }

  void between(conflicts& found, const field_map& a, const field_map& b) {
    context_.spend(a.groups.size());
    for (const field_map::group& g : a.groups) {
      const field_map::group* other = b.find(g.response_name);
      if (!other) continue;
      for (const field_use& first : g.fields)
        for (const field_use& second : other->fields) compare(found, g.response_name, first, second);
    }
  }

  void with_fragment(conflicts& found, field_map& map, std::string_view name) {
    context_.spend(1);
    if (map.groups.empty() || !map.compared.insert(name).second) return;
    field_map* other = maps_.of_fragment(name);
    if (!other || other == &map) return;
    between(found, map, *other);
    for (const std::string_view deeper : other->fragments) with_fragment(found, map, deeper);
  }

  void between_fragments(conflicts& found, std::string_view a, std::string_view b) {
    context_.spend(2);
    if (a == b || !compared_.emplace(std::min(a, b), std::max(a, b)).second) return;
    field_map* first = maps_.of_fragment(a);
    field_map* second = maps_.of_fragment(b);
    if (!first || !second) return;
    between(found, *first, *second);
    for (const std::string_view deeper : second->fragments) between_fragments(found, a, deeper);
    for (const std::string_view deeper : first->fragments) between_fragments(found, deeper, b);
  }

  void between_selections(conflicts& found, field_map& a, field_map& b) {
    between(found, a, b);
    for (const std::string_view name : b.fragments) with_fragment(found, a, name);
    for (const std::string_view name : a.fragments) with_fragment(found, b, name);
    for (const std::string_view of_a : a.fragments)
      for (const std::string_view of_b : b.fragments) between_fragments(found, of_a, of_b);
  }

  void compare(conflicts& found, std::string_view response_name, const field_use& a, const field_use& b) {
    context_.spend(2);
    // Objects of two types are never one object; that the fields of both stand here is another rule's to report. So
    // with one name the two are one field, and have one type.
    if (a.parent && b.parent && a.parent != b.parent) return;
    const auto tell = [&](std::string reason) {
      found.push_back({std::string(response_name), std::move(reason), {a.field->at}, {b.field->at}});
    };
    const std::string_view name_a = a.field->called.text, name_b = b.field->called.text;
    if (name_a != name_b)
      return tell('"' + std::string(name_a) + "\" and \"" + std::string(name_b) + "\" are different fields");
    if (!same_arguments(context_, *a.field, *b.field)) return tell("they have differing arguments");
    if (a.field->children && b.field->children) {
      conflicts deeper;
      between_selections(deeper, maps_.of(object_of(a), *a.field->children),
                         maps_.of(object_of(b), *b.field->children));
      if (!deeper.empty()) tell_deeper(found, response_name, a, b, deeper);
    }
  }

  static const named_type* object_of(const field_use& f) {
    return f.definition ? &f.definition->type.named() : nullptr;
  }

  static void tell_deeper(conflicts& found, std::string_view response_name, const field_use& a, const field_use& b,
                          const conflicts& deeper) {
    conflict whole{std::string(response_name), "", {a.field->at}, {b.field->at}};
    const auto keep = [](std::vector<ast::position>& to, const std::vector<ast::position>& from) {
      const std::size_t room = most_positions - std::min(most_positions, to.size());
      to.insert(to.end(), from.end() - static_cast<std::ptrdiff_t>(std::min(room, from.size())), from.end());
    };
    for (const conflict& c : deeper) {
      if (whole.reason.size() <= max_message_bytes)
        whole.reason += (whole.reason.empty() ? "" : " and ") + ("subfields \"" + c.response_name) +
                        "\" conflict because " + c.reason;
      keep(whole.first, c.first);
      keep(whole.second, c.second);
    }
    found.push_back(std::move(whole));
  }

  field_maps maps_;
  std::set<std::pair<std::string_view, std::string_view>> compared_;  // of fragments
};

}  // namespace

std::unique_ptr<rule> overlap_rule(context& c) { return std::make_unique<overlap>(c); }

}  // namespace canary::api::graphql::validation
