#include "canary/metrics/metrics.hpp"

#include "support/catch.hpp"

#include <sstream>
#include <vector>

using namespace canary;
using namespace std::chrono_literals;

namespace {

constexpr wall_time start{1'700'000'000s};

std::unique_ptr<metrics::metrics> make() { return metrics::create_metrics("1.2.3", "abc", start); }

run_record ended(std::string test, run_status status, failure_class kind = failure_class::none,
                 nanoseconds duration = 250ms) {
  run_record r;
  r.test = std::move(test);
  r.status = status;
  r.start_at = start;
  r.end_at = start + duration;
  r.duration = duration;
  r.cause.kind = kind;
  return r;
}

// The samples whose line begins with `prefix`.
std::vector<std::string> lines(const std::string& text, std::string_view prefix) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(prefix)) found.push_back(line);
  }
  return found;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("a test's labels, owner and runbook are told as Prometheus' labels") {
  const auto m = metrics::create_metrics("1", "c", wall_time{});
  m->test_added("t");
  m->test_added("u");
  CHECK(lines(m->exposition(), "canary_test_info") ==
        list{R"(canary_test_info{test_name="t"} 1)", R"(canary_test_info{test_name="u"} 1)"});
  canary::test what;
  what.name = "t";
  what.owner = "shop \"front\"";
  what.runbook = "https://wiki.example/t";
  what.labels = {{"tier", "1"}, {"test_name", "other"}, {"owner", "c:\\"}};
  m->test_info(what);
  CHECK(lines(m->exposition(), "canary_test_info{test_name=\"t\"") ==
        list{R"(canary_test_info{test_name="t",owner="shop \"front\"",runbook="https://wiki.example/t",)"
             R"(label_owner="c:\\",label_test_name="other",label_tier="1"} 1)"});
  what.labels.clear();
  what.owner = what.runbook = "";
  m->test_info(what);  // after a reload
  CHECK(lines(m->exposition(), "canary_test_info{test_name=\"t\"") == list{R"(canary_test_info{test_name="t"} 1)"});
  what.name = "gone";
  m->test_info(what);
  CHECK(lines(m->exposition(), "canary_test_info{test_name=\"gone\"").empty());
}

TEST_CASE("a registered test has the talk's counters at 0 before its first run") {
  const auto m = make();
  m->test_added("a b");
  const auto text = m->exposition();
  CHECK(lines(text, "test_started_count") == list{R"(test_started_count{test_name="a b"} 0)"});
  CHECK(lines(text, "test_finished_count") == list{R"(test_finished_count{test_name="a b",result="pass"} 0)",
                                                   R"(test_finished_count{test_name="a b",result="fail"} 0)"});
  CHECK(lines(text, "test_running_total") == list{R"(test_running_total{test_name="a b"} 0)"});
  CHECK(lines(text, "canary_test_up") == list{});
}

TEST_CASE("the talk's four families have their types and labels") {
  const auto m = make();
  m->test_added("t");
  for (int i = 0; i < 4; ++i) m->run_started("t");
  for (int i = 1; i <= 2; ++i) m->run_ended(ended("t", run_status::passed, failure_class::none, i * 1s));
  m->run_ended(ended("t", run_status::failed, failure_class::timeout, 5s));
  const auto text = m->exposition();
  CHECK(lines(text, "# TYPE test_") == list{"# TYPE test_started_count counter", "# TYPE test_finished_count counter",
                                            "# TYPE test_running_total gauge", "# TYPE test_duration_seconds summary"});
  CHECK(lines(text, "test_started_count") == list{R"(test_started_count{test_name="t"} 4)"});
  CHECK(lines(text, "test_finished_count") == list{R"(test_finished_count{test_name="t",result="pass"} 2)",
                                                   R"(test_finished_count{test_name="t",result="fail"} 1)"});
  CHECK(lines(text, "test_running_total") == list{R"(test_running_total{test_name="t"} 1)"});
  CHECK(lines(text, R"(test_duration_seconds{test_name="t",result="fail",)") ==
        list{R"(test_duration_seconds{test_name="t",result="fail",quantile="0.5"} 5)",
             R"(test_duration_seconds{test_name="t",result="fail",quantile="0.75"} 5)",
             R"(test_duration_seconds{test_name="t",result="fail",quantile="0.9"} 5)",
             R"(test_duration_seconds{test_name="t",result="fail",quantile="0.99"} 5)",
             R"(test_duration_seconds{test_name="t",result="fail",quantile="1"} 5)"});
  CHECK(lines(text, "test_duration_seconds_sum") ==
        list{R"(test_duration_seconds_sum{test_name="t",result="pass"} 3)",
             R"(test_duration_seconds_sum{test_name="t",result="fail"} 5)"});
  CHECK(lines(text, "test_duration_seconds_count") ==
        list{R"(test_duration_seconds_count{test_name="t",result="pass"} 2)",
             R"(test_duration_seconds_count{test_name="t",result="fail"} 1)"});
}

