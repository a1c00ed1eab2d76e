#pragma once
// GraphQL over HTTP, as its draft says: what a request must look like, and which media type is answered.

#include "canary/api/graphql/graphql.hpp"
#include "canary/api/problem.hpp"
#include "canary/api/query_parameters.hpp"

#include <boost/json/value.hpp>
#include <boost/system/result.hpp>

#include <string_view>

namespace canary::api {

[[noreturn]] inline void throw_exception_from_error(const problem& p, const boost::source_location&) {
  throw std::runtime_error(p.detail);
}

using graphql_result = boost::system::result<graphql::request, problem>;

/// Of a POST's body, parsed already: {"query", "operationName", "variables", "extensions"}.
graphql_result read_graphql_body(const boost::json::value& body);

/// Of a GET's parameters, where `variables` is JSON.
graphql_result read_graphql_parameters(const query_parameters& from);

enum class graphql_media : unsigned char {
  none,      ///< the client accepts neither
  json,      ///< application/json: a well-formed request is answered 200, whatever becomes of the query
  response,  ///< application/graphql-response+json: 400 where the query could not be executed
};

/// What the Accept header asks for. application/json where both will do and neither is preferred.
graphql_media choose_graphql_media(std::string_view accept);

}  // namespace canary::api
