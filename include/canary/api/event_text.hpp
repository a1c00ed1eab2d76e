#pragma once
// Events as they go over the wire: fields of a line each, and an empty line at the end (HTML, 9.2.6).

#include "canary/events/feed.hpp"

#include <string>
#include <string_view>

namespace canary::api {

/// 'id: …', 'event: run_started', 'data: {…}' in one line.
std::string event_text(const events::happening& what, std::string_view id);

/// Told to a reader that cannot go on where it was: it must ask for everything anew. `here` is where it goes on;
/// `too_old` where the events are forgotten, and not those of another process.
std::string missed_text(std::string_view here, bool too_old);

}  // namespace canary::api
