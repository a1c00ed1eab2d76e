#pragma once
// Bodies of JSON, as values that JavaScript can hold.

#include "command/import/js_value.hpp"
#include "command/import/known_values.hpp"
#include "command/import/recording.hpp"

#include <boost/json/value.hpp>

#include <optional>

namespace canary::command {

/// The object or array that the request sends. Nothing where it sends something else, or what would not be sent as the
/// same again: whole numbers beyond 2^53, a member '__proto__'.
std::optional<boost::json::value> json_body(const recorded_request& request);

/// The value as an author writes it, with what is known of its texts in their place.
js_value json_code(const boost::json::value& value, const known_values& known, std::size_t request);

}  // namespace canary::command
