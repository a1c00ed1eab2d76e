#pragma once
// Where runs are kept. The daemon knows this class; which database is behind it, only its own files know.

#include "canary/core/clock.hpp"
#include "canary/core/intervention.hpp"
#include "canary/core/log.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"
#include "canary/store/retention.hpp"
#include "canary/store/standing.hpp"
#include "canary/store/summary.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace canary::store {

/// Which runs a listing shows, newest first. All conditions must hold.
struct run_query {
  std::optional<std::string> test = {};
  std::optional<std::vector<std::string>> tests = {};  ///< any of these; none where it is empty
  std::optional<run_status> status = {};
  std::optional<failure_class> kind = {};
  std::optional<std::uint32_t> attempt = {};  ///< from 1
  std::optional<wall_time> since = {};        ///< started at or after
  std::optional<wall_time> until = {};        ///< started before
  std::size_t limit = 100;
  std::optional<run_id> before = {};  ///< where the page before this one ended: `run_page::next`
};

struct run_page {
  std::vector<run_record> runs;
  /// Set where there may be more. A page may hold fewer than `limit` runs, even none, and yet have a next one: a filter
  /// that matches seldom is not looked for longer than the loop can wait.
  std::optional<run_id> next;
};

struct statistics {
  std::uint64_t runs = 0;          ///< stored
  std::uint64_t size_bytes = 0;    ///< of the file's used pages, free ones among them
  std::uint64_t free_bytes = 0;    ///< of pages that what comes next will use, as of the last `remove_expired`
  std::uint64_t queue_length = 0;  ///< writes that are not durable yet
  std::uint64_t dropped = 0;       ///< writes given up since the start
  std::uint64_t interrupted = 0;   ///< runs found unfinished when the file was opened
  removed_runs removed = {};       ///< by retention, since the start
};

/// How the database's last compaction went, or goes: a copy without free pages takes the file's place.
struct compaction {
  enum class state : unsigned char { none, copying, done, failed };
  state now = state::none;
  std::uint64_t bytes_written = 0, bytes_expected = 0;  ///< of the copy
  std::uint64_t bytes_before = 0, bytes_after = 0;      ///< of the file, once it is done
  std::string why;                                      ///< it failed
};

/// All members are called on the loop's thread. Reads answer from a snapshot of what is durable, within 2 ms; writes
/// are queued, and durable when their completion is called, on the loop, in the order of the writes.
class store {
 public:
  /// Without an error the write is durable.
  using completion = std::function<void(const result<void>&)>;

  /// Waits for what is queued, then closes.
  virtual ~store() = default;

  /// A run has started. `record.status` is running.
  virtual void start_run(const run_record& record, completion done) = 0;

  /// It has ended. `record.id` names a run given to `start_run` before, durable or still queued.
  virtual void end_run(const run_record& record, const run_details& details, completion done) = 0;

  /// What an operator has said of a test, in place of what was said before; nothing is kept of one that says nothing.
  /// The test need not have run.
  virtual void keep_intervention(const std::string& test, const intervention& said, completion done) {
    static_cast<void>(test), static_cast<void>(said);
    done(error{"this database does not keep what operators say"});
  }

  /// All that are kept, by the tests' names: at most one a test.
  virtual result<std::map<std::string, intervention>> list_interventions() const {
    return std::map<std::string, intervention>{};
  }

  /// Removes what is too old at `now` or too much, little by little, while writes go on, and remembers `now`. `done`,
  /// which may be empty, is called when that is over; not where the store is closed before.
  virtual void remove_expired(retention_date now, std::function<void()> done) = 0;

  /// The date of the last `remove_expired` that is durable, to the minute. Empty where there was none.
  virtual result<std::optional<retention_date>> last_expiry() const { return std::optional<retention_date>{}; }

  virtual result<run_page> list_runs(const run_query& query) const = 0;

  /// Runs that have started and not ended, oldest first, at most `limit`.
  virtual result<std::vector<run_record>> list_ongoing(std::size_t limit = 1000) const = 0;

  /// Empty where there is no such run.
  virtual result<std::optional<run_record>> find_run(const run_id& id) const = 0;

  /// Empty where there is no such run, or it has not ended.
  virtual result<std::optional<run_details>> find_details(const run_id& id) const = 0;

  /// What became of the runs of a test that began in [since, until): uptime, percentiles, counts. Costs the same
  /// whatever is stored. The answer's own bounds say what it covers. An edge moves outwards to the hour's where it lies
  /// in an hour of very many runs, or in one of which retention has removed some, or in which the clock was set; a
  /// window of more than two years begins later.
  virtual result<summary> summarize(std::string_view test, wall_time since, wall_time until) const = 0;

  /// The same in stretches of `step`, which is a number of whole hours; aligned to multiples of it since 1970.
  virtual result<rollup_page> list_rollups(std::string_view test, wall_time since, wall_time until,
                                           std::chrono::hours step) const = 0;

  /// Empty where no run of the test has ended.
  virtual result<std::optional<standing>> find_standing(std::string_view test) const = 0;

  virtual statistics stats() const = 0;

  /// Begins to make the file smaller. Writes wait meanwhile; reads go on. Nothing that was durable is lost, however the
  /// process ends. The error says why it cannot begin now.
  virtual result<void> compact() { return error{"this database cannot be compacted"}; }
  virtual compaction last_compaction() const { return {}; }
};

/// What a write that is durable outlives. With both it outlives the process, however that ends.
enum class durability : unsigned char {
  full,    ///< the end of the system, too: a power cut
  relaxed  ///< should the system go down, the writes of some last commits may be lost; the file is whole even so
};

/// One commit.
struct commit_report {
  nanoseconds took{};      ///< fsync included
  std::size_t writes = 0;  ///< starts and ends of runs
};

struct lmdb_options {
  std::filesystem::path file = "canary.db";  ///< '<file>-lock' stands beside it
  std::uint64_t max_size = 10ull << 30;      ///< bytes of address space, and of file at most
  std::size_t max_queue = 100'000;           ///< writes that may wait; past it the oldest start-only writes go first
  std::size_t max_queue_bytes = 256u << 20;  ///< and in bytes of memory

  retention keep = {};
  canary::store::durability durability = canary::store::durability::full;

  /// Measures commits; may be null. Its `mono` is called on the writer's thread too, as the real clock allows.
  const clock* time = nullptr;
  /// Called for each commit on the loop, before its completions. Needs `time`.
  std::function<void(const commit_report&)> on_commit;

  /// Called while a file of an older version is migrated, some times a second: how many of its runs are done.
  std::function<void(std::uint64_t done, std::uint64_t all)> on_migration;
};

/// Opens or makes the file, and ends every run found unfinished as interrupted, at `now`. The error says which file,
/// what is wrong with it (not writable, in use by another daemon, not a canaryd database, made by a newer version,
/// corrupt), and what to do.
result<std::unique_ptr<store>> open_lmdb_store(const lmdb_options& options, boost::asio::any_io_executor loop,
                                               wall_time now, const logger& log);

}  // namespace canary::store