TEST_CASE("quantile 1 is the longest run, and the others are near where they should be") {
  const auto m = make();
  m->test_added("t");
  for (int i = 0; i < 2000; ++i) {
    m->run_ended(ended("t", run_status::passed, failure_class::none, ((i * 7919) % 2000 + 1) * 1ms));
  }
  const auto found = lines(m->exposition(), R"(test_duration_seconds{)");
  REQUIRE(found.size() == 5);
  const double expected[] = {1.0, 1.5, 1.8, 1.98, 2.0}, tolerance[] = {0.03, 0.03, 0.02, 0.01, 0.0};
  for (std::size_t i = 0; i < 5; ++i) {
    CAPTURE(found[i]);
    const double value = std::stod(found[i].substr(found[i].rfind(' ')));
    CHECK(std::abs(value - expected[i]) <= tolerance[i]);
  }
}

TEST_CASE("the longest run goes after an hour of others") {
  const auto m = make();
  m->test_added("t");
  const auto longest = [&](nanoseconds duration, wall_time at) {
    auto record = ended("t", run_status::passed, failure_class::none, duration);
    record.end_at = at;
    m->run_ended(record);
    const auto found = lines(m->exposition(), R"(test_duration_seconds{test_name="t",result="pass",quantile="1"})");
    return found.at(0).substr(found[0].rfind(' ') + 1);
  };
  CHECK(longest(9s, start) == "9");
  CHECK(longest(1s, start + 10min) == "9");
  CHECK(longest(2s, start + 70min) == "2");
  CHECK(longest(1s, start + 80min) == "2");
}

TEST_CASE("failures are counted by class, skips by reason, and outcomes leave their times") {
  const auto m = make();
  m->test_added("t");
  m->run_ended(ended("t", run_status::failed, failure_class::assertion));
  m->run_ended(ended("t", run_status::interrupted));
  m->run_skipped("t", "still_running", 3);
  m->run_skipped("t", "still_running", 2);
  m->test_up("t", false);
  auto text = m->exposition();
  CHECK(lines(text, "canary_test_failures_total") ==
        list{R"(canary_test_failures_total{test_name="t",class="assert"} 1)",
             R"(canary_test_failures_total{test_name="t",class="interrupted"} 1)"});
  CHECK(lines(text, "canary_test_skipped_total") ==
        list{R"(canary_test_skipped_total{test_name="t",reason="still_running"} 5)"});
  CHECK(lines(text, "canary_test_up") == list{R"(canary_test_up{test_name="t"} 0)"});
  CHECK(lines(text, "canary_test_last_run_") ==
        list{R"(canary_test_last_run_timestamp_seconds{test_name="t"} 1700000000.25)"});
  CHECK(lines(text, "canary_test_last_success_") == list{});
  // A run that skipped itself is counted as that, and as nothing else.
  const auto finished = lines(text, "test_finished_count"), times = lines(text, "canary_test_run_duration_seconds");
  m->run_ended(ended("t", run_status::skipped));
  text = m->exposition();
  CHECK(lines(text, "canary_test_skipped_total") ==
        list{R"(canary_test_skipped_total{test_name="t",reason="script"} 1)",
             R"(canary_test_skipped_total{test_name="t",reason="still_running"} 5)"});
  CHECK(lines(text, "test_finished_count") == finished);
  CHECK(lines(text, "canary_test_run_duration_seconds") == times);
  CHECK(lines(text, "canary_test_failures_total").size() == 2);
  CHECK(lines(text, "canary_test_last_success_") == list{});
  m->run_ended(ended("t", run_status::passed));
  m->test_up("t", true);
  text = m->exposition();
  CHECK(lines(text, "canary_test_up") == list{R"(canary_test_up{test_name="t"} 1)"});
  CHECK(lines(text, "canary_test_last_success_").size() == 1);
}

TEST_CASE("a paused test is neither up nor due") {
  const auto m = make();
  m->test_added("t");
  m->test_up("t", true);
  m->test_frequency("t", 1500ms);
  CHECK(lines(m->exposition(), "canary_test_frequency_seconds") ==
        list{R"(canary_test_frequency_seconds{test_name="t"} 1.5)"});
  m->test_up("t", std::nullopt);
  m->test_frequency("t", std::nullopt);
  CHECK(lines(m->exposition(), "canary_test_up") == list{});
  CHECK(lines(m->exposition(), "canary_test_frequency_seconds") == list{});
}

