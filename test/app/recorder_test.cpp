#include "canary/app/recorder.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

#include <deque>

using namespace canary;
using namespace canary::app;
using namespace std::chrono_literals;

namespace {

// Completes a write when it is told to.
class patient_store final : public store::store {
 public:
  void start_run(const run_record& record, completion done) override {
    writes.push_back({"start " + record.test, std::move(done)});
  }
  void end_run(const run_record& record, const run_details&, completion done) override {
    writes.push_back({"end " + record.test, std::move(done)});
  }
  canary::result<canary::store::run_page> list_runs(const canary::store::run_query&) const override {
    return canary::store::run_page{};
  }
  canary::result<std::vector<run_record>> list_ongoing(std::size_t) const override { return std::vector<run_record>{}; }
  canary::result<std::optional<run_record>> find_run(const run_id&) const override {
    return std::optional<run_record>{};
  }
  canary::result<std::optional<run_details>> find_details(const run_id&) const override {
    return std::optional<run_details>{};
  }
  canary::result<canary::store::summary> summarize(std::string_view, wall_time since, wall_time until) const override {
    return canary::store::summary{since, until, {}};
  }
  canary::result<canary::store::rollup_page> list_rollups(std::string_view, wall_time, wall_time,
                                                          std::chrono::hours) const override {
    return canary::store::rollup_page{};
  }
  canary::result<std::optional<canary::store::standing>> find_standing(std::string_view) const override {
    return std::optional<canary::store::standing>{};
  }
  void remove_expired(canary::store::retention_date, std::function<void()>) override {}
  canary::store::statistics stats() const override { return {}; }

  void complete(const canary::result<void>& how = {}) {
    const auto oldest = std::move(writes.front());
    writes.pop_front();
    oldest.done(how);
  }

  struct queued_write {
    std::string what;
    completion done;
  };
  std::deque<queued_write> writes;
};

class recorded_metrics final : public metrics::metrics {
 public:
  void test_added(std::string_view) override {}
  void test_removed(std::string_view) override {}
  void run_started(std::string_view test) override { note("started", test); }
  void run_ended(const run_record& r) override {
    if (r.usage) slices += r.usage->slices;
    note("ended", r.test + " " + std::string(to_string(r.status)));
  }
  void run_skipped(std::string_view test, std::string_view reason, std::uint64_t count) override {
    note("skipped", std::string(test) + " " + std::string(reason) + " " + std::to_string(count));
  }
  void test_up(std::string_view test, std::optional<bool> up) override {
    note("up", std::string(test) + " " + (up ? *up ? "1" : "0" : "none"));
  }
  void test_info(const test&) override {}
  void test_frequency(std::string_view, std::optional<nanoseconds>) override {}
  void test_maintenance(std::string_view test, bool now) override {
    note("maintenance", std::string(test) + (now ? " 1" : " 0"));
  }
  void schedule_lateness(nanoseconds late) override { note("lateness", std::to_string(late.count())); }
  void loop_lag(nanoseconds) override {}
  void http_request(std::string_view, const http_timings&) override {}
  void certificate(std::string_view, std::string_view, wall_time) override {}
  void vm_forked(bool) override {}
  void store_commit(nanoseconds, std::size_t) override {}
  void api_request(std::string_view, int) override {}
  void config_reloaded(bool, wall_time) override {}
  void auth_failure(std::string_view) override {}
  void web_certificate(bool, wall_time) override {}
  void tls_handshake_failed() override {}
  void observe_event_readers(std::function<canary::metrics::event_reader_figures()>) override {}
  void observe_store(std::function<canary::metrics::store_figures()>) override {}
  std::string exposition() const override { return {}; }

  /// Since the last call.
  std::vector<std::string> take() { return std::exchange(told_, {}); }
  std::uint64_t slices = 0;

 private:
  void note(std::string what, std::string_view of) { told_.push_back(std::move(what) + " " + std::string(of)); }
  std::vector<std::string> told_;
};

using strings = std::vector<std::string>;

struct recorder_rig {
  virtual_clock time;
  std::vector<std::string> lines;
  patient_store runs;
  recorded_metrics counters;
  strings stored;
  std::vector<run_id> starts_stored;
  events::feed happenings{time};
  logger log;
  recorder under_test;

