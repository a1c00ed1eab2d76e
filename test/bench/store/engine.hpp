#pragma once
// What is compared: canaryd's store, and the same work done with SQLite.

#include "canary/core/clock.hpp"
#include "canary/store/rollup.hpp"
#include "canary/store/store.hpp"

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace canary::bench {

struct place {
  std::filesystem::path folder;
  /// What an insert waits for: SQLite's synchronous is FULL, or NORMAL.
  store::durability how = store::durability::full;
  /// How old passed runs become.
  nanoseconds keep_passes = nanoseconds::max();
};

/// What commits have been since `take_commits` was last called.
struct commits {
  std::uint64_t writes = 0;       ///< starts and ends
  std::vector<nanoseconds> took;  ///< one entry each
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

  /// The runs of a test that began in [since, until).
  virtual store::rollup summarize(const std::string& test, wall_time since, wall_time until) const = 0;

  /// Removes, in slices of 500, the passed runs that are too old at `now`.
  virtual void remove_expired(wall_time now, std::function<void()> done) = 0;
  /// How many it has removed since it was opened.
  virtual std::uint64_t removed() const = 0;

  virtual commits take_commits() = 0;
};

/// Opens or makes the database in the folder. Throws std::runtime_error.
std::unique_ptr<engine> open_ours(const place& where, boost::asio::io_context& loop, clock& time);
std::unique_ptr<engine> open_sqlite(const place& where, boost::asio::io_context& loop, clock& time);

/// Stores nothing: what the benchmark itself costs.
std::unique_ptr<engine> make_nothing(boost::asio::io_context& loop);

}  // namespace canary::bench