TEST_CASE("a test in maintenance says so, and others say nothing of it") {
  const auto m = make();
  m->test_added("t");
  m->test_added("other");
  m->test_maintenance("t", true);
  m->test_maintenance("nobody", true);
  CHECK(lines(m->exposition(), "canary_test_maintenance{") == list{R"(canary_test_maintenance{test_name="t"} 1)"});
  m->test_maintenance("t", false);
  CHECK(lines(m->exposition(), "canary_test_maintenance{") == list{});
}

TEST_CASE("a removed test's series go, and what still arrives of it is ignored") {
  const auto m = make();
  m->test_added("kept");
  m->test_added("gone");
  m->run_started("gone");
  m->test_removed("gone");
  m->run_ended(ended("gone", run_status::passed));
  m->run_skipped("gone", "missed", 1);
  m->test_up("gone", true);
  CHECK(m->exposition().find("gone") == std::string::npos);
  m->test_added("gone");
  m->run_ended(ended("gone", run_status::passed));
  CHECK(lines(m->exposition(), R"(test_running_total{test_name="gone"})") ==
        list{R"(test_running_total{test_name="gone"} 0)"});
}

TEST_CASE("a test added twice keeps its counts") {
  const auto m = make();
  m->test_added("t");
  m->run_started("t");
  m->test_added("t");
  CHECK(lines(m->exposition(), "test_started_count") == list{R"(test_started_count{test_name="t"} 1)"});
}

TEST_CASE("the CPU time of a test's runs adds up, whatever came of them") {
  const auto m = make();
  m->test_added("t");
  CHECK(lines(m->exposition(), "canary_run_cpu") == list{R"(canary_run_cpu_seconds_total{test_name="t"} 0)"});
  for (const run_status status : {run_status::passed, run_status::failed, run_status::interrupted}) {
    run_record run = ended("t", status);
    run.usage = run_usage{125ms, 1, 1, 1};
    m->run_ended(run);
  }
  m->run_ended(ended("t", run_status::interrupted));  // of which nothing is known
  CHECK(lines(m->exposition(), "canary_run_cpu") == list{R"(canary_run_cpu_seconds_total{test_name="t"} 0.375)"});
}

TEST_CASE("the daemon's own figures are told") {
  const auto m = make();
  m->schedule_lateness(3ms);
  m->loop_lag(30s);
  run_record gone = ended("gone", run_status::passed);
  gone.usage = run_usage{1ms, 1, 3, 1};
  m->run_ended(gone);
  m->vm_forked(true);
  m->store_commit(7ms, 30);
  m->api_request("/api/v1/tests/{name}", 404);
  m->observe_store([] { return metrics::store_figures{5, 12, 4096, 1024, 3, 6, 7, 8}; });
  m->config_reloaded(true, start + 1s);
  m->config_reloaded(false, start + 2s);
  const auto text = m->exposition();
  const std::string expected[] = {
      R"(canary_schedule_lateness_seconds_bucket{le="0.002"} 0)",
      R"(canary_schedule_lateness_seconds_bucket{le="0.005"} 1)",
      R"(canary_schedule_lateness_seconds_sum 0.003)",
      R"(canary_loop_lag_seconds_bucket{le="10"} 0)",
      R"(canary_loop_lag_seconds_bucket{le="+Inf"} 1)",
      "canary_script_slices_total 3",
      "canary_vm_forked 1",
      "canary_store_commit_duration_seconds_count 1",
      R"(canary_api_requests_total{route="/api/v1/tests/{name}",code="404"} 1)",
      "canary_store_commit_writes_sum 30",
      "canary_store_queue_length 12",
      "canary_store_dropped_total 3",
      "canary_store_runs 5",
      "canary_store_removed_total{reason=\"age\"} 6",
      "canary_store_removed_total{reason=\"count\"} 7",
      "canary_store_removed_total{reason=\"size\"} 8",
      "canary_store_size_bytes 4096",
      "canary_store_free_bytes 1024",
      "canary_config_last_reload_successful 0",
      "canary_config_last_reload_success_timestamp_seconds 1700000001",
      R"(canary_build_info{version="1.2.3",commit="abc"} 1)",
      "process_start_time_seconds 1700000000",
  };
  for (const auto& line : expected) {
    CAPTURE(line, text);
    CHECK(text.find('\n' + line + '\n') != std::string::npos);
  }
}

