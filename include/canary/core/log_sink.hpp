#pragma once
// Where the daemon's log lines go: a descriptor whose reader may stall, go away, or be a full disk.

#include "canary/core/clock.hpp"
#include "canary/core/nonblocking_output.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace canary {

struct log_sink_options {
  std::size_t max_queue = 1u << 20;               ///< bytes that may wait for the reader
  std::chrono::milliseconds flush_at_exit{1000};  ///< how long the destructor may wait for the reader
};

/// A `logger::sink` that never waits: lines that the reader does not take now wait in a queue, and past its limit new
/// ones are dropped. Once lines flow again, `when_dropped` is told how many are missing, at the place where they are.
///
/// A line that cannot be written (reader gone, disk full) is dropped likewise, and the next one tries anew.
class log_sink {
 public:
  /// `descriptor` stays the caller's; both arguments outlive the sink.
  log_sink(clock& time, int descriptor, log_sink_options options = {});

  /// Flushes, for as long as the options say.
  ~log_sink();

  /// `told` gets the number of lines since it was told last; it may write one of its own.
  void when_dropped(std::function<void(std::uint64_t)> told) { told_ = std::move(told); }

  /// `line` ends with its only newline.
  void write(std::string_view line);

  /// Blocks until the queue is empty, at most for `at_most`: for the process's last words.
  void flush(std::chrono::milliseconds at_most);

  std::size_t queued() const { return queue_.size() - begin_; }  ///< bytes
  std::uint64_t dropped() const { return dropped_; }             ///< lines, since the start

 private:
  bool accept(std::string_view line);
  bool drain();
  void give_up();
  void lose(std::uint64_t lines);
  void report();
  void retry_later();

  clock& time_;
  nonblocking_output out_;
  log_sink_options options_;
  std::function<void(std::uint64_t)> told_;
  std::unique_ptr<timer> retry_;
  bool waiting_ = false;  // for `retry_`
  nanoseconds delay_{};   // until the next retry
  std::string queue_;     // whole lines; what is before `begin_` is written
  std::size_t begin_ = 0;
  std::uint64_t dropped_ = 0;
  std::uint64_t unreported_ = 0;  // of them
  bool failing_ = false;          // the last write met an error
  bool cut_ = false;              // the last line came out in part, and its newline is still to come
};

}  // namespace canary
