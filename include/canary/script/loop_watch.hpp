#pragma once
// Who holds the loop, and for how long; and what each script's turns cost.

#include "canary/core/clock.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace canary::script {

/// What a script's turns are charged to. Belongs to the script's supervisor.
struct turn_account {
  std::shared_ptr<const std::string> test;  ///< its name; null where the script is of no test
  nanoseconds cpu{};                        ///< of the turns that are over
};

/// One handler, or one turn of a script, that kept the loop from everything else.
struct hold {
  nanoseconds lasted{};
  std::shared_ptr<const std::string> test;  ///< whose script had its turn; null where none of a test had
  std::optional<nanoseconds> cpu;           ///< how much of it was computed; known of turns
  std::string stack;                        ///< where the script stood, innermost frame first; '' where unknown
};

/// Told by the loop of each stint: the time from when a handler or a turn is begun until it gives the loop back. All
/// times are of one monotonic clock.
class loop_watch {
 public:
  explicit loop_watch(const clock& time) : time_(time) {}

  /// `told` is called after each stint of at least `limit`, when the loop is free again.
  void when_held(nanoseconds limit, std::function<void(const hold&)> told);

  /// The longest stint that ended since this was asked last.
  nanoseconds take_longest();

  /// A handler begins, or a script's turn; either ends at `ends`, where the next begins at once.
  void handler_begins(mono_time now);
  void turn_begins(mono_time now);
  void ends(mono_time now);

  /// The loop waits for something to do, and runs the first handler that finds it. When that began only the processor
  /// knows: its clock is asked, though no more than once a millisecond.
  void wait_begins(mono_time now);
  void wait_ends(mono_time now);

  /// This stint is the script's. The account outlives the stint, or is left before.
  void enter(turn_account& whose);
  void leave(const turn_account& whose) noexcept;

  /// CPU time of this turn, so far.
  nanoseconds cpu_of_turn(mono_time now) const;

  /// From within the engine, at `now`: where the loop is held too long already, remembers `place()`, once a stint.
  template <class Place>
  void look(mono_time now, Place&& place) {
    if (now - began_ >= limit_ && stack_.empty()) stack_ = place();
  }

 private:
  nanoseconds cpu_at(mono_time now) const;
  void held(nanoseconds lasted, std::optional<nanoseconds> cpu);

  const clock& time_;
  nanoseconds limit_ = nanoseconds::max();
  std::function<void(const hold&)> told_;
  nanoseconds longest_{};

  // The stint that goes on.
  mono_time began_{};
  bool is_turn_ = false;
  nanoseconds cpu_began_{};
  turn_account* account_ = nullptr;
  std::shared_ptr<const std::string> test_;
  std::string stack_;

  mutable std::optional<mono_time> read_at_;  // the processor's clock, read last
  mutable nanoseconds read_{};
  std::optional<nanoseconds> cpu_before_wait_;
  std::optional<mono_time> wait_measured_;
};

}  // namespace canary::script
