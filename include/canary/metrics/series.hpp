#pragma once
// What is counted, before it is written down. The families (families.hpp) read from here.

#include "canary/core/run_record.hpp"
#include "canary/metrics/store_figures.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/summary.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace canary::metrics {

/// How long runs took, over the last hour.
class duration_summary {
 public:
  duration_summary();

  /// A run that ended `at`.
  void observe(double seconds, wall_time at);

  /// The last quantile is 1: the longest run, exactly.
  prometheus::ClientMetric::Summary collect() const;

 private:
  /// The window ages in so many parts.
  static constexpr int summary_parts = 3;

  struct longest {
    std::int64_t part = -summary_parts;  ///< since the epoch
    double seconds = 0;
  };

  prometheus::Summary summary_;
  // The library's quantile 1 may miss the longest by a rank, which is the one run that people look for.
  std::array<longest, summary_parts> longest_{};
  std::int64_t newest_part_ = 0;
};

/// How long the phases of a test's HTTP requests took, with blackbox_exporter's names.
struct request_phases {
  request_phases();
  void observe(const http_timings& timings);
  prometheus::Histogram resolve, connect, tls, processing, transfer;
};

/// When the certificates of the hosts end that a test talks to.
class certificate_ends {
 public:
  static constexpr std::size_t most = 50;

  void set(std::string_view host, wall_time ends);

  struct entry {
    wall_time ends;
    std::uint64_t met;  ///< a count that goes up
  };
  const std::map<std::string, entry, std::less<>>& by_host() const { return by_host_; }

 private:
  std::map<std::string, entry, std::less<>> by_host_;
  std::uint64_t met_ = 0;
};

/// Of one test. What did not happen yet has no series, but for the counters that are at 0 from the start.
struct test_series {
  explicit test_series(std::string_view name);

  void ended(const run_record& record);

  std::string labels;  ///< `test_name="…"`, escaped
  std::string info;    ///< further labels of canary_test_info, likewise
  prometheus::Counter started, passed, failed, cpu_seconds;
  prometheus::Gauge running;
  /// Made with the first observation: one takes 12 KB.
  std::unique_ptr<duration_summary> passed_seconds, failed_seconds;
  std::unique_ptr<request_phases> requests;  ///< made with the first
  certificate_ends certificates;
  std::map<std::string_view, prometheus::Counter> failures;         ///< by class
  std::map<std::string, prometheus::Counter, std::less<>> skipped;  ///< by reason
  std::optional<bool> up;
  std::optional<nanoseconds> frequency;
  bool maintenance = false;
  std::optional<wall_time> last_run, last_success;
};

/// Of the daemon.
struct daemon_series {
  daemon_series(std::string_view version, std::string_view commit, wall_time started);

  std::string version, commit;
  wall_time started{};
  prometheus::Histogram schedule_lateness, loop_lag, store_commit, store_batch;
  prometheus::Counter script_slices;
  std::map<std::pair<std::string, int>, prometheus::Counter, std::less<>> api_requests;  ///< by route and code
  std::map<std::string, prometheus::Counter, std::less<>> auth_failures;  ///< by reason, all from the start
  prometheus::Counter tls_handshake_failures;
  std::optional<bool> certificate_read;
  std::optional<wall_time> certificate_end;
  bool vm_forked = false;
  std::optional<bool> reload_successful;
  std::optional<wall_time> reload_success_at;
  std::function<store_figures()> store;
  std::function<event_reader_figures()> event_readers;
};

/// Seconds since the epoch.
double to_seconds(wall_time t);
double to_seconds(nanoseconds d);

}  // namespace canary::metrics
