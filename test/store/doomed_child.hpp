#pragma once
// A child process that tells what it was told to be durable, until it is killed.

#include "support/catch.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <type_traits>
#include <utility>

/// `Line` is what it tells: a few bytes, which a pipe takes whole or not at all.
template <class Line>
class doomed_child {
  static_assert(std::is_trivially_copyable_v<Line>);

 public:
  /// `life` is called in the child, with the pipe to write lines to, and does not return.
  template <class Life>
  explicit doomed_child(Life life) {
    int channel[2];
    REQUIRE(::pipe(channel) == 0);
    process_ = ::fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      ::close(channel[0]);
      life(channel[1]);
      ::_exit(4);
    }
    ::close(channel[1]);
    pipe_ = channel[0];
  }
  ~doomed_child() {
    kill();
    ::close(pipe_);
    if (process_ > 0) ::waitpid(process_, nullptr, 0);
  }
  doomed_child(const doomed_child&) = delete;
  doomed_child& operator=(const doomed_child&) = delete;

  /// The next line; what it had told before it was killed can still be read. False at the end.
  bool read(Line& line) { return ::read(pipe_, &line, sizeof line) == static_cast<ssize_t>(sizeof line); }

  void kill() {
    if (process_ > 0) ::kill(process_, SIGKILL);
  }

  /// After the last line. Returns what waitpid reports.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(process_, -1), &status, 0);
    return status;
  }

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
};
