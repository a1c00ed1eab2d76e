#pragma once
// SQLite's side of group commit: a thread that writes whatever has gathered, as canaryd's does.

#include "bench/store/engine.hpp"
#include "bench/store/sqlite.hpp"

#include <boost/asio/executor_work_guard.hpp>

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
  commits take_commits();

 private:
  using batch = std::vector<write>;
  void work();
  void apply(const batch& writes);
  void start(const run_record& record);
  void end(const write& what);
  std::int64_t number_of(const std::string& test);
  void deliver(batch writes);

  boost::asio::io_context& loop_;
  clock& time_;

  sqlite::connection db_;
  sqlite::statement begin_, commit_, new_test_, new_run_, end_run_, new_details_;
  std::unordered_map<std::string, std::int64_t> tests_;
  std::unordered_map<run_id, std::int64_t> ongoing_;  // and their rows, which saves looking them up

  // The loop's.
  std::size_t outstanding_ = 0;
  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> busy_;

  std::mutex mutex_;
  std::condition_variable changed_;
  batch waiting_;
  commits so_far_;
  bool closed_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace canary::bench
