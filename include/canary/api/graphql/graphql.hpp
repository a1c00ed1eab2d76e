#pragma once
// The GraphQL side of the API: one query in, one JSON object out.

#include "canary/api/graphql/execute.hpp"
#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/sources.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace canary::api::graphql {

/// As GraphQL over HTTP sends it. JSON null for either of the last two is the same as its absence.
struct request {
  std::string query;
  std::string operation_name;  ///< '' where not given
  boost::json::object variables;
};

/// Parses, validates and executes against the schema of `canary_schema`, reading `from` as it goes. Runs on the loop's
/// thread: see `limits` for what bounds it, and `limits::pause` for how the loop turns meanwhile. Needs less than 128
/// KiB of stack. `from` and `r` outlive the call.
response answer_query(const sources& from, const request& r, const limits& within = {});

/// The same for whoever only reads.
inline response answer_query(const store::store& runs, const request& r, const limits& within = {}) {
  return answer_query(sources{runs}, r, within);
}

}  // namespace canary::api::graphql
