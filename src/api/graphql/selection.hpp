#pragma once
// Which fields are to be answered: fragments put in place, @skip and @include obeyed, equal response names merged
// (specification of October 2021, sections 6.3.2 and 6.4.3).

#include "canary/api/graphql/query_error.hpp"
#include "canary/api/graphql/schema.hpp"

#include <boost/json/object.hpp>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace canary::api::graphql {

struct field_group;
using field_groups = std::vector<field_group>;

/// The uses of one field under one response name.
struct field_group {
  std::string_view response_name;
  std::vector<const ast::field*> uses;
  const field_definition* definition;
  std::unique_ptr<field_groups> children = {};  ///< made on first need: a field's type is always the same object

  std::vector<ast::position> positions() const;
};

/// Thrown where @skip or @include cannot be obeyed: its variable is null.
struct directive_fault {
  query_error what;
};

/// For one operation with its variables, which are valid.
class collector {
 public:
  collector(const schema& types, const ast::document& doc, const boost::json::object& variables);

  /// In the order in which the document names them first. Throws directive_fault, as `children` does.
  field_groups collect(const named_type& object, const std::vector<const ast::selection_set*>& sets) const;

  /// The fields asked of the objects that `of` gives.
  field_groups& children(field_group& of, const named_type& object) const;

 private:
  struct progress;

  void add(progress& p, const ast::selection_set& set) const;
  bool wanted(const std::vector<ast::directive>& directives) const;

  const schema& types_;
  const boost::json::object& variables_;
  std::unordered_map<std::string_view, const ast::fragment*> fragments_;
};

}  // namespace canary::api::graphql
