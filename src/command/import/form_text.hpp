#pragma once
// Bodies and queries that were sent as text, taken apart where that loses nothing.

#include "canary/net/form.hpp"
#include "command/import/recording.hpp"

#include <optional>
#include <string_view>

namespace canary::command {

/// The fields of 'a=1&b=two+words'. Nothing where it is not of that form, or would not be sent as the same again: a
/// name without '=', a percent sign without its digits, bytes that are no UTF-8, a name that JavaScript keeps for
/// itself.
std::optional<net::form_fields> read_fields(std::string_view text);

/// The value of the request's header, '' where it has none. `name` in whatever case.
std::string_view header_of(const recorded_request& request, std::string_view name);

/// Whether `type`, a Content-Type, is that of JSON: 'application/json', 'application/problem+json'.
bool is_json_type(std::string_view type);

/// Makes a form, or the parts of a multipart body, of the request's text where its Content-Type says that it is one.
void understand_form(recorded_request& request);

}  // namespace canary::command
