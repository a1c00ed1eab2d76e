#pragma once
// What a run leaves behind, within bounds.

#include "canary/core/failure.hpp"
#include "canary/core/run_record.hpp"

#include <map>
#include <string>

namespace canary::run {

/// Bytes of messages and fields that one run may log, and how many requests its trace keeps; it may make others.
inline constexpr std::size_t log_limit_bytes = 1u << 20;
inline constexpr std::size_t request_limit = 1000;
inline constexpr std::size_t log_limit_lines = 10'000;

/// What cleanups may have beyond the limits, so that they can tidy up after a run that has reached one.
inline constexpr std::size_t cleanup_bytes = 64u << 10, cleanup_lines = 100, cleanup_requests = 100;

/// Collects a run's details while it goes on.
class run_log {
 public:
  /// Keeps the line. A failure of class limit where the run has logged too much: it is kept no more, and counted.
  failure add(log_entry entry);

  /// The line that was kept last; there is one.
  const log_entry& latest() const { return details_.logs.back(); }

  void add(std::vector<http_exchange> exchanges);

  /// Notes when the first of a host's certificates ends, of all that it has shown.
  void met(const tls_facts& facts);

  /// When the first certificate of each host ends that the run has met, by host; at most `most_hosts`.
  const std::map<std::string, wall_time>& certificates() const { return certificates_; }
  static constexpr std::size_t most_hosts = 50;

  /// Whether so many more requests may be made, of `most`; else the failure, of class limit.
  failure may_request(std::size_t more, std::uint32_t most) const;

  /// From here on there is room for what cleanups do.
  void begin_cleanup() { cleaning_up_ = true; }

  run_details take(std::optional<script_error> error);

 private:
  run_details details_;
  std::map<std::string, wall_time> certificates_;
  std::size_t bytes_ = 0;
  bool cleaning_up_ = false;
};

}  // namespace canary::run
