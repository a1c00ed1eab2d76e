#pragma once
// The thread that writes: all that waits in one transaction, one fsync for all of it.

#include "canary/core/clock.hpp"
#include "compaction.hpp"
#include "opening.hpp"
#include "sweeper.hpp"
#include "write_applier.hpp"
#include "write_queue.hpp"

#include <functional>
#include <string>
#include <thread>

namespace canary::store {

/// What the writer has to say. Called on its thread.
struct writer_events {
  std::function<void(write_batch durable, nanoseconds took)> committed;
  /// A commit failed, after one that did not. Its writes wait, and are tried again.
  std::function<void(std::string why)> troubled;
  /// A commit succeeded, after one that did not.
  std::function<void()> healed;
  std::function<void(write_batch given_up, std::string why)> dropped;
  /// The file takes nothing any more, nor can it be read, until it is opened anew.
  std::function<void(std::string why)> lost;
  /// A slice of what retention keeps no longer has been removed.
  std::function<void(removed_runs)> swept;
  /// Nothing is left of what the request of this number, and those before it, asked to remove; or removing failed, and
  /// is tried again at the next request.
  std::function<void(std::uint64_t request, result<void> outcome, std::uint64_t free_bytes)> sweep_ended;
  /// How much of a compacted copy is written, in bytes.
  std::function<void(std::uint64_t written, std::uint64_t expected)> copying;
  /// The file is compacted: what is durable from now on is in this one; or it could not be.
  std::function<void(result<std::weak_ptr<database>>)> compacted;
};

/// While commits fail (the file is full, or its disk), the writer tries again, less at a time and more seldom, up to
/// every 2 s. It holds no state that the loop writes: all it shares is the queue.
class writer {
 public:
  /// `time` may be null; then every commit took 0. All must outlive this.
  writer(std::shared_ptr<database> db, write_queue& queue, sweeper old, compactor smaller, const clock* time,
         writer_events events);

  ~writer() { finish(); }

  /// Writes what is queued, without waiting for better times where that fails, and ends the thread. Returns how many
  /// writes were given up.
  std::size_t finish();

 private:
  void run();
  void write_some(write_batch batch);
  void write(const write_batch& batch);
  std::size_t sweep_some();  ///< entries that it looked at
  std::uint64_t free_bytes() const;

  void compact();
  void fail(write_batch batch, const std::string& why);
  nanoseconds now() const;

  std::shared_ptr<database> db_;
  std::optional<write_applier> applier_;  ///< of `db_`
  write_queue& queue_;
  sweeper sweeper_;
  compactor compactor_;
  std::optional<write_queue::sweep_request> sweeping_;  ///< what is too old then is being removed
  const clock* time_;
  writer_events events_;
  std::size_t most_;
  std::chrono::milliseconds pause_;
  bool troubled_ = false;
  std::uint64_t free_bytes_ = 0;  ///< when it was last asked
  std::size_t given_up_at_end_ = 0;
  std::thread thread_;
};

}  // namespace canary::store
