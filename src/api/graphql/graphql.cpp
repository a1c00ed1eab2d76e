#include "canary/api/graphql/graphql.hpp"

#include "canary/api/graphql/canary_schema.hpp"
#include "canary/api/graphql/parser.hpp"
#include "canary/api/graphql/validate.hpp"

namespace canary::api::graphql {

response answer_query(const sources& from, const request& r, const limits& within) {
  const auto doc = parse(r.query, within);
  if (!doc) return refuse({doc.error()});
  if (const auto errors = validate(canary_schema(), *doc, within); !errors.empty()) return refuse(errors);
  return execute(canary_schema(), *doc, r.operation_name, r.variables, std::any(&from), within);
}

}  // namespace canary::api::graphql
