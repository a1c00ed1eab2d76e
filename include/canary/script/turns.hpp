#pragma once
// Whose turn it is: scripts that could go on wait here, and the loop gives them their turns between everything else.

#include "canary/core/clock.hpp"
#include "canary/script/loop_watch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/spawn.hpp>

#include <deque>
#include <functional>

namespace canary::script {

/// What one script has had of the loop since it last went behind the others. A script that mostly waits is forgiven:
/// a sixteenth of the time that passes between its turns is taken off.
class share {
 public:
  void begin_turn(mono_time now);
  void end_turn(mono_time now);
  bool has_turn() const noexcept { return has_turn_; }

  /// Between two turns. Whether it has had `slice`, or all but an eighth: a turn begins a little after its slice does.
  bool is_used_up(mono_time now, nanoseconds slice) const { return used(now) >= slice - slice / 8; }

  /// It went behind the others, and begins anew.
  void settle() { used_ = nanoseconds{0}; }

 private:
  nanoseconds used(mono_time now) const;

  nanoseconds used_{};
  mono_time since_{};  // when its turn began, or ended
  bool has_turn_ = false;
};

/// Two queues, each first come, first served. Scripts that begin, and those that what they waited for has come for,
/// stand in the first. A script that has used up a slice of its own stands in the second: it gets its next slice when
/// all who stood in the first at the time have had their turn. So nobody waits for more than one slice of those that
/// spin, however many there are, and those that spin always get one between.
class turns {
 public:
  /// `slice`: how long scripts run before timers, sockets and completions are looked after again.
  turns(clock& time, nanoseconds slice) : time_(time), slice_(slice), watch_(time) {}

  /// Calls `begin` when its turn comes. `begin` runs scripts for about a slice at most.
  void enqueue(std::function<void()> begin) { ready_.push_back(std::move(begin)); }

  /// As `enqueue`, for a script that has used up its slice.
  void enqueue_behind(std::function<void()> begin);

  /// Suspends the calling coroutine until its turn comes.
  void wait(boost::asio::yield_context yield) { wait(yield, false); }

  /// Likewise, behind the others where `had` is used up. Ends the turn that `had` counts, if any, and begins the next.
  void wait(boost::asio::yield_context yield, share& had);

  bool empty() const noexcept { return ready_.empty() && behind_.empty(); }
  nanoseconds slice() const noexcept { return slice_; }

  /// Whether the turns given since the loop last came round have used up a slice together.
  bool slice_is_over() const { return slice_is_over(time_.mono()); }
  bool slice_is_over(mono_time now) const { return now - began_ >= slice_; }

  /// Gives turns until a slice is used up or nobody waits; or one turn to one that stands behind, who gets a slice for
  /// itself.
  void run_slice();

  /// Runs what is ready in `context`, for about a slice at most: handlers that always find more to do (a busy HTTP
  /// client) must not keep the scripts waiting.
  void look_after(boost::asio::io_context& context);

  /// Waits until there is something ready in `context`, and runs one handler. False where there is no work left.
  bool wait_for_work(boost::asio::io_context& context);

  /// Who holds the loop meanwhile.
  loop_watch& watch() noexcept { return watch_; }

 private:
  using queue = std::deque<std::function<void()>>;
  void wait(boost::asio::yield_context yield, bool behind);
  static void give_turn(queue& to);

  clock& time_;
  nanoseconds slice_;
  mono_time began_{};
  loop_watch watch_;
  queue ready_, behind_;
  std::size_t before_behind_ = 0;  // how many of `ready_` come before the first of `behind_`
};

/// The daemon's loop: everything that is ready, then a slice of scripts, then everything that is ready again. Returns
/// when `context` is stopped, or out of work with nobody waiting. An exception from a handler comes out of it.
void run_loop(boost::asio::io_context& context, turns& scripts);

}  // namespace canary::script
