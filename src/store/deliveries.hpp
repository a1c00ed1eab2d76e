#pragma once
// How what became of writes reaches those who asked for them, on the loop.

#include "canary/core/clock.hpp"
#include "canary/core/log.hpp"
#include "pending_write.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>

#include <optional>

namespace canary::store {

/// Used on the loop alone. Handlers that the writer posts share it, so it outlives the store where they are still to
/// come.
class deliveries : public std::enable_shared_from_this<deliveries> {
 public:
  /// How long writes succeed before trouble is told as over. A file near its limit takes some and refuses others.
  static constexpr nanoseconds calm = std::chrono::seconds{10};

  /// `log` and `time` must outlive the store, after which `detach` is called. Where `time` is null, trouble is over at
  /// the first write that succeeds.
  deliveries(boost::asio::any_io_executor loop, const logger& log, const clock* time,
             std::function<void(const commit_report&)> on_commit);

  const boost::asio::any_io_executor& loop() const { return loop_; }

  /// A write was queued. While any is, the loop has work.
  void expect();

  void committed(write_batch batch, nanoseconds took);
  void dropped(write_batch batch, const std::string& why);
  void troubled(const std::string& why);
  void healed();
  void swept(const removed_runs& removed);
  /// `done` is to be called when the request of this number has been met.
  void expect_sweep(std::uint64_t request, std::function<void()> done);
  void sweep_ended(std::uint64_t request, const result<void>& outcome, std::uint64_t free_bytes);

  /// Throws, out of the loop: what is not durable is lost, and all else is found when the file is opened anew.
  [[noreturn]] void lost(const std::string& why);

  /// A compaction was asked for.
  void expect_compaction(std::uint64_t bytes_before);
  void copying(std::uint64_t written, std::uint64_t expected);
  /// `bytes_after`: of the file that took the place of the one before.
  void compacted(const result<std::uint64_t>& bytes_after);
  const compaction& last_compaction() const { return compaction_; }

  /// The store is gone: completions are still called, nothing else is.
  void detach();

  std::uint64_t outstanding() const { return outstanding_; }
  std::uint64_t dropped_count() const { return dropped_; }
  std::uint64_t free_bytes() const { return free_bytes_; }
  const removed_runs& removed() const { return removed_; }

 private:
  struct delivery {
    pending_write write;
    result<void> outcome;
  };
  void add(write_batch batch, const result<void>& outcome);
  void tell_if_well();
  void deliver_some();

  boost::asio::any_io_executor loop_;
  const logger* log_;
  const clock* time_;
  std::function<void(const commit_report&)> on_commit_;
  std::optional<boost::asio::executor_work_guard<boost::asio::any_io_executor>> work_;
  std::list<delivery> ready_;
  std::uint64_t outstanding_ = 0;
  std::uint64_t dropped_ = 0;
  std::uint64_t free_bytes_ = 0;
  removed_runs removed_;
  struct sweep {
    std::uint64_t request;
    std::function<void()> done;
    boost::asio::executor_work_guard<boost::asio::any_io_executor> work;
  };
  std::list<sweep> sweeps_;
  std::uint64_t dropped_in_trouble_ = 0;
  std::uint64_t troubles_ = 0;           // since the log said that all was well
  std::optional<mono_time> well_since_;  // writes succeed again
  compaction compaction_;
  std::optional<boost::asio::executor_work_guard<boost::asio::any_io_executor>> compacting_;
  bool delivering_ = false;
};

}  // namespace canary::store
