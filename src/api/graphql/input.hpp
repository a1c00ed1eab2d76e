#pragma once
// Input coercion: literals and variables become JSON (specification of October 2021, sections 3.5 and 6.1.2).

#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/query_error.hpp"
#include "canary/api/graphql/schema.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <vector>

namespace canary::api::graphql {

/// The type that a document names, if the schema has it.
std::optional<type_ref> find_type(const schema& types, const ast::type& written);

/// Whether a variable or an argument may have it.
inline bool is_input(type_ref t) { return t.named().is_leaf(); }

/// What a literal means where a `type` is wanted. Empty where it means nothing: a wrong type, or a variable without a
/// value.
std::optional<boost::json::value> value_of(const ast::value& literal, type_ref type,
                                           const boost::json::object& variables);

/// The values of an operation's variables, from those that came with the request. Those not defined are ignored.
boost::system::result<boost::json::object, std::vector<query_error>> coerce_variables(const schema& types,
                                                                                      const ast::operation& op,
                                                                                      const boost::json::object& given,
                                                                                      const limits& within);

/// The values of a field's or a directive's arguments. The error tells where.
boost::system::result<boost::json::object, query_error> coerce_arguments(
    const std::vector<argument_definition>& defined, const std::vector<ast::argument>& written, ast::position owner,
    const boost::json::object& variables);

}  // namespace canary::api::graphql
