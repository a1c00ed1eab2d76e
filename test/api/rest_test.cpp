#include "api/running_server.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

using namespace canary;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

constexpr wall_time start{1'700'000'000s};

run_id id_of(std::uint8_t n) {
  run_id id = run_id::floor(start);
  id.bytes[15] = n;
  return id;
}

run_record record(std::uint8_t n, std::string test, run_status status = run_status::passed) {
  run_record r;
  r.id = id_of(n);
  r.test = std::move(test);
  r.status = status;
  r.start_at = start;
  r.lateness = 1500us;
  if (status == run_status::running) return r;
  r.end_at = start + 250ms;
  r.duration = 250ms;
  if (status == run_status::failed) r.cause = {failure_class::assertion, "no luck"};
  return r;
}

std::vector<std::string> names(const json::value& tests) {
  std::vector<std::string> out;
  for (const auto& t : tests.at("tests").as_array()) out.emplace_back(t.at("name").as_string());
  return out;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("the status tells of the daemon, its tests and its store") {
  running_server server([](running_server& s) {
    s.tests.add("a", schedule::test_state::up);
    s.tests.add("b", schedule::test_state::down);
    s.tests.add("c", schedule::test_state::down);
    s.status.version = "1.2.3";
    s.status.commit = "abc";
    s.status.started_at = s.time->wall() - 90s;
    s.status.config_file = "config.js";
    s.status.last_reload_successful = false;
    s.status.last_reload_error = "config.js:1:1: oh";
  });
  auto status = server.get_json("/api/v1/status").as_object();
  CHECK(status["uptime_seconds"].as_double() >= 90);
  CHECK(parse_rfc3339(status["now"].as_string()));
  CHECK(parse_rfc3339(status["started_at"].as_string()));
  for (const auto* moving : {"uptime_seconds", "now", "started_at", "events"}) status.erase(moving);
  CHECK(json::value(status) == json::parse(R"({"name":"Example Canary","version":"1.2.3","commit":"abc",
    "config":{"file":"config.js","loaded_at":null,"last_reload_successful":false,"last_reload_error":"config.js:1:1: oh"},
    "tests":{"total":3,"up":1,"down":2,"unknown":0,"paused":0,"maintenance":0},"runs":{"running":3,"queued":4},
    "store":{"runs":7,"size_bytes":4096,"queue_length":2,"dropped":1}})"));
}

TEST_CASE("a test is shown with its state, its strip and its last run") {
  running_server server([](running_server& s) {
    s.tests.add("a/b \xC3\xA4", schedule::test_state::down);
    auto& view = s.tests.views.back();
    view.state_since = start;
    view.next_run_at = start + 10s;
    view.running = {id_of(9)};
    view.queued = 1;
    view.skipped = 2;
    for (std::uint8_t i = 1; i <= 4; ++i) {
      view.recent.push_back({id_of(i), run_status::passed, failure_class::none, start, i * 100ms});
    }
    view.recent.back().status = run_status::failed;
    view.recent.back().kind = failure_class::assertion;
    // What was skipped has no part in the p50.
    view.recent.insert(view.recent.begin(), {id_of(6), run_status::skipped, failure_class::none, start, 9s});
    view.last = record(4, "a/b \xC3\xA4", run_status::failed);
    view.last_success = start + 1s;
  });
  auto test = server.get_json("/api/v1/tests/a%2Fb%20%C3%A4").as_object();
  CHECK(test["name"] == "a/b \xC3\xA4");
  CHECK(test["state"] == "down");
  CHECK(test["state_since"] == "2023-11-14T22:13:20Z");
  CHECK(test["frequency"] == "10s");
  CHECK(test["frequency_ms"].to_number<double>() == 10'000);
  CHECK(test["timeout"] == "5s");
  CHECK(test["concurrency"] == "forbid");
  CHECK(test["paused"] == false);
  CHECK(test["memory_limit_bytes"] == 64u << 20);
  CHECK(test["next_run_at"] == "2023-11-14T22:13:30Z");
  CHECK(test["running"] == json::array{id_of(9).text()});
  CHECK(test["queued"] == 1u);
  CHECK(test["skipped"] == 2u);
  CHECK(test["recent_p50_ms"].to_number<double>() == 250);
  CHECK(test["last_success_at"] == "2023-11-14T22:13:21Z");
  CHECK(test["last"].at("fail_cause") == "no luck");
  REQUIRE(test["recent"].as_array().size() == 5);
  CHECK(test["recent"].at(4) == json::parse(R"({"id":")" + id_of(4).text() +
                                            R"(","status":"failed","class":"assert","start_at":"2023-11-14T22:13:20Z",)"
                                            R"("duration_ms":400})"));
  CHECK(test.contains("source"));
  CHECK(test.contains("config_file"));
  CHECK(test.contains("config_line"));
}

TEST_CASE("a test that never ran has nulls and empty lists") {
  running_server server([](running_server& s) { s.tests.add("t"); });
  auto test = server.get_json("/api/v1/tests").at("tests").at(0).as_object();
  for (const auto* name : {"state_since", "next_run_at", "last", "last_success_at", "recent_p50_ms"}) {
    CAPTURE(name);
    CHECK(test[name].is_null());
  }
  CHECK(test["state"] == "unknown");
  CHECK(test["running"] == json::array{});
  CHECK(test["recent"] == json::array{});
  CHECK(!test.contains("source"));
}

TEST_CASE("tests are listed page by page, also while a reload takes some away") {
  running_server server([](running_server& s) {
    for (const auto* name : {"e", "d", "c", "b", "a"}) s.tests.add(name);
  });
  const auto all = server.get_json("/api/v1/tests");
  CHECK(names(all) == list{"e", "d", "c", "b", "a"});
  CHECK(all.at("next").is_null());
  CHECK(all.at("total").to_number<int>() == 5);

  const auto first = server.get_json("/api/v1/tests?limit=2");
  CHECK(names(first) == list{"e", "d"});
  const std::string next(first.at("next").as_string());
  const auto second = server.get_json("/api/v1/tests?limit=2&cursor=" + next);
  CHECK(names(second) == list{"c", "b"});
  const auto third = server.get_json("/api/v1/tests?limit=2&cursor=" + std::string(second.at("next").as_string()));
  CHECK(names(third) == list{"a"});
  CHECK(third.at("next").is_null());

  server.on_loop([&] { server.tests.views.erase(server.tests.views.begin()); });
  CHECK(names(server.get_json("/api/v1/tests?limit=2&cursor=" + next)) == list{"c", "b"});
  server.on_loop([&] { server.tests.views.clear(); });
  CHECK(names(server.get_json("/api/v1/tests?cursor=" + next)) == list{});
}

TEST_CASE("runs are listed as the store answers, with the filters that were asked for") {
  running_server server([](running_server& s) {
    s.tests.add("a b");
    for (std::uint8_t n = 5; n > 0; --n) s.runs.records.push_back(record(n, n % 2 ? "a b" : "c"));
    s.runs.records.front() = record(5, "a b", run_status::running);
  });
  const auto all = server.get_json("/api/v1/runs");
  CHECK(all.at("runs").as_array().size() == 5);
  CHECK(all.at("next").is_null());
  CHECK(all.at("runs").at(0) ==
        json::parse(R"({"id":")" + id_of(5).text() + R"(","test":"a b","status":"running","class":"",
    "fail_cause":null,"skip_reason":null,"start_at":"2023-11-14T22:13:20Z","end_at":null,"duration_ms":null,"lateness_ms":1.5,
    "trigger":"schedule","attempt":1})"));
  CHECK(all.at("runs").at(1).at("end_at") == "2023-11-14T22:13:20.25Z");
  CHECK(all.at("runs").at(1).at("duration_ms").to_number<double>() == 250);

  const auto page = server.get_json("/api/v1/tests/a%20b/runs?limit=2&status=passed&since=2023-01-01T00:00:00Z");
  CHECK(page.at("runs").as_array().size() == 2);
  CHECK(page.at("next").is_null());
  CHECK(server.runs.asked.test == "a b");
  CHECK(server.runs.asked.limit == 2);
  CHECK(server.runs.asked.since);
  const auto first = server.get_json("/api/v1/runs?limit=3&test=a+b");
  CHECK(first.at("next").is_null());
  const auto next = server.get_json("/api/v1/runs?limit=2").at("next");
  CHECK(next == json::value(id_of(4).text()));
  const auto rest = server.get_json("/api/v1/runs?cursor=" + std::string(next.as_string()));
  CHECK(rest.at("runs").at(0).at("id") == json::value(id_of(3).text()));
}

TEST_CASE("a run is shown with its logs, its requests and its error") {
  running_server server([](running_server& s) {
    s.runs.records = {record(1, "t", run_status::failed), record(2, "t", run_status::running)};
    run_details d;
    d.logs.push_back({start, log_level::warn, "careful\xFF", {{"foo", "bar"}}});
    d.logs_dropped = 3;
    http_exchange e;
    e.started = start;
    e.method = "GET";
    e.url = "http://localhost/";
    e.code = 200;
    e.timings.duration = 1.25;
    d.requests.push_back(e);
    e.code = 0;
    e.error = {failure_class::dns, "no such name"};
    d.requests.push_back(e);
    d.error = script_error{"no luck", "at f", "a.js", 3, 4, "> 3 | throw", "1", "2"};
    d.steps.push_back({"log in", start, 2'500'000ns, step_status::failed, false, std::nullopt, "no luck"});
    d.steps.push_back({"tidy up", start, 500us, step_status::passed, true, 0, ""});
    d.steps_dropped = 4;
    d.checks.push_back({"is 200", start, false, true, 1});
    d.checks.push_back({"is quick", start, true, false, std::nullopt});
    d.checks_dropped = 5;
    s.runs.details[id_of(1)] = d;
    s.runs.records[0].usage = run_usage{1'250'000ns, std::uint64_t{6} << 30, 3, 1403};
  });
  const auto run = server.get_json("/api/v1/runs/" + id_of(1).text());
  CHECK(run.at("class") == "assert");
  CHECK(run.at("logs") == json::parse(R"([{"at":"2023-11-14T22:13:20Z","level":"warn","message":"careful\ufffd",
    "fields":{"foo":"bar"}}])"));
  CHECK(run.at("logs_dropped") == 3);
  CHECK(run.at("requests").at(0).at("timings").at("duration").to_number<double>() == 1.25);
  CHECK(run.at("requests").at(0).at("error").is_null());
  CHECK(run.at("requests").at(1).at("code") == 0);
  CHECK(run.at("requests").at(1).at("error") ==
        json::parse(R"({"class":"dns","message":"no such name","error_code":1100})"));
  CHECK(run.at("requests_dropped") == 0);
  CHECK(run.at("usage") ==
        json::parse(R"({"cpu_ms":1.25,"peak_memory_bytes":6442450944,"slices":3,"allocations":1403})"));
  CHECK(run.at("error") == json::parse(R"({"message":"no luck","stack":"at f","file":"a.js","line":3,"column":4,
    "excerpt":"> 3 | throw","expected":"1","actual":"2"})"));
  CHECK(run.at("steps") == json::parse(R"([
    {"name":"log in","started":"2023-11-14T22:13:20Z","duration_ms":2.5,"status":"failed","cleanup":false,"parent":null,
     "error":"no luck"},
    {"name":"tidy up","started":"2023-11-14T22:13:20Z","duration_ms":0.5,"status":"passed","cleanup":true,"parent":0,
     "error":null}])"));
  CHECK(run.at("steps_dropped") == 4);
  CHECK(run.at("checks") == json::parse(R"([
    {"name":"is 200","at":"2023-11-14T22:13:20Z","held":false,"soft":true,"step":1},
    {"name":"is quick","at":"2023-11-14T22:13:20Z","held":true,"soft":false,"step":null}])"));
  CHECK(run.at("checks_dropped") == 5);
  CHECK(run.at("error_code").is_null());
  const auto running = server.get_json("/api/v1/runs/" + id_of(2).text());
  CHECK(running.at("usage").is_null());
  CHECK(!server.get_json("/api/v1/runs").at("runs").at(0).as_object().contains("usage"));
  CHECK(running.at("logs") == json::array{});
  CHECK(running.at("error").is_null());
}

