#pragma once
// A run and all that it left behind, as one JSON text: what GET /api/v1/runs/{id} answers.

#include "canary/api/body.hpp"
#include "canary/core/run_record.hpp"

#include <vector>

namespace canary::api {

void append_run(body& to, const run_record& run, const run_details& details, const pause_point& between);

/// The member `logs` of it, with the comma before it.
void append_logs(body& to, const std::vector<log_entry>& logs, const pause_point& between);

}  // namespace canary::api