  explicit recorder_rig(log_level level = log_level::info)
      : log(
            time, [this](std::string line) { lines.push_back(std::move(line)); }, log_format::json, level),
        under_test(
            runs, counters, happenings, log, [this](const run_id& id) { starts_stored.push_back(id); },
            [this](const run_record& r) { stored.push_back(r.test); }) {}

  /// What readers of events have been told.
  strings told() const {
    strings out;
    for (auto n = happenings.oldest(); n < happenings.next(); ++n) {
      const auto& what = happenings.at(n).what;
      if (const auto* e = std::get_if<events::run_started>(&what)) out.push_back("started " + e->run.test);
      if (const auto* e = std::get_if<events::run_finished>(&what)) out.push_back("finished " + e->run.test);
      if (const auto* e = std::get_if<events::state_changed>(&what)) {
        out.push_back("state " + e->test + " " + std::string(to_string(e->to)));
      }
    }
    return out;
  }

  boost::json::object line() {
    REQUIRE(lines.size() == 1);
    auto object = boost::json::parse(lines[0]).as_object();
    lines.clear();
    return object;
  }
};

run_record record_of(const std::string& name, run_status status = run_status::running) {
  run_record r;
  r.id = *run_id::parse("0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55");
  r.test = name;
  r.status = status;
  r.lateness = 1500us;
  r.duration = 20ms;
  r.trigger = run_trigger::manual;
  return r;
}

run::run_result result_of(run_record record) {
  run::run_result r;
  r.record = std::move(record);
  r.record.usage = run_usage{1ms, 4096, 3, 10};
  return r;
}

}  // namespace

TEST_CASE("a run's start is shown once it is on disk, and not before") {
  recorder_rig b;
  b.under_test.run_started(record_of("login"));
  CHECK(b.counters.take() == strings{"lateness 1500000"});
  CHECK(b.lines.empty());
  CHECK(b.told().empty());
  CHECK(b.starts_stored.empty());
  REQUIRE(b.runs.writes.size() == 1);
  CHECK(b.runs.writes[0].what == "start login");
  b.runs.complete();
  CHECK(b.starts_stored == std::vector{record_of("login").id});
  CHECK(b.told() == strings{"started login"});
  CHECK(b.counters.take() == strings{"started login"});
  const auto line = b.line();
  CHECK(line.at("msg") == "run started");
  CHECK(line.at("level") == "info");
  CHECK(line.at("test") == "login");
  CHECK(line.at("id") == "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55");
  CHECK(line.at("trigger") == "manual");
  CHECK(line.at("lateness_ms").to_number<double>() == 1.5);
  CHECK(b.stored.empty());
}

TEST_CASE("a run's outcome is shown once it is on disk, and then to everybody") {
  recorder_rig b;
  b.under_test.run_ended(result_of(record_of("login", run_status::passed)));
  CHECK(b.counters.take().empty());
  CHECK(b.counters.slices == 0);
  CHECK(b.lines.empty());
  CHECK(b.stored.empty());
  CHECK(b.told().empty());
  b.runs.complete();
  CHECK(b.told() == strings{"finished login"});
  CHECK(b.counters.take() == strings{"ended login passed"});
  CHECK(b.counters.slices == 3);
  CHECK(b.stored == strings{"login"});
  auto line = b.line();
  CHECK(line.at("msg") == "run finished");
  CHECK(line.at("level") == "info");
  CHECK(line.at("status") == "passed");
  CHECK(line.at("duration_ms").to_number<double>() == 20);
  CHECK(!line.contains("class"));

  run_record failed = record_of("login", run_status::failed);
  failed.cause = {failure_class::dns, "no such host"};
  b.under_test.run_ended(result_of(failed));
  b.runs.complete();
  line = b.line();
  CHECK(line.at("level") == "warn");
  CHECK(line.at("status") == "failed");
  CHECK(line.at("class") == "dns");
  CHECK(line.at("fail_cause") == "no such host");
}

TEST_CASE("each write is shown by its own completion") {
  recorder_rig b;
  b.under_test.run_started(record_of("a"));
  b.under_test.run_started(record_of("b"));
  b.under_test.run_ended(result_of(record_of("a", run_status::passed)));
  b.counters.take();
  b.runs.complete();
  CHECK(b.counters.take() == strings{"started a"});
  b.runs.complete();
  CHECK(b.counters.take() == strings{"started b"});
  b.runs.complete();
  CHECK(b.counters.take() == strings{"ended a passed"});
  CHECK(b.stored == strings{"a"});
}

