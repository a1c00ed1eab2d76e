#pragma once
// Who hears that a modern script takes long to become what is executed.

#include "canary/core/clock.hpp"

#include <functional>
#include <string>

namespace canary::config {

/// What takes less than a second is not told. Either function may be empty.
struct translation_listener {
  static constexpr nanoseconds long_time = std::chrono::seconds{1};

  std::function<void(const std::string& file)> lasts;                     ///< while it goes on, once
  std::function<void(const std::string& file, nanoseconds took)> lasted;  ///< when it is over, however it ended
};

}  // namespace canary::config
