#pragma once
// Details of a run as test/graphql/reference/runs.json has them: as GraphQL shows them.

#include "canary/core/run_record.hpp"

namespace canary::test_support {

/// Throws where something is not as it has to be.
run_details read_written_details(const boost::json::object& run);

}  // namespace canary::test_support
