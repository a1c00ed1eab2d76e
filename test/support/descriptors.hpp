#pragma once
// Pipes, sockets and files whose other end a test holds.

#include "support/catch.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <utility>

namespace canary {

/// Something to write into, and what was written.
class test_pipe {
 public:
  test_pipe() {
    REQUIRE(::pipe2(ends_.data(), O_CLOEXEC) == 0);
    ::fcntl(ends_[0], F_SETFL, O_NONBLOCK);  // an open file of its own, apart from the writing end's
  }
  static test_pipe of_sockets() {
    test_pipe p;
    p.close_reader();
    ::close(std::exchange(p.ends_[1], -1));
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, p.ends_.data()) == 0);
    ::fcntl(p.ends_[0], F_SETFL, O_NONBLOCK);
    return p;
  }
  test_pipe(test_pipe&& other) noexcept : ends_(std::exchange(other.ends_, {-1, -1})) {}
  ~test_pipe() {
    for (const int end : ends_) {
      if (end >= 0) ::close(end);
    }
  }

  int in() const { return ends_[1]; }
  int out() const { return ends_[0]; }
  void close_reader() { ::close(std::exchange(ends_[0], -1)); }
  void close_writer() { ::close(std::exchange(ends_[1], -1)); }
  bool is_nonblocking() const { return (::fcntl(ends_[1], F_GETFL) & O_NONBLOCK) != 0; }

  /// All that is there now, at most `limit` bytes.
  std::string read_available(std::size_t limit = std::string::npos) {
    std::string all;
    std::array<char, 4096> part;
    while (all.size() < limit) {
      const ssize_t n = ::read(ends_[0], part.data(), std::min(part.size(), limit - all.size()));
      if (n <= 0) break;
      all.append(part.data(), static_cast<std::size_t>(n));
    }
    return all;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

/// An empty file without a name.
class test_file {
 public:
  test_file() {
    char path[] = "/tmp/canary-test-XXXXXX";
    descriptor_ = ::mkstemp(path);
    REQUIRE(descriptor_ >= 0);
    ::unlink(path);
  }
  test_file(const test_file&) = delete;
  test_file& operator=(const test_file&) = delete;
  ~test_file() { ::close(descriptor_); }

  int descriptor() const { return descriptor_; }
  std::string content() const {
    std::string all(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    all.resize(static_cast<std::size_t>(::pread(descriptor_, all.data(), all.size(), 0)));
    return all;
  }

 private:
  int descriptor_ = -1;
};

}  // namespace canary
