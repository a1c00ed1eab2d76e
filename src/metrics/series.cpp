#include "canary/metrics/series.hpp"

#include "canary/metrics/text_format.hpp"

#include <algorithm>
#include <cmath>

namespace canary::metrics {
namespace {

using namespace std::chrono_literals;

// A run every ten minutes still leaves six of them in the window, of which a third goes at a time.
constexpr auto summary_age = 60min;

const prometheus::Summary::Quantiles& quantiles() {
  static const prometheus::Summary::Quantiles list{{0.5, 0.01}, {0.75, 0.01}, {0.9, 0.005}, {0.99, 0.001}, {1, 0.0001}};
  return list;
}

const prometheus::Histogram::BucketBoundaries delays{0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05,
                                                     0.1,    0.25,  0.5,   1,     2.5,  5,     10};

const prometheus::Histogram::BucketBoundaries batches{1, 4, 16, 64, 256, 1024, 4096, 16384};

const prometheus::Histogram::BucketBoundaries latencies{0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

void observe(std::unique_ptr<duration_summary>& summary, const run_record& record) {
  if (!summary) summary = std::make_unique<duration_summary>();
  summary->observe(to_seconds(record.duration), record.end_at.value_or(record.start_at));
}

}  // namespace

duration_summary::duration_summary() : summary_(quantiles(), summary_age, summary_parts) {}

void duration_summary::observe(double seconds, wall_time at) {
  summary_.Observe(seconds);
  const auto part = at.time_since_epoch() / (summary_age / summary_parts);
  longest& place = longest_[static_cast<std::size_t>(part) % longest_.size()];
  place.seconds = place.part == part ? std::max(place.seconds, seconds) : seconds;
  newest_part_ = place.part = part;
}

prometheus::ClientMetric::Summary duration_summary::collect() const {
  auto out = summary_.Collect().summary;
  auto& last = out.quantile.back().value;
  if (std::isnan(last)) return out;  // nothing left in the window
  last = 0;
  for (const auto& place : longest_) {
    if (place.part > newest_part_ - summary_parts && place.part <= newest_part_) last = std::max(last, place.seconds);
  }
  return out;
}

request_phases::request_phases()
    : resolve(latencies), connect(latencies), tls(latencies), processing(latencies), transfer(latencies) {}

void request_phases::observe(const http_timings& t) {
  const auto happened = [](prometheus::Histogram& phase, double ms) {
    if (ms > 0) phase.Observe(ms / 1e3);
  };
  happened(resolve, t.looking_up);
  happened(connect, t.connecting);
  happened(tls, t.tls_handshaking);
  happened(processing, t.sending + t.waiting);  // from the request to the first byte of its answer
  happened(transfer, t.receiving);
}

void certificate_ends::set(std::string_view host, wall_time ends) {
  auto place = by_host_.find(host);
  if (place == by_host_.end()) {
    if (by_host_.size() >= most) {
      by_host_.erase(std::min_element(by_host_.begin(), by_host_.end(),
                                      [](const auto& a, const auto& b) { return a.second.met < b.second.met; }));
    }
    place = by_host_.emplace(host, entry{}).first;
  }
  place->second = {ends, ++met_};
}

test_series::test_series(std::string_view name) : labels(label_text("test_name", name)) {}

void test_series::ended(const run_record& record) {
  // A test that was removed and came back may see the end of a run whose start was counted before.
  if (running.Value() > 0) running.Decrement();
  last_run = record.end_at.value_or(record.start_at);
  if (record.usage) cpu_seconds.Increment(to_seconds(record.usage->cpu));
  if (record.status == run_status::passed) {
    passed.Increment();
    observe(passed_seconds, record);
    last_success = last_run;
    return;
  }
  if (record.status == run_status::skipped) return skipped["script"].Increment();
  failed.Increment();
  observe(failed_seconds, record);
  const bool cut_off = record.cause.kind == failure_class::none;  // an interrupted run may carry no cause of its own
  failures[to_string(cut_off ? failure_class::interrupted : record.cause.kind)].Increment();
}

daemon_series::daemon_series(std::string_view version_text, std::string_view commit_text, wall_time start)
    : version(version_text),
      commit(commit_text),
      started(start),
      schedule_lateness(delays),
      loop_lag(delays),
      store_commit(delays),
      store_batch(batches) {
  for (const auto* reason : {"forbidden", "malformed", "missing", "session", "unknown"}) auth_failures[reason];
}

double to_seconds(wall_time t) { return to_seconds(t.time_since_epoch()); }

double to_seconds(nanoseconds d) {
  // Nanoseconds since the epoch are more than a double holds exactly; seconds and their fraction are not.
  const auto whole = std::chrono::floor<std::chrono::seconds>(d);
  return static_cast<double>(whole.count()) + static_cast<double>((d - whole).count()) / 1e9;
}

}  // namespace canary::metrics
