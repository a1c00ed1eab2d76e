#pragma once
// Registered tests and their labels: the types Test and Label.

#include "canary/api/graphql/schema.hpp"
#include "canary/api/graphql/sources.hpp"
#include "canary/core/labels.hpp"

namespace canary::api::graphql {

/// Adds the types; answers the field of Query that lists tests.
field_definition add_registered(schema& to);

/// The field of TestInstance that leads to its test. After `add_registered`.
field_definition registered_test_field(const schema& of);

/// The argument `label`.
argument_definition label_argument(const schema& of, std::string description);

/// What `label` asks for. Empty where it is not given.
result<std::vector<label_condition>> labels_of(const call& c);

/// Names of the tests that have these labels now.
std::vector<std::string> labelled_tests(const sources& from, const std::vector<label_condition>& labels);

}  // namespace canary::api::graphql
