#pragma once
// What Prometheus is told. All families stand in one table, in metrics/families.cpp.

#include "canary/core/run_record.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace canary::metrics {

/// Counts runs when they are durable, so that what is scraped agrees with what is stored.
class metrics {
 public:
  virtual ~metrics() = default;

  /// A test is registered: its series exist from now on, at 0. Known tests are left as they are.
  virtual void test_added(std::string_view test) = 0;
  /// Its series go.
  virtual void test_removed(std::string_view test) = 0;

  virtual void run_started(std::string_view test) = 0;
  /// `record` has ended: passed is result 'pass', everything else 'fail'.
  virtual void run_ended(const run_record& record) = 0;
  virtual void run_skipped(std::string_view test, std::string_view reason, std::uint64_t count) = 0;
  /// 1 or 0 for `canary_test_up`.
  virtual void test_up(std::string_view test, bool up) = 0;

  virtual void schedule_lateness(nanoseconds late) = 0;
  virtual void loop_lag(nanoseconds lag) = 0;
  virtual void script_slice() = 0;
  virtual void store_commit(nanoseconds took) = 0;
  virtual void api_request(std::string_view route, int code) = 0;
  virtual void config_reloaded(bool successful, wall_time at) = 0;

  /// Read at each scrape.
  virtual void observe_store(std::function<std::uint64_t()> queue_length, std::function<std::uint64_t()> size_bytes) = 0;

  /// The text exposition format, version 0.0.4, of everything.
  virtual std::string exposition() const = 0;
};

std::unique_ptr<metrics> create_metrics(std::string_view version, std::string_view commit, wall_time started);

}  // namespace canary::metrics