TEST_CASE("a failed write is logged, and nothing is shown that is not stored") {
  recorder_rig b;
  b.under_test.run_started(record_of("login"));
  b.counters.take();
  b.runs.complete(error{"the disk is full"});
  CHECK(b.counters.take().empty());
  CHECK(b.starts_stored.empty());
  auto line = b.line();
  CHECK(line.at("level") == "error");
  CHECK(line.at("msg") == "a run's start could not be stored: the disk is full");
  CHECK(line.at("test") == "login");
  CHECK(line.at("id") == "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55");

  b.under_test.run_ended(result_of(record_of("login", run_status::passed)));
  b.runs.complete(error{"the disk is full"});
  CHECK(b.counters.take().empty());
  CHECK(b.stored.empty());
  CHECK(b.told().empty());
  line = b.line();
  CHECK(line.at("level") == "error");
  CHECK(line.at("msg") == "a run's outcome could not be stored: the disk is full");
}

TEST_CASE("what a script logs is logged at once, under the run's own name") {
  recorder_rig b;
  b.under_test.run_logged(
      record_of("login"),
      {{}, log_level::warn, "careful", {{"code", 500}, {"test", "forged"}, {"id", 7}, {"msg", "forged"}}});
  CHECK(b.runs.writes.empty());
  const auto line = b.line();
  CHECK(line.at("msg") == "careful");
  CHECK(line.at("level") == "warn");
  CHECK(line.at("test") == "login");
  CHECK(line.at("id") == "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55");
  CHECK(line.at("code") == 500);
  b.under_test.run_logged(record_of("login"), {{}, log_level::debug, "too quiet", {}});
  CHECK(b.lines.empty());
}

TEST_CASE("a quiet log makes no difference to what is counted") {
  recorder_rig b(log_level::error);
  b.under_test.run_started(record_of("login"));
  b.runs.complete();
  b.under_test.run_ended(result_of(record_of("login", run_status::failed)));
  b.runs.complete();
  CHECK(b.counters.take() == strings{"lateness 1500000", "started login", "ended login failed"});
  CHECK(b.stored == strings{"login"});
  CHECK(b.lines.empty());
}

TEST_CASE("skipped runs and changes of state are counted and logged") {
  recorder_rig b;
  test t;
  t.name = "login";
  b.under_test.run_skipped(t, schedule::skip_reason::still_running, 4);
  CHECK(b.counters.take() == strings{"skipped login still_running 4"});
  auto line = b.line();
  CHECK(line.at("msg") == "run skipped");
  CHECK(line.at("level") == "warn");
  CHECK(line.at("count") == 4);
  const struct {
    schedule::test_state to;
    const char *metric, *level;
  } rows[] = {{schedule::test_state::up, "up login 1", "info"},
              {schedule::test_state::down, "up login 0", "error"},
              {schedule::test_state::paused, "up login none", "info"},
              {schedule::test_state::maintenance, "up login none", "info"},
              {schedule::test_state::unknown, "up login none", "info"}};
  for (const auto& r : rows) {
    CAPTURE(r.metric);
    b.under_test.state_changed(t, schedule::test_state::unknown, r.to);
    CHECK(b.told().back() == "state login " + std::string(to_string(r.to)));
    CHECK(b.counters.take() == strings{r.metric});
    line = b.line();
    CHECK(line.at("level") == r.level);
    CHECK(line.at("from") == "unknown");
    CHECK(line.at("to") == boost::json::string(schedule::to_string(r.to)));
  }
}

TEST_CASE("a maintenance is counted and logged, with its end and its reason") {
  recorder_rig b;
  test t;
  t.name = "login";
  b.under_test.maintenance_changed(t, maintenance_window{wall_time{}, wall_time{1h}, "an upgrade", "deploy"});
  CHECK(b.counters.take() == strings{"maintenance login 1"});
  auto line = b.line();
  CHECK(line.at("msg") == "maintenance");
  CHECK(line.at("until") == "1970-01-01T01:00:00Z");
  CHECK(line.at("reason") == "an upgrade");
  CHECK(line.at("by") == "deploy");
  b.under_test.maintenance_changed(t, std::nullopt);
  CHECK(b.counters.take() == strings{"maintenance login 0"});
  CHECK(b.line().at("msg") == "maintenance is over");
}
