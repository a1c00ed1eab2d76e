#pragma once
// The database has what an operator says before who says it is answered.

#include "canary/api/exchange.hpp"

namespace canary::api {

/// Waits until what operators have said of the test is on disk. The error says that it is in force, but would not
/// outlive the process; asking for the same again tries again.
result<void> keep_intervention(exchange& x, const std::string& test);

}  // namespace canary::api
