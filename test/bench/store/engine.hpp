#pragma once
// What is compared: canaryd's store, and the same work done with SQLite.

#include "canary/core/clock.hpp"
#include "canary/store/store.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace canary::bench {

/// What an insert waits for.
enum class durability : unsigned char {
  full,    ///< the disk: SQLite's synchronous=FULL
  relaxed  ///< a crash of the system may undo the last commits, never more: SQLite's synchronous=NORMAL
};

struct place {
  std::filesystem::path folder;
  durability how = durability::full;
};

/// What commits have been since `take_commits` was last called.
struct commits {
  std::uint64_t writes = 0;       ///< starts and ends
  std::vector<nanoseconds> took;  ///< one entry each
};

/// How a test did in a window of time.
struct test_summary {
  std::uint64_t passed = 0, failed = 0;
  double p99_ms = 0;  ///< of the durations, within a hundredth
};

/// One of the two. Everything is called on the loop's thread; completions come on the loop, once the write is durable.
class engine {
 public:
  virtual ~engine() = default;

  virtual void start(const run_record& record, store::store::completion done) = 0;
  virtual void end(const run_record& record, const run_details& details, store::store::completion done) = 0;

  /// Of a query: `test`, `status` (failed or none), `limit`, `before`.
  virtual std::vector<run_record> list(const store::run_query& query) const = 0;
  virtual std::optional<run_record> find(const run_id& id) const = 0;
  virtual std::optional<run_details> details(const run_id& id) const = 0;

  virtual commits take_commits() = 0;
};

/// Opens or makes the database in the folder. Throws std::runtime_error.
std::unique_ptr<engine> open_ours(const place& where, boost::asio::io_context& loop, clock& time);
std::unique_ptr<engine> open_sqlite(const place& where, boost::asio::io_context& loop, clock& time);

/// Stores nothing: what the benchmark itself costs.
std::unique_ptr<engine> make_nothing(boost::asio::io_context& loop);

}  // namespace canary::bench
