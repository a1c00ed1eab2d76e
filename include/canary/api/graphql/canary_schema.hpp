#pragma once
// What canaryd serves over GraphQL; test/graphql/reference/schema.graphql is the same in GraphQL's own language.

#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {

/// `tests`, `runs`, `test` and `ongoingTests`, and the mutations. The root is a `const sources*`. Built on first use.
///
/// `tests` gives at most `first` runs, newest first, and fewer where a filter matches seldom. Where older ones may
/// follow, the response's `extensions.next`, under the field's response name, is the id for `after`.
const schema& canary_schema();

}  // namespace canary::api::graphql
