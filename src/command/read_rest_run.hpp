#pragma once
// A run out of what GET /api/v1/runs tells, for those who show runs.

#include "canary/core/result.hpp"
#include "canary/run/execution.hpp"

#include <boost/json/object.hpp>

namespace canary::command {

/// One of a list, or alone with its details. What is not there, or is not what it should be, is left at its default,
/// since the daemon may be older or newer than canaryctl; without id, test, status and start it is no run.
result<run::run_result> read_rest_run(const boost::json::object& from);

}  // namespace canary::command