TEST_CASE("the process's figures are those of this process") {
  const auto text = make()->exposition();
  const auto figure = [&](std::string_view name) {
    const auto found = lines(text, std::string(name) + ' ');
    REQUIRE(found.size() == 1);
    return std::stod(found[0].substr(name.size()));
  };
  CHECK(figure("process_resident_memory_bytes") > 1e6);
  CHECK(figure("process_virtual_memory_bytes") > figure("process_resident_memory_bytes"));
  CHECK(figure("process_cpu_seconds_total") >= 0);
  CHECK(figure("process_threads") == 1);
  CHECK(figure("process_open_fds") >= 3);
  CHECK(figure("process_max_fds") >= figure("process_open_fds"));
}

TEST_CASE("a test's name may hold anything") {
  const auto m = make();
  m->test_added("say \"hi\" \\ and\nleave {}");
  CHECK(lines(m->exposition(), "test_started_count") ==
        list{R"(test_started_count{test_name="say \"hi\" \\ and\nleave {}"} 0)"});
}

TEST_CASE("the pieces put together are the whole, also where tests come and go between them") {
  const auto m = make();
  for (int i = 0; i < 100; ++i) m->test_added("test " + std::to_string(1000 + i));
  const auto pieces = m->exposition_pieces();
  std::string text, piece;
  std::size_t count = 0, longest = 0;
  for (bool more = true; more; ++count) {
    if (count == 1) {
      m->test_removed("test 1031");  // where the walk stands
      m->test_removed("test 1050");
      m->test_added("test 1050.5");
    }
    piece.clear();
    more = pieces(piece);
    longest = std::max(longest, piece.size());
    text += piece;
  }
  CHECK(lines(text, "test_started_count").size() == 100);
  CHECK(lines(text, "test_running_total").size() == 99);
  CHECK(lines(text, "# TYPE test_started_count").size() == 1);
  CHECK(lines(text, "# TYPE").size() == lines(m->exposition(), "# TYPE").size());
  CHECK(count > 12);
  CHECK(longest < 16'384);
}

TEST_CASE("the phases of requests are observed that happened, with blackbox_exporter's names") {
  const auto m = make();
  m->test_added("t");
  CHECK(lines(m->exposition(), "canary_http_request_duration_seconds") == list{});
  http_timings first;
  first.blocked = 1000;
  first.looking_up = 3;
  first.connecting = 20;
  first.tls_handshaking = 40;
  first.sending = 100;
  first.waiting = 200;
  first.receiving = 7;
  m->http_request("t", first);
  http_timings reused;
  reused.waiting = 400;
  m->http_request("t", reused);
  m->http_request("gone", first);
  const auto text = m->exposition();
  const auto of = [&](const std::string& phase, const std::string& what) {
    return lines(text, "canary_http_request_duration_seconds_" + what + "{test_name=\"t\",phase=\"" + phase + "\"}");
  };
  const std::string name = "canary_http_request_duration_seconds_";
  CHECK(of("resolve", "sum") == list{name + R"(sum{test_name="t",phase="resolve"} 0.003)"});
  CHECK(of("connect", "sum") == list{name + R"(sum{test_name="t",phase="connect"} 0.02)"});
  CHECK(of("tls", "sum") == list{name + R"(sum{test_name="t",phase="tls"} 0.04)"});
  CHECK(of("processing", "sum") == list{name + R"(sum{test_name="t",phase="processing"} 0.7)"});
  CHECK(of("transfer", "sum") == list{name + R"(sum{test_name="t",phase="transfer"} 0.007)"});
  CHECK(of("resolve", "count") == list{name + R"(count{test_name="t",phase="resolve"} 1)"});
  CHECK(of("processing", "count") == list{name + R"(count{test_name="t",phase="processing"} 2)"});
  CHECK(text.find("\"gone\"") == std::string::npos);
}

TEST_CASE("the ends of certificates are kept for so many hosts, and go with their test") {
  const auto m = make();
  m->test_added("t");
  m->certificate("t", "shop.test", start + 24h);
  m->certificate("t", "shop.test", start + 48h);  // renewed
  const std::string family = "canary_tls_certificate_not_after_timestamp_seconds{";
  CHECK(lines(m->exposition(), family) == list{family + R"(test_name="t",host="shop.test"} 1700172800)"});
  for (int i = 0; i < 60; ++i) {
    m->certificate("t", std::to_string(i) + ".test", start);
    m->certificate("t", "shop.test", start);
  }
  const auto kept = lines(m->exposition(), family);
  CHECK(kept.size() == 50);
  CHECK(std::count(kept.begin(), kept.end(), family + R"(test_name="t",host="shop.test"} 1700000000)") == 1);
  CHECK(std::count(kept.begin(), kept.end(), family + R"(test_name="t",host="59.test"} 1700000000)") == 1);
  CHECK(std::count(kept.begin(), kept.end(), family + R"(test_name="t",host="0.test"} 1700000000)") == 0);
  m->test_removed("t");
  CHECK(lines(m->exposition(), family) == list{});
}
