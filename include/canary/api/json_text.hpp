#pragma once
// Responses as JSON, in pieces.

#include "canary/api/body.hpp"
#include "canary/core/json_text.hpp"

namespace canary::api {

using canary::append_json;

/// For values of any size.
void append_json(body& out, const boost::json::value& value, const pause_point& between);

}  // namespace canary::api
