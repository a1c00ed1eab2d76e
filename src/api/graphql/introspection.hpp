#pragma once
// How a schema describes itself (specification of October 2021, section 4).

#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {

/// __Schema, __Type, __TypeKind, __Field, __InputValue, __EnumValue, __Directive, __DirectiveLocation.
void add_introspection_types(schema& to);

/// @include, @skip, @deprecated, @specifiedBy.
std::deque<directive_definition> standard_directives(const schema& of);

/// __schema and __type, which describe `of`.
std::vector<field_definition> introspection_fields(const schema& of);

}  // namespace canary::api::graphql