TEST_CASE("a failed run tells the number of its cause, at least that of its class") {
  running_server server([](running_server& s) {
    for (std::uint8_t i = 1; i <= 3; ++i) {
      s.runs.records.push_back(record(i, "t", i == 3 ? run_status::passed : run_status::failed));
      if (i != 3) s.runs.records.back().cause = {failure_class::tls, "no"};
    }
    s.runs.details[id_of(1)].code = failure_code::wrong_host;
  });
  const auto code_of = [&](std::uint8_t run) {
    return server.get_json("/api/v1/runs/" + id_of(run).text()).at("error_code");
  };
  CHECK(code_of(1) == 1311);
  CHECK(code_of(2) == 1300);
  CHECK(code_of(3).is_null());
}

TEST_CASE("a run is set off out of turn") {
  running_server server([](running_server& s) {
    s.tests.add("a/b");
    s.tests.next_id = id_of(7);
  });
  const std::string request = "POST /api/v1/tests/a%2Fb/run HTTP/1.1\r\nHost: localhost\r\n\r\n";
  auto answer = server.ask(request);
  CHECK(answer.status == 202);
  CHECK(answer.body == R"({"id":")" + id_of(7).text() + R"("})");
  CHECK(answer.headers["location"] == "/api/v1/runs/" + id_of(7).text());
  CHECK(server.tests.triggered == list{"a/b"});
  server.on_loop([&] { server.tests.refusal = "it is running already"; });
  answer = server.ask(request);
  CHECK(answer.status == 409);
  CHECK(answer.headers["content-type"] == "application/problem+json");
  CHECK(json::parse(answer.body).at("detail") == "it is running already");
}

