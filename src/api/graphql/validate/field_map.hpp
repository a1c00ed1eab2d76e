#pragma once
// The fields of a selection set by response name, for the rule that compares them.

#include "rule.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace canary::api::graphql::validation {

struct field_use {
  const named_type* parent;
  const ast::field* field;
  const field_definition* definition;
};

/// Inline fragments count as part of the selection set; spreads are only named.
struct field_map {
  struct group {
    std::string_view response_name;
    std::vector<field_use> fields;
  };

  std::vector<group> groups;                      ///< by first appearance
  std::vector<std::string_view> fragments;        ///< each once
  std::unordered_set<std::string_view> compared;  ///< with which fragments

  const group* find(std::string_view response_name) const;
  void add(const field_use& f);

 private:
  std::unordered_map<std::string_view, std::size_t> index_;
};

/// Makes each map once.
class field_maps {
 public:
  explicit field_maps(context& c) : context_(c) {}

  field_map& of(const named_type* parent, const ast::selection_set& set);
  /// Null where there is no such fragment.
  field_map* of_fragment(std::string_view name);

 private:
  void collect(field_map& to, const named_type* parent, const ast::selection_set& set) const;

  context& context_;
  std::map<std::pair<const named_type*, const ast::selection_set*>, field_map> maps_;
};

/// Whether both name the same arguments with the same values, in any order.
bool same_arguments(context& c, const ast::field& a, const ast::field& b);

}  // namespace canary::api::graphql::validation
