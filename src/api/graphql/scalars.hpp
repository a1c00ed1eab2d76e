#pragma once
// The built-in scalars (specification of October 2021, section 3.5), and how leaves read their input.

#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {

/// String, Int, Float, Boolean, ID.
void add_scalars(schema& to);

/// What a leaf type makes of a literal that is no variable. The error is the whole message.
result<boost::json::value> read_literal(const named_type& leaf, const ast::value& given);

/// What it makes of a variable's JSON.
result<boost::json::value> read_json(const named_type& leaf, const boost::json::value& given);

}  // namespace canary::api::graphql
