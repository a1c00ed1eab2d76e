#pragma once
// That a script takes long to be translated is told on a terminal, or in a log.

#include "canary/config/translation_listener.hpp"
#include "canary/core/log.hpp"

namespace canary::app {

/// A line on standard error while it goes on, where that is a terminal; nothing elsewhere.
config::translation_listener translations_on_terminal();

/// An entry when it is over, with `file` and `seconds`. `log` outlives it.
config::translation_listener translations_in(const logger& log);

}  // namespace canary::app
