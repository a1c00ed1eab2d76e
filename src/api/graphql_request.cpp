#include "canary/api/graphql_request.hpp"

#include "canary/api/accept.hpp"

#include <boost/json/parse.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

problem wrong(std::string detail) { return {400, std::move(detail), {}}; }

}  // namespace

graphql_result read_graphql_body(const json::value& body) {
  const auto* object = body.if_object();
  if (!object) return wrong("the body must be a JSON object with 'query', and perhaps 'operationName' and 'variables'");
  graphql::request out;
  const auto* query = object->if_contains("query");
  if (!query || !query->is_string()) return wrong("'query' must be a string, the GraphQL document");
  out.query = std::string_view(query->get_string());
  if (const auto* name = object->if_contains("operationName"); name && !name->is_null()) {
    if (!name->is_string()) return wrong("'operationName' must be a string or null");
    out.operation_name = std::string_view(name->get_string());
  }
  if (const auto* variables = object->if_contains("variables"); variables && !variables->is_null()) {
    if (!variables->is_object()) return wrong("'variables' must be an object or null");
    out.variables = variables->get_object();
  }
  if (const auto* extensions = object->if_contains("extensions"); extensions && !extensions->is_null()) {
    if (!extensions->is_object()) return wrong("'extensions' must be an object or null");
  }
  return out;
}

graphql_result read_graphql_parameters(const query_parameters& from) {
  const auto known = from.check_known({"query", "operationName", "variables", "extensions"});
  if (!known) return wrong(known.error().message);
  graphql::request out;
  const auto query = from.find("query");
  if (!query) return wrong("parameter 'query' must be given, the GraphQL document");
  out.query = *query;
  out.operation_name = from.find("operationName").value_or("");
  if (const auto text = from.find("variables"); text && !text->empty()) {
    boost::system::error_code failed;
    const auto variables = json::parse(*text, failed);
    if (failed || !(variables.is_object() || variables.is_null())) {
      return wrong("parameter 'variables' must be a JSON object");
    }
    if (variables.is_object()) out.variables = variables.get_object();
  }
  return out;
}

graphql_media choose_graphql_media(std::string_view accept) {
  const double legacy = accept_weight(accept, "application/json");
  const double current = accept_weight(accept, "application/graphql-response+json");
  if (legacy == 0 && current == 0) return graphql_media::none;
  if (current > legacy) return graphql_media::response;
  // Named beside application/json with the same weight, as the draft advises clients to do, the newer type is wanted.
  const bool named = accept.find("application/graphql-response+json") != std::string_view::npos;
  return named && current == legacy ? graphql_media::response : graphql_media::json;
}

}  // namespace canary::api
