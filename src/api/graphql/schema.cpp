#include "canary/api/graphql/schema.hpp"

#include "introspection.hpp"
#include "print.hpp"
#include "scalars.hpp"

#include <algorithm>
#include <stdexcept>

namespace canary::api::graphql {
namespace {

template <class Range>
auto find_named(const Range& among, std::string_view called) -> const typename Range::value_type* {
  const auto it = std::find_if(among.begin(), among.end(), [&](const auto& one) { return one.name == called; });
  return it == among.end() ? nullptr : &*it;
}

}  // namespace

std::string type_ref::text() const { return print_type(named_->name, wraps_); }

const field_definition* named_type::find_field(std::string_view called) const { return find_named(fields, called); }

schema::schema(std::string description) : description_(std::move(description)) {
  add_scalars(*this);
  add_introspection_types(*this);
  directives_ = standard_directives(*this);
  meta_fields_ = introspection_fields(*this);
  typename_field_ = field_definition{
      "__typename", "The name of the current Object type at runtime.", non_null(type("String")), {}, {}};
}

named_type& schema::add(named_type t) {
  if (find_type(t.name)) throw std::logic_error("the schema has a type '" + t.name + "' already");
  return types_.emplace_back(std::move(t));
}

const named_type* schema::find_type(std::string_view called) const { return find_named(types_, called); }

const directive_definition* schema::find_directive(std::string_view called) const {
  return find_named(directives_, called);
}

const named_type& schema::type(std::string_view called) const {
  const named_type* found = find_type(called);
  if (!found) throw std::logic_error("the schema has no type '" + std::string(called) + '\'');
  return *found;
}

const named_type* schema::root(ast::operation_kind kind) const {
  if (kind == ast::operation_kind::query) return &query();
  return kind == ast::operation_kind::mutation ? mutation() : nullptr;
}

const field_definition* schema::find_field(const named_type& object, std::string_view called) const {
  if (called == typename_field_->name) return &*typename_field_;
  if (object.name == "Query")
    if (const field_definition* meta = find_named(meta_fields_, called)) return meta;
  return object.find_field(called);
}

}  // namespace canary::api::graphql
