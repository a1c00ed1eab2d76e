#pragma once
// The date by which retention goes.

#include "canary/core/time.hpp"

#include <optional>

namespace canary::store {

/// A clock set ahead by mistake would have retention remove all that is kept. So a date that is more than an hour ahead
/// of what was to be expected is not believed until it has been told for a day; meanwhile time goes on from the last
/// date that was. Dates that lie back are believed at once: by them, more is kept.
class retention_clock {
 public:
  /// What a start expects is a date within an hour of the newest run's, where there is one.
  explicit retention_clock(std::optional<wall_time> newest_run) : believed_(newest_run) {}

  /// What to take for now, where the machine's clock says `told`.
  wall_time date(wall_time told, mono_time at);

  /// Whether the last `date` was another than was told.
  bool doubts() const { return doubted_since_.has_value(); }

 private:
  std::optional<wall_time> believed_;
  std::optional<mono_time> at_, doubted_since_;
};

}  // namespace canary::store
