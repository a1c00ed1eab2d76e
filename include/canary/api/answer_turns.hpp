#pragma once
// Whose turn it is among those who answer requests. All of them together have one slice of the loop, and everything
// else that is ready comes before the next: clients that ask without pause wait for each other, and the schedule does
// not wait for them.

#include "canary/api/server.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/spawn.hpp>

#include <deque>
#include <functional>
#include <memory>

namespace canary::api {

/// First come, first served. An answer that takes longer than a slice goes behind the others with what is left of it.
class answer_turns : public std::enable_shared_from_this<answer_turns> {
 public:
  static constexpr nanoseconds slice = std::chrono::milliseconds{1};

  /// `time` outlives `close`.
  answer_turns(boost::asio::any_io_executor executor, const clock& time, turn_source source);

  /// Suspends the calling coroutine until its turn comes; after `close`, until the loop turns.
  void wait(boost::asio::yield_context yield);

  /// The same, where the slice is used up, or the caller has been resumed by something else than its turn.
  void wait_if_over(boost::asio::yield_context yield) {
    if (is_over()) wait(yield);
  }

  /// There are no turns any more: who waits is resumed by the loop.
  void close();

 private:
  bool is_over() const { return !has_turn_ || time_.mono() - began_ >= slice; }
  void ask();
  void give();

  boost::asio::any_io_executor executor_;
  const clock& time_;
  turn_source source_;
  std::deque<std::function<void()>> waiting_;
  mono_time began_{};
  bool asked_ = false;     // a turn is to come
  bool has_turn_ = false;  // `give` is at work
  bool closed_ = false;
};

}  // namespace canary::api
