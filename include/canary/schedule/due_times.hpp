#pragma once
// When a test is due: arithmetic alone, without timers.

#include "canary/core/time.hpp"

#include <cstdint>
#include <optional>

namespace canary::schedule {

/// The fixed rate start, start + frequency, start + 2 frequencies, …: each due time is computed from the one before it,
/// never from when a run began or ended, and so nothing drifts.
class due_times {
 public:
  /// `frequency` is more than 0.
  due_times(mono_time start, nanoseconds frequency) : next_(start), frequency_(frequency) {}

  /// The earliest due time that is not taken yet; `mono_time::max()` where time ends before it.
  mono_time next() const { return next_; }

  struct taken {
    mono_time due;             ///< not after the `now` that was given
    std::uint64_t missed = 0;  ///< how many due times before it passed without being taken

    bool operator==(const taken&) const = default;
  };

  /// Takes the newest due time that is not after `now`. Whoever comes late by several frequencies (the machine was
  /// suspended) takes one, and learns how many are lost. Empty where none is due.
  std::optional<taken> take(mono_time now);

 private:
  mono_time next_;
  nanoseconds frequency_;
};

}  // namespace canary::schedule
