#pragma once
// Running a valid document (specification of October 2021, section 6).

#include "canary/api/graphql/ast.hpp"
#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/query_error.hpp"
#include "canary/api/graphql/schema.hpp"

#include <boost/json/object.hpp>

#include <any>
#include <string_view>

namespace canary::api::graphql {

/// What a client is answered.
struct response {
  /// {"errors": […], "data": {…} | null, "extensions": {…}}: `errors` only where there are any, `data` only where
  /// execution began, `extensions` only where there is something to say.
  boost::json::object body;
  /// Whether execution began, so that there is `data`, if only null. Otherwise the request was at fault: syntax,
  /// validation, operation name or variables. GraphQL over HTTP answers 200 or 400 by this, for
  /// application/graphql-response+json.
  bool executed = false;
  /// It was a mutation, and `limits::no_mutations` is set. Not executed.
  bool forbidden = false;
};

/// A response without data.
response refuse(const std::vector<query_error>& errors);

/// `doc` has been validated against `types`. `operation_name` '' means the only operation there is. `root` is the
/// source of the query's own fields. Never throws but what `within.pause` throws; a resolver's errors are in the
/// response.
response execute(const schema& types, const ast::document& doc, std::string_view operation_name,
                 const boost::json::object& variables, const std::any& root, const limits& within = {});

}  // namespace canary::api::graphql