TEST_CASE("what is not there, or not allowed, or wrongly asked for, is a problem") {
  struct row {
    std::string_view method, target;
    int status;
    std::string_view detail;
  };
  const row rows[] = {
      {"GET", "/api/v1/tests/nobody", 404, "'nobody'"},
      {"GET", "/api/v1/tests/nobody/runs", 404, "'nobody'"},
      {"POST", "/api/v1/tests/nobody/run", 404, "'nobody'"},
      {"GET", "/api/v1/runs/0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55", 404, "no run"},
      {"GET", "/api/v1/runs/nonsense", 404, "no run"},
      {"GET", "/api/v1/nothing", 404, "nothing at"},
      {"GET", "/api/v2/status", 404, "nothing at"},
      {"GET", "/api", 404, "nothing at"},
      {"POST", "/somewhere", 404, "nothing at"},
      {"DELETE", "/api/v1/tests", 405, "DELETE"},
      {"GET", "/api/v1/tests/t/run", 405, "GET"},
      {"POST", "/metrics", 405, "POST"},
      {"GET", "/api/v1/status?a=1", 400, "'a'"},
      {"GET", "/api/v1/tests?limit=0", 400, "'limit'"},
      {"GET", "/api/v1/tests?cursor=x", 400, "'cursor'"},
      {"GET", "/api/v1/tests?status=passed", 400, "'status'"},
      {"GET", "/api/v1/tests?label=__name__=t", 400, "'label'"},
      {"GET", "/api/v1/runs?label==1", 400, "'label'"},
      {"GET", "/api/v1/runs?label=a&status=passed&status=passed", 400, "'status' is given twice"},
      {"GET", "/api/v1/tests/t/runs?label=a", 400, "'label'"},
      {"GET", "/api/v1/tests/t?a=1", 400, "'a'"},
      {"GET", "/api/v1/tests/t/runs?test=t", 400, "'test'"},
      {"GET", "/api/v1/runs?status=good", 400, "'status'"},
      {"GET", "/api/v1/runs?attempt=0", 400, "'attempt'"},
      {"GET", "/api/v1/tests/t/uptime?window=soon", 400, "'window'"},
      {"GET", "/api/v1/tests/t/uptime?window=0s", 400, "'window'"},
      {"GET", "/api/v1/tests/t/uptime?window=1h&since=2026-01-01T00:00:00Z", 400, "not both"},
      {"GET", "/api/v1/tests/t/uptime?since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z", 400, "before"},
      {"GET", "/api/v1/tests/t/uptime?step=1h", 400, "'step'"},
      {"GET", "/api/v1/tests/unknown/uptime", 404, "'unknown'"},
      {"GET", "/api/v1/tests/t/rollups?step=90m", 400, "'step'"},
      {"GET", "/api/v1/tests/t/rollups?step=-1h", 400, "'step'"},
      {"GET", "/api/v1/tests/unknown/rollups", 404, "'unknown'"},
      {"GET", "/api/v1/runs?class=good", 400, "'class'"},
      {"GET", "/api/v1/runs?since=now", 400, "'since'"},
      {"GET", "/api/v1/runs?limit=5&limit=6", 400, "'limit' is given twice"},
      {"POST", "/api/v1/tests/t/run?now=1", 400, "'now'"},
  };
  running_server server([](running_server& s) { s.tests.add("t"); });
  for (const auto& r : rows) {
    CAPTURE(r.method, r.target);
    auto answer = server.ask(std::string(r.method) + " " + std::string(r.target) +
                             " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
    CHECK(answer.status == r.status);
    CHECK(answer.headers["content-type"] == "application/problem+json");
    const auto problem = json::parse(answer.body);
    CHECK(problem.at("type") == "about:blank");
    CHECK(problem.at("status") == r.status);
    CHECK(std::string(problem.at("detail").as_string()).find(r.detail) != std::string::npos);
    CHECK((answer.headers.count("allow") == 1) == (r.status == 405));
  }
  CHECK(server.tests.triggered.empty());
}

TEST_CASE("a store that cannot be read is an error of ours, and said so") {
  running_server server([](running_server& s) { s.runs.broken = "the disk is gone"; });
  for (const auto* target : {"/api/v1/runs", "/api/v1/runs/0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55"}) {
    const auto answer = server.ask_get(target);
    CHECK(answer.status == 500);
    CHECK(answer.body.find("the disk is gone") != std::string::npos);
  }
}
