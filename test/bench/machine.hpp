#pragma once
// What the machine says of a process: its processor time, its memory, its core.

#include "canary/core/time.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace canary::bench {

/// What some runs cost together.
struct cost {
  std::uint64_t runs = 0;
  nanoseconds wall{}, cpu{};

  double cpu_us_per_run() const { return static_cast<double>(cpu.count()) / 1e3 / static_cast<double>(runs); }
  double runs_per_s() const { return static_cast<double>(runs) * 1e9 / static_cast<double>(wall.count()); }
};

/// User and system time of this process, all threads, so far.
nanoseconds cpu_time();

/// What this process has written to files so far, in bytes: 'wchar' of /proc/self/io. (Its 'write_bytes' counts whole
/// folios of the page cache, however little of them is written.)
std::uint64_t written_bytes();

/// Resident memory of this process, in bytes: 'Rss' of /proc/self/smaps_rollup.
std::uint64_t resident_bytes();

/// The last core of the machine, for servers; this process and wrk take core 0. On a machine with one core they share.
int server_core();

/// Keeps the calling thread, and all that it starts from now on, on one core.
void stay_on_core(int core);

/// A folder of its own below the build folder, on a real disk as a rule, removed with this object.
class scratch_folder {
 public:
  scratch_folder();
  ~scratch_folder();
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  const std::string& path() const { return path_; }
  void write(const std::string& name, const std::string& text) const;

 private:
  std::string path_;
};

struct program_result {
  std::string output;
  nanoseconds cpu{};  ///< user and system
};

/// Runs a program to its end. Throws std::runtime_error where it fails.
program_result run_program(const std::vector<std::string>& command);

/// Calls `measure` in a child process, whose memory holds nothing of earlier benchmarks, and returns what it returned.
/// Throws std::runtime_error with what it threw. Only while this process has one thread.
std::vector<double> in_child(const std::function<std::vector<double>()>& measure);

}  // namespace canary::bench
