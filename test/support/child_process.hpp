#pragma once
// A program that a test starts, listens to, and ends.

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace canary::testing {

/// Its standard output comes to us; it is killed, and waited for, with this object.
class child_process {
 public:
  explicit child_process(const std::vector<std::string>& command) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      std::vector<char*> words;
      for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
      words.push_back(nullptr);
      ::execvp(words[0], words.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
    if (pid_ < 0) throw std::runtime_error("no process");
  }
  ~child_process() {
    kill(SIGKILL);
    ::close(output_);
  }
  child_process(const child_process&) = delete;
  child_process& operator=(const child_process&) = delete;

  pid_t pid() const { return pid_; }

  /// Whether it has ended by itself.
  bool ended() {
    if (pid_ > 0 && ::waitpid(pid_, &status_, WNOHANG) == pid_) pid_ = -1;
    return pid_ < 0;
  }

  /// One line of its output, without the newline. Throws where none comes in time.
  std::string read_line(std::chrono::milliseconds patience) {
    std::size_t end;
    while ((end = pending_.find('\n')) == std::string::npos) {
      pollfd ready{output_, POLLIN, 0};
      if (::poll(&ready, 1, static_cast<int>(patience.count())) <= 0)
        throw std::runtime_error("the program says nothing");
      char buffer[4096];
      const ssize_t got = ::read(output_, buffer, sizeof buffer);
      if (got <= 0) throw std::runtime_error("the program has ended after: " + pending_);
      pending_.append(buffer, static_cast<std::size_t>(got));
    }
    std::string line = pending_.substr(0, end);
    pending_.erase(0, end + 1);
    return line;
  }

  /// Sends a signal and, where that ends it, waits. Returns what waitpid reports.
  int kill(int signal) {
    if (pid_ <= 0) return status_;
    ::kill(pid_, signal);
    ::waitpid(pid_, &status_, 0);
    pid_ = -1;
    return status_;
  }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  int status_ = 0;
  std::string pending_;
};

}  // namespace canary::testing
