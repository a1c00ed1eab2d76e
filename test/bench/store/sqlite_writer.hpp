#pragma once
// SQLite's side of group commit: a thread that writes whatever has gathered, as canaryd's does.

#include "bench/store/engine.hpp"
#include "bench/store/sqlite.hpp"
#include "bench/store/sqlite_rollups.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace canary::bench {

class sqlite_writer {
 public:
  sqlite_writer(const place& where, boost::asio::io_context& loop, clock& time);
  /// Waits for what is queued.
  ~sqlite_writer();

  struct write {
    bool is_start = true;
    run_record record;
    std::string details;  ///< encoded as canaryd does
    store::store::completion done;
  };
  void push(write what);
  void remove_expired(wall_time now, std::function<void()> done);
  std::uint64_t removed() const { return removed_; }
  commits take_commits();

 private:
  using batch = std::vector<write>;
  void work();
  void write_some(batch writes);
  void apply(const batch& writes);
  void start(const run_record& record);
  void end(const write& what);
  bool remove_some(wall_time before);
  std::int64_t number_of(const std::string& test);
  void deliver(batch writes);

  boost::asio::io_context& loop_;
  clock& time_;

  sqlite::connection db_;
  sqlite::statement begin_, commit_, new_test_, new_run_, end_run_, new_details_, oldest_, drop_run_, drop_details_;
  sqlite_rollups rollups_;
  std::unordered_map<std::string, std::int64_t> tests_;
  std::unordered_map<run_id, std::int64_t> ongoing_;  // and their rows, which saves looking them up

  // The loop's.
  std::size_t outstanding_ = 0;
  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> busy_;

  const nanoseconds keep_passes_;
  std::int64_t swept_ = 0;  // the rows up to this one have been looked at
  std::atomic<std::uint64_t> removed_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  batch waiting_;
  commits so_far_;
  std::optional<wall_time> expired_;  // what is to be removed: from before then
  std::function<void()> when_removed_;
  bool closed_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace canary::bench
