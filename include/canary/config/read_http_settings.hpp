#pragma once
// From settings({ http: … }) to values, or to what is wrong with it. Pure.

#include "canary/config/test_definition.hpp"
#include "canary/core/http_settings.hpp"

#include <boost/json/value.hpp>

namespace canary::config {

/// Reads connections, max_body, max_headers and max_requests; what is not there has its default.
boost::system::result<http_settings, definition_problem> read_http_settings(const boost::json::value& from);

}  // namespace canary::config
