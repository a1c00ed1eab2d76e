#include "canary/schedule/due_times.hpp"

namespace canary::schedule {

std::optional<due_times::taken> due_times::take(mono_time now) {
  if (now < next_ || next_ == mono_time::max()) return std::nullopt;
  const auto missed = (now - next_) / frequency_;
  const mono_time due = next_ + missed * frequency_;
  // A frequency of centuries reaches past the end of 64 bits: never again.
  next_ = frequency_ > mono_time::max() - due ? mono_time::max() : due + frequency_;
  return taken{due, static_cast<std::uint64_t>(missed)};
}

}  // namespace canary::schedule
