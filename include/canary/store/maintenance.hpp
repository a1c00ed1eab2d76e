#pragma once
// What is done to a database file from outside: figures, verification, export, import, copies. For programs of their
// own, with no loop to keep: these functions take their time, and tell how far they have come.
//
// Those that read may do so beside a daemon. They look at the file slice by slice, each slice in a snapshot of its own
// that is soon given up, so that the daemon can use freed pages again; only a copy is one long snapshot. A file that
// is damaged in the right place crashes whoever reads it: call them in a child process.

#include "canary/core/failure.hpp"
#include "canary/core/result.hpp"
#include "canary/core/run_record.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace canary::store {

/// How far something has come.
struct progress {
  std::uint64_t done = 0;  ///< runs, entries, or bytes of a copy
  double share = 0;        ///< of the whole, 0 to 1
};
using progress_listener = std::function<void(const progress&)>;

struct table_statistics {
  std::string name;
  std::uint64_t entries = 0;
  std::uint64_t bytes = 0;  ///< whole pages; of tables that hold ids, what the others leave, by their entries
  unsigned depth = 0;       ///< levels of its tree
};

struct reader_statistics {
  int process = 0;
  std::optional<std::uint64_t> behind;  ///< commits since its snapshot; empty where it reads nothing now
};

struct file_statistics {
  std::filesystem::path file;
  std::uint64_t file_bytes = 0;
  std::uint64_t page_bytes = 0;
  std::uint64_t used_pages = 0, free_pages = 0;
  std::uint64_t map_bytes = 0;  ///< what it may grow to
  std::uint32_t schema = 0;
  std::optional<wall_time> created;
  std::optional<int> daemon;  ///< the process that has locked it
  std::vector<table_statistics> tables;
  std::uint64_t tests = 0, runs = 0, running = 0, passed = 0, failed = 0, interrupted = 0, skipped = 0;
  std::map<failure_class, std::uint64_t> failures;  ///< of failed and interrupted runs
  std::optional<wall_time> oldest, newest;          ///< when these runs' ids were made
  double bytes_per_run = 0;                         ///< of pages in use; 0 without runs
  std::vector<reader_statistics> readers;
};

/// Takes as long as the list of free pages is, however many runs there are.
result<file_statistics> read_statistics(const std::filesystem::path& file);

/// Something that is not as it has to be.
struct discrepancy {
  std::string table;
  std::string key;   ///< as people write it: a run's id, a test's name
  std::string what;  ///< a sentence
  std::string remedy;
};

struct verification {
  std::uint64_t entries = 0;  ///< looked at
  std::uint64_t runs = 0;
  std::uint64_t discrepancies = 0;
};

/// Reads everything, and holds each entry against those that it must agree with.
result<verification> verify_database(const std::filesystem::path& file,
                                     const std::function<void(const discrepancy&)>& found,
                                     const progress_listener& listener);

struct export_filter {
  std::vector<std::string> tests = {};  ///< of these; of all where there are none
  std::optional<run_status> status = {};
  std::optional<wall_time> since = {};  ///< started at or after
  std::optional<wall_time> until = {};  ///< started before
};

struct export_summary {
  std::uint64_t runs = 0, bytes = 0;
  std::uint64_t damaged = 0;  ///< runs that cannot be read, and are left out
  bool stopped = false;       ///< `write` wanted no more
};

/// Runs as JSON Lines (run_json.hpp), oldest first. `write` gets whole lines, and returns whether it wants more.
result<export_summary> export_runs(const std::filesystem::path& file, const export_filter& filter,
                                   const std::function<bool(std::string_view)>& write,
                                   const progress_listener& listener);

/// Likewise into a file, which is on disk and whole when it gets its name. `replace`: in place of a file of that name,
/// but never of the database itself or of one in use.
result<export_summary> export_to_file(const std::filesystem::path& from, const std::filesystem::path& to, bool replace,
                                      const export_filter& filter, const progress_listener& listener);

struct import_options {
  std::filesystem::path file;  ///< new, or one that no daemon uses
  std::uint64_t max_size = 10ull << 30;
  wall_time now{};
  std::uint64_t input_bytes = 0;  ///< how much comes, for the progress; 0 where nobody knows
};

struct import_summary {
  std::uint64_t lines = 0, imported = 0;
  std::uint64_t there_already = 0;  ///< runs of the same id, which stay as they are
  std::uint64_t removed = 0;        ///< runs of a time from which retention has removed their like; left out
};

/// Reads what `export_runs` writes. `read` fills a buffer and returns how much it got, 0 at the end. The error of a
/// line tells its number; what stands before it is imported.
result<import_summary> import_runs(const import_options& options,
                                   const std::function<std::size_t(char*, std::size_t)>& read,
                                   const progress_listener& listener);

struct copy_options {
  bool compact = false;  ///< without the free pages
  bool replace = false;  ///< a file that is there already
};

struct copy_summary {
  std::uint64_t bytes_before = 0, bytes_after = 0, runs = 0;
};

/// Copies a file, also one in use, into a new one that is on disk and whole when it gets its name.
result<copy_summary> copy_database(const std::filesystem::path& from, const std::filesystem::path& to,
                                   const copy_options& options, const progress_listener& listener);

/// Puts a copy without free pages in the file's place, with its owner and its permissions. Not while a daemon uses it.
result<copy_summary> compact_database(const std::filesystem::path& file, const progress_listener& listener);

/// Where copies, compacted files and exports are written until they are done.
std::filesystem::path unfinished_copy(const std::filesystem::path& of);

}  // namespace canary::store
