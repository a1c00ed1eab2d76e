#pragma once
// Which headers of a recorded request say something that a canary has to say too.

#include "canary/net/form.hpp"
#include "command/import/recording.hpp"

namespace canary::command {

/// In order, names written as 'Content-Type'. Those are left out that a browser adds to whatever it asks for, that the
/// client writes itself, and that the body's kind brings along. curl's user wrote each by hand, or copied them from a
/// browser: what is left out is the same.
net::form_fields chosen_headers(const recorded_request& request);

/// The names of those that change what is asked for, and are left out all the same.
std::vector<std::string> left_out_headers(const recorded_request& request);

}  // namespace canary::command
