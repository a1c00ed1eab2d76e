#pragma once
// Where time comes from. The daemon is composed with the real clock; tests crank a virtual one.

#include "canary/core/time.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace canary {

/// One alarm. Belongs to whoever made it; destroying it cancels it. Not for use from two threads.
class timer {
 public:
  virtual ~timer() = default;

  /// Calls `on_expiry` once, from the loop, at `at` or as soon after as the loop turns (at once, but not from within
  /// this call, where `at` is past). Starting again replaces the earlier alarm.
  virtual void start(mono_time at, std::function<void()> on_expiry) = 0;

  /// After this, the function given to `start` is not called any more.
  virtual void cancel() = 0;
};

/// The only source of time. Every other file asks one of these, so that a test can decide what time it is.
class clock {
 public:
  virtual ~clock() = default;
  virtual wall_time wall() const = 0;
  virtual mono_time mono() const = 0;

  /// How long the calling thread has been on a processor, since some point that never changes. A system call, which
  /// costs some ten times what `mono` does: 0.2 to 0.6 µs.
  virtual nanoseconds cpu() const = 0;

  virtual std::unique_ptr<timer> make_timer() = 0;
};

/// The machine's clock; its timers are `boost::asio::steady_timer`s on `executor`.
std::unique_ptr<clock> create_real_clock(boost::asio::any_io_executor executor);

/// A clock that stands still until it is advanced. Its timers run inside `advance`, on the caller's thread, in the
/// order of their expiry, each seeing the clock at exactly its own time. Timers must not outlive it.
class virtual_clock final : public clock {
 public:
  explicit virtual_clock(wall_time start = wall_time{std::chrono::seconds{1'700'000'000}});
  ~virtual_clock() override;

  wall_time wall() const override;
  mono_time mono() const override;
  nanoseconds cpu() const override;
  std::unique_ptr<timer> make_timer() override;

  void advance(nanoseconds by);
  void advance_to(mono_time t);

  /// Time passes that the thread spends computing: no timer runs meanwhile, and those that are past run in the next
  /// `advance`.
  void compute(nanoseconds by);

  /// Sets the date alone, as an administrator or NTP would. Monotonic time does not move.
  void step_wall(nanoseconds by);

  /// When the earliest timer is due, if there is one.
  std::optional<mono_time> next_expiry() const;

 private:
  class alarm;
  std::vector<alarm*> alarms_;
  std::uint64_t sequence_ = 0;
  wall_time wall_;
  mono_time mono_{};
  nanoseconds cpu_{};
};

}  // namespace canary
