#pragma once
// What runs talk to. Each server is a process of its own, on the machine's last core.

#include "bench/machine.hpp"
#include "support/child_process.hpp"

#include <atomic>
#include <memory>
#include <string>

namespace canary::bench {

/// nginx, answering every GET with three bytes, over connections that it keeps.
class nginx {
 public:
  /// Returns when it listens. Throws std::runtime_error where it does not.
  nginx();

  const std::string& url() const { return url_; }

 private:
  scratch_folder folder_;
  std::string url_;
  std::unique_ptr<testing::child_process> process_;
};

/// Takes connections and requests, and answers nothing. Made before this process has a second thread.
class silent_server {
 public:
  silent_server();
  ~silent_server();
  silent_server(const silent_server&) = delete;
  silent_server& operator=(const silent_server&) = delete;

  const std::string& url() const { return url_; }
  /// How many requests have come in.
  std::size_t requests() const { return *requests_; }

 private:
  std::string url_;
  std::atomic<std::size_t>* requests_;  // in memory that both processes see
  pid_t pid_;
};

/// What a server is asked in some seconds by wrk, 64 connections and one thread, on core 0.
struct wrk_figures {
  double requests_per_s = 0, cpu_us_per_request = 0;
};
wrk_figures run_wrk(const std::string& url, int seconds);

}  // namespace canary::bench
