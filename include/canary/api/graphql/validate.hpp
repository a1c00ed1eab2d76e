#pragma once
// Whether a document can be executed against a schema (specification of October 2021, section 5).

#include "canary/api/graphql/ast.hpp"
#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/query_error.hpp"
#include "canary/api/graphql/schema.hpp"

#include <vector>

namespace canary::api::graphql {

/// Everything that is wrong, worded as the reference implementation (graphql-js 16) words it. Empty where nothing is. A
/// document that is nested too deeply gets that error alone; one whose fragments form a cycle is not searched for
/// fields that conflict.
std::vector<query_error> validate(const schema& types, const ast::document& doc, const limits& within = {});

}  // namespace canary::api::graphql
