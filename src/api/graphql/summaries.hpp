#pragma once
// Uptime and percentiles, as GraphQL sees them. Only src/api/graphql/ includes this.

#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {

/// Adds the type RunSummary. The field of Query that answers it; the root is a `const sources*`.
field_definition add_summaries(schema& to);

}  // namespace canary::api::graphql
