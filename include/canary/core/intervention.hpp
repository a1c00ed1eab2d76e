#pragma once
// What an operator has said of a test, beside its configuration.

#include "canary/core/time.hpp"

#include <optional>
#include <string>

namespace canary {

/// A time in which a test goes on running, and nobody is told that it is down.
struct maintenance_window {
  wall_time since{}, until{};
  std::string reason = {};  ///< '' where none was given
  std::string by = {};      ///< the name of the token that asked for it; '' where none is asked for

  friend bool operator==(const maintenance_window&, const maintenance_window&) = default;
};

struct intervention {
  std::optional<wall_time> paused_since;  ///< by hand, whatever the configuration says; none where it is not
  std::optional<maintenance_window> maintenance;

  /// Whether there is anything to keep.
  bool any() const { return paused_since || maintenance; }

  friend bool operator==(const intervention&, const intervention&) = default;
};

}  // namespace canary
