#pragma once
// The date by which retention goes.

#include "canary/core/time.hpp"
#include "canary/store/retention.hpp"

#include <optional>

namespace canary::store {

/// A clock set ahead by mistake would have retention remove all that is kept. So a date that is more than an hour ahead
/// of what was to be expected is not believed until it has been told for a day; meanwhile time goes on from the last
/// date that was. Dates that lie back are believed at once: by them, more is kept.
class retention_clock {
 public:
  /// A start goes on from what is remembered. The time between is not known, so it expects a date within an hour of
  /// that one.
  explicit retention_clock(std::optional<retention_date> remembered) : remembered_(remembered) {}

  /// What to take for now, where the machine's clock says `told`.
  retention_date date(wall_time told, mono_time at);

 private:
  std::optional<retention_date> remembered_;  ///< of the last `date`,
  std::optional<mono_time> at_;               ///< and when that was; empty before the first
};

}  // namespace canary::store
