#pragma once
// Writing to a descriptor that others share, such as standard output, without ever waiting for its reader.

#include <chrono>
#include <cstddef>
#include <string_view>

namespace canary {

/// O_NONBLOCK belongs to the open file, which a shell, its other children and the terminal share with this process:
/// setting it breaks programs that never heard of it. This class leaves it alone, and takes one of these ways instead.
enum class output_way : unsigned char {
  direct,    ///< a regular file: writes go to the page cache
  reopened,  ///< a pipe or terminal, opened once more by /proc/self/fd, so that the flag is this process's own
  socket,    ///< send(2) with MSG_DONTWAIT
  polled,    ///< where it cannot be opened again: poll(2) before each write of at most PIPE_BUF bytes
};

class nonblocking_output {
 public:
  /// `descriptor` stays the caller's and outlives this object. SIGPIPE must be ignored by the process.
  explicit nonblocking_output(int descriptor);
  /// The same, in the way given.
  nonblocking_output(int descriptor, output_way way);
  ~nonblocking_output();
  nonblocking_output(const nonblocking_output&) = delete;
  nonblocking_output& operator=(const nonblocking_output&) = delete;

  struct written {
    std::size_t bytes = 0;
    bool failed = false;  ///< the reader is gone, the disk is full, …; otherwise there is no room now for the rest
  };

  /// As much of `data` as goes at once.
  written write(std::string_view data);

  /// Waits for room, or for the reader to go. False where `at_most` has passed first.
  bool wait(std::chrono::milliseconds at_most) const;

  output_way way() const { return way_; }

 private:
  int descriptor_;
  bool owned_ = false;
  output_way way_;
};

}  // namespace canary
