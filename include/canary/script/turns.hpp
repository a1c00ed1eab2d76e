#pragma once
// Whose turn it is: scripts that could go on wait here, and the loop gives them their turns between everything else.

#include "canary/core/clock.hpp"
#include "canary/script/loop_watch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/spawn.hpp>

#include <deque>
#include <functional>

namespace canary::script {

/// First come, first served. A script that is suspended while others are ready goes behind them.
class turns {
 public:
  /// `slice`: how long scripts run before timers, sockets and completions are looked after again.
  turns(clock& time, nanoseconds slice) : time_(time), slice_(slice), watch_(time) {}

  /// Calls `begin` when its turn comes. `begin` runs scripts for about a slice at most.
  void enqueue(std::function<void()> begin);

  /// Suspends the calling coroutine until its turn comes.
  void wait(boost::asio::yield_context yield);

  bool empty() const noexcept { return ready_.empty(); }
  nanoseconds slice() const noexcept { return slice_; }

  /// Whether the turns given since the loop last came round have used up a slice together.
  bool slice_is_over() const { return slice_is_over(time_.mono()); }
  bool slice_is_over(mono_time now) const { return now - began_ >= slice_; }

  /// Gives turns until a slice is used up or nobody waits.
  void run_slice();

  /// Runs what is ready in `context`, for about a slice at most: handlers that always find more to do (a busy HTTP
  /// client) must not keep the scripts waiting.
  void look_after(boost::asio::io_context& context);

  /// Waits until there is something ready in `context`, and runs one handler. False where there is no work left.
  bool wait_for_work(boost::asio::io_context& context);

  /// Who holds the loop meanwhile.
  loop_watch& watch() noexcept { return watch_; }

 private:
  clock& time_;
  nanoseconds slice_;
  mono_time began_{};
  loop_watch watch_;
  std::deque<std::function<void()>> ready_;
};

/// The daemon's loop: everything that is ready, then a slice of scripts, then everything that is ready again. Returns
/// when `context` is stopped, or out of work with nobody waiting. An exception from a handler comes out of it.
void run_loop(boost::asio::io_context& context, turns& scripts);

}  // namespace canary::script
