#pragma once
// What a run left behind: its log, its requests, its steps and checks, and its script's error.

#include "canary/api/graphql/schema.hpp"

#include <vector>

namespace canary::api::graphql {

/// Adds the types; answers the fields of TestInstance that lead to them. After Time. Their source is a `run_source`.
std::vector<field_definition> add_details(schema& to);

/// The type HttpExchange, of one request: its source is a `const http_exchange*`. After Time.
const named_type& add_exchange(schema& to);

}  // namespace canary::api::graphql
