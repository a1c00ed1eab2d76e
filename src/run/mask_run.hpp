#pragma once
// A run without the secrets that it has asked for.

#include "canary/core/secret_masking.hpp"
#include "canary/run/execution.hpp"

namespace canary::run {

/// In names, too.
void mask_fields(boost::json::object& fields, const secret_masking& by);

/// In every text that a script, or who answered it, has a say in. Log lines are masked as they come.
void mask_run(run_result& of, const secret_masking& by);

}  // namespace canary::run
