#pragma once
// A real database in a folder of its own, on a loop that tests turn.

#include "canary/store/store.hpp"

#include "support/catch.hpp"

#include <boost/asio/io_context.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace canary::store::testing {

inline constexpr wall_time noon{std::chrono::seconds{1'700'000'000}};

/// Removed with all that is in it.
class temporary_folder {
 public:
  temporary_folder();
  ~temporary_folder();
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  std::filesystem::path operator/(const char* name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A run's records, from its start to its end.
run_record started(const run_id& id, std::string test, wall_time at);
run_record ended(run_record run, run_status status, nanoseconds took, failure cause = {});

/// A log of so many bytes that no other resembles, and that cannot be made smaller.
run_details noise(std::size_t bytes, int seed = 0);

struct fixture {
  temporary_folder folder;
  boost::asio::io_context loop{1};
  virtual_clock time{noon};
  std::vector<std::string> lines;
  logger log{time, [this](std::string line) { lines.push_back(std::move(line)); }, log_format::text};
  run_id_generator ids;
  lmdb_options options;
  std::unique_ptr<store> db;

  fixture() { options.file = folder / "canary.db"; }

  result<std::unique_ptr<store>> try_open(wall_time now = noon) {
    return open_lmdb_store(options, loop.get_executor(), now, log);
  }
  void open(wall_time now = noon) { db = std::move(try_open(now).value()); }
  void close() { db.reset(); }

  /// Turns the loop until every write is done.
  void settle() {
    loop.restart();
    loop.run();
  }

  /// Durable when it returns.
  run_record start(const std::string& test, wall_time at);
  run_record end(const run_record& run, run_status status, const run_details& details = {});

  std::vector<std::string> ids_of(const run_query& query);
  bool logged(const std::string& text) const;
};

}  // namespace canary::store::testing

namespace canary {
bool operator==(const run_record& a, const run_record& b);
}
