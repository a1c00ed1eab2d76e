#pragma once
// Where writes wait between the loop and the writer's thread. Its mutex is the only lock of the daemon.

#include "pending_write.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace canary::store {

/// Bounded in number and bytes. Past the bound the oldest starts are given up first, since an end tells all that a
/// start does; then the oldest ends.
class write_queue {
 public:
  write_queue(std::size_t most_writes, std::size_t most_bytes) : most_writes_(most_writes), most_bytes_(most_bytes) {}

  /// The loop's side. Returns what is given up to make room, at worst the write itself.
  write_batch push(pending_write write);

  /// No writes come any more. The writer takes what is left, without pauses.
  void close();

  /// The writer's side. Waits for writes; takes as many as wait, up to `most` and some bytes. Empty once the queue is
  /// closed and has nothing left.
  write_batch take(std::size_t most);

  /// Gives a batch that could not be written back to the front. Returns what is given up.
  write_batch put_back(write_batch batch);

  /// Waits, or not where the queue is closed. Returns whether it is.
  bool pause(std::chrono::milliseconds duration);

 private:
  write_batch make_room();

  const std::size_t most_writes_, most_bytes_;
  std::mutex mutex_;
  std::condition_variable changed_;
  write_batch writes_;
  std::deque<write_batch::iterator> starts_;  ///< those of `writes_` that are starts, in the same order
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace canary::store
