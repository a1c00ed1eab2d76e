#include "canary/metrics/metrics.hpp"

#include "canary/metrics/families.hpp"

namespace canary::metrics {
namespace {

using tests_by_name = std::map<std::string, test_series, std::less<>>;

// Tests of one family that one piece holds. A summary is the dearest, at some 10 µs.
constexpr std::size_t tests_per_piece = 32;

// The labels of canary_test_info beside test_name. Those of the test's own have a prefix, as kube-state-metrics does
// it, so that none takes the place of ours or of Prometheus' own.
std::string info_text(const test& what) {
  std::string out;
  const auto add = [&](std::string_view label, std::string_view value) {
    if (value.empty()) return;
    if (!out.empty()) out += ',';
    out += label_text(label, value);
  };
  add("owner", what.owner);
  add("runbook", what.runbook);
  for (const auto& [name, value] : what.labels) add("label_" + name, value);
  return out;
}

// Where a scrape stands: family by family, and within one, test by test. It remembers the last test by name, so that
// tests may come and go meanwhile.
class exposition_walk {
 public:
  exposition_walk(const tests_by_name& tests, const daemon_series& daemon)
      : tests_(tests), scrape_{daemon, read_process()} {}

  bool next(std::string& out) {
    const auto all = families();
    if (family_ == all.size()) return false;
    const family& f = all[family_];
    sample_writer writer(out, f.name);
    if (!after_) write_head(f, out);
    if (f.of_daemon) {
      f.of_daemon(scrape_, writer);
    } else if (write_tests(f, writer)) {
      return true;
    }
    after_.reset();
    return ++family_ < all.size();
  }

 private:
  static void write_head(const family& f, std::string& out) {
    out.append("# HELP ").append(f.name).append(" ").append(f.help);
    out.append("\n# TYPE ").append(f.name).append(" ").append(f.type).append("\n");
  }

  bool write_tests(const family& f, sample_writer& writer) {
    auto it = after_ ? tests_.upper_bound(*after_) : tests_.begin();
    for (std::size_t n = 0; n < tests_per_piece && it != tests_.end(); ++n, ++it) {
      writer.common_labels(it->second.labels);
      f.of_test(it->second, writer);
      if (n + 1 == tests_per_piece) after_ = it->first;
    }
    return it != tests_.end();
  }

  const tests_by_name& tests_;
  scrape scrape_;
  std::size_t family_ = 0;
  std::optional<std::string> after_;
};

class prometheus_metrics final : public metrics {
 public:
  prometheus_metrics(std::string_view version, std::string_view commit, wall_time started)
      : daemon_(version, commit, started) {}

  void test_added(std::string_view test) override {
    if (!find(test)) tests_.try_emplace(std::string(test), test);
  }

  void test_removed(std::string_view test) override {
    if (const auto it = tests_.find(test); it != tests_.end()) tests_.erase(it);
  }

  void run_started(std::string_view test) override {
    if (auto* t = find(test)) {
      t->started.Increment();
      t->running.Increment();
    }
  }

  void run_ended(const run_record& record) override {
    if (record.usage) daemon_.script_slices.Increment(static_cast<double>(record.usage->slices));
    if (auto* t = find(record.test)) t->ended(record);
  }

  void run_skipped(std::string_view test, std::string_view reason, std::uint64_t count) override {
    auto* t = find(test);
    if (!t) return;
    auto it = t->skipped.find(reason);
    if (it == t->skipped.end()) it = t->skipped.try_emplace(std::string(reason)).first;
    it->second.Increment(static_cast<double>(count));
  }

  void http_request(std::string_view test, const http_timings& timings) override {
    auto* t = find(test);
    if (!t) return;
    if (!t->requests) t->requests = std::make_unique<request_phases>();
    t->requests->observe(timings);
  }

  void certificate(std::string_view test, std::string_view host, wall_time ends) override {
    if (auto* t = find(test)) t->certificates.set(host, ends);
  }

  void test_up(std::string_view test, std::optional<bool> up) override {
    if (auto* t = find(test)) t->up = up;
  }

  void test_info(const test& what) override {
    if (auto* t = find(what.name)) t->info = info_text(what);
  }

  void test_frequency(std::string_view test, std::optional<nanoseconds> frequency) override {
    if (auto* t = find(test)) t->frequency = frequency;
  }

  void test_maintenance(std::string_view test, bool now) override {
    if (auto* t = find(test)) t->maintenance = now;
  }

  void schedule_lateness(nanoseconds late) override { daemon_.schedule_lateness.Observe(to_seconds(late)); }
  void loop_lag(nanoseconds lag) override { daemon_.loop_lag.Observe(to_seconds(lag)); }
  void vm_forked(bool forked) override { daemon_.vm_forked = forked; }
  void store_commit(nanoseconds took, std::size_t writes) override {
    daemon_.store_commit.Observe(to_seconds(took));
    daemon_.store_batch.Observe(static_cast<double>(writes));
  }

  void api_request(std::string_view route, int code) override {
    daemon_.api_requests[{std::string(route), code}].Increment();
  }

  void auth_failure(std::string_view reason) override {
    if (const auto it = daemon_.auth_failures.find(reason); it != daemon_.auth_failures.end()) it->second.Increment();
  }

  void web_certificate(bool successful, wall_time not_after) override {
    daemon_.certificate_read = successful;
    daemon_.certificate_end = not_after;
  }
  void tls_handshake_failed() override { daemon_.tls_handshake_failures.Increment(); }

  void config_reloaded(bool successful, wall_time at) override {
    daemon_.reload_successful = successful;
    if (successful) daemon_.reload_success_at = at;
  }

  void observe_store(std::function<store_figures()> read) override { daemon_.store = std::move(read); }
  void observe_event_readers(std::function<event_reader_figures()> read) override {
    daemon_.event_readers = std::move(read);
  }

  std::string exposition() const override {
    std::string out;
    exposition_walk walk(tests_, daemon_);
    while (walk.next(out)) {
    }
    return out;
  }

  std::function<bool(std::string&)> exposition_pieces() const override {
    return [walk = exposition_walk(tests_, daemon_)](std::string& out) mutable { return walk.next(out); };
  }

 private:
  test_series* find(std::string_view test) {
    const auto it = tests_.find(test);
    return it == tests_.end() ? nullptr : &it->second;
  }

  tests_by_name tests_;
  daemon_series daemon_;
};

}  // namespace

std::unique_ptr<metrics> create_metrics(std::string_view version, std::string_view commit, wall_time started) {
  return std::make_unique<prometheus_metrics>(version, commit, started);
}

}  // namespace canary::metrics
