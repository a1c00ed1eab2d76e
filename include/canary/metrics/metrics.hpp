#pragma once
// What Prometheus is told. All families stand in one table, in metrics/families.cpp.

#include "canary/core/run_record.hpp"
#include "canary/core/test.hpp"
#include "canary/metrics/store_figures.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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

  // Of a test that is not registered, the following are ignored: a run may end after its test is gone.

  virtual void run_started(std::string_view test) = 0;
  /// `record` has ended: passed is result 'pass', everything else 'fail'. Its slices count even where its test is gone.
  virtual void run_ended(const run_record& record) = 0;
  virtual void run_skipped(std::string_view test, std::string_view reason, std::uint64_t count) = 0;
  /// One exchange of a run. Phases that did not happen, being 0, are not observed.
  virtual void http_request(std::string_view test, const http_timings& timings) = 0;
  /// When the first certificate ends that `host` showed to a run. Past `most_certificates` hosts of a test, the one
  /// that was met longest ago goes.
  virtual void certificate(std::string_view test, std::string_view host, wall_time ends) = 0;
  /// 1 or 0 for `canary_test_up`; empty (never run, paused, or in maintenance) and the series is absent.
  virtual void test_up(std::string_view test, std::optional<bool> up) = 0;
  /// What `canary_test_info` tells of it: its labels, owner and runbook.
  virtual void test_info(const test& what) = 0;
  /// How often the test is due; empty (paused) and `canary_test_frequency_seconds` is absent.
  virtual void test_frequency(std::string_view test, std::optional<nanoseconds> frequency) = 0;
  /// Whether it is in maintenance; where it is not, `canary_test_maintenance` is absent.
  virtual void test_maintenance(std::string_view test, bool now) = 0;

  virtual void schedule_lateness(nanoseconds late) = 0;
  virtual void loop_lag(nanoseconds lag) = 0;
  /// Whether the VMs of runs are forked.
  virtual void vm_forked(bool forked) = 0;
  /// `writes`: starts and ends of runs in it.
  virtual void store_commit(nanoseconds took, std::size_t writes) = 0;
  virtual void api_request(std::string_view route, int code) = 0;
  /// A request that showed no token that lets it in: missing, malformed, unknown, session or forbidden.
  virtual void auth_failure(std::string_view reason) = 0;
  /// Of the server itself: how the last reading of its certificate went, and when the one in use ends.
  virtual void web_certificate(bool successful, wall_time not_after) = 0;
  virtual void tls_handshake_failed() = 0;
  virtual void config_reloaded(bool successful, wall_time at) = 0;

  /// Read at each scrape.
  virtual void observe_store(std::function<store_figures()> read) = 0;
  /// Likewise; empty where there are none to tell of.
  virtual void observe_event_readers(std::function<event_reader_figures()> read) = 0;

  /// The text exposition format, version 0.0.4, of everything. With thousands of tests this takes longer than the loop
  /// may be held: a server uses `exposition_pieces`.
  virtual std::string exposition() const = 0;

  /// The same text bit by bit. Each call appends some more, within well under 2 ms, and answers whether there is any
  /// left. Tests may come and go between the calls. Must not outlive this object.
  virtual std::function<bool(std::string& out)> exposition_pieces() const {
    return [this](std::string& out) {
      out += exposition();
      return false;
    };
  }
};

std::unique_ptr<metrics> create_metrics(std::string_view version, std::string_view commit, wall_time started);

}  // namespace canary::metrics
