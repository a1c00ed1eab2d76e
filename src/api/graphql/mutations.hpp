#pragma once
// What changes something, as GraphQL sees it. Only src/api/graphql/ includes this.

#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {

/// Adds the type Mutation and what it answers. The root of each field is a `const sources*`.
void add_mutations(schema& to);

}  // namespace canary::api::graphql
