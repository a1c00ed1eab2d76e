#pragma once
// Where writes wait between the loop and the writer's thread. Its mutex is the only lock of the daemon.

#include "pending_write.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace canary::store {

/// Bounded in number and bytes. Past the bound the oldest starts are given up first, since an end tells all that a
/// start does; then the oldest ends.
class write_queue {
 public:
  /// A batch has `most_batch_bytes`, and what its last write has beyond that: LMDB keeps changed pages in memory until
  /// it commits.
  write_queue(std::size_t most_writes, std::size_t most_bytes, std::size_t most_batch_bytes = 32u << 20)
      : most_writes_(most_writes), most_bytes_(most_bytes), most_batch_bytes_(most_batch_bytes) {}

  /// The loop's side. Returns what is given up to make room, at worst the write itself.
  write_batch push(pending_write write);

  /// No writes come any more. The writer takes what is left, without pauses.
  void close();

  /// Asks the writer to remove what is too old at `now`. Returns the request's number, which ascends.
  std::uint64_t request_sweep(retention_date now);

  /// Asks the writer to compact the file.
  void request_compaction();

  /// The writer's side. Takes as many writes as wait, up to `most` and some bytes. Where there are none, and the writer
  /// is not `busy` otherwise, waits for one, for a sweep or a compaction to be requested, or for the queue to be
  /// closed.
  write_batch take(std::size_t most, bool busy = false);

  struct sweep_request {
    std::optional<retention_date> now;  ///< empty: whatever the date is, only what is too much
    std::uint64_t number = 0;
  };
  /// The newest request, once.
  std::optional<sweep_request> take_sweep();

  /// Whether there was a request, once.
  bool take_compaction();

  bool closed() const;

  /// Whether it is closed, or half of what may wait does.
  bool pressing() const;

  /// Gives a batch that could not be written back to the front. Returns what is given up.
  write_batch put_back(write_batch batch);

  /// Waits, or not where the queue is closed. Returns whether it is.
  bool pause(std::chrono::milliseconds duration);

 private:
  write_batch make_room();

  const std::size_t most_writes_, most_bytes_, most_batch_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  write_batch writes_;
  std::deque<write_batch::iterator> starts_;  ///< those of `writes_` that are starts, in the same order
  std::size_t bytes_ = 0;
  std::optional<sweep_request> sweep_;
  std::uint64_t sweeps_ = 0;
  bool compaction_ = false;
  bool closed_ = false;
};

}  // namespace canary::store
