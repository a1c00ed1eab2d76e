#include "api/running_server.hpp"

using namespace canary;
using namespace std::chrono_literals;

namespace {

constexpr wall_time start{1'700'000'000s};

run_record record(std::uint8_t n, run_status status, nanoseconds took, failure cause = {}) {
  run_record r;
  r.id = run_id::floor(start);
  r.id.bytes[15] = n;
  r.test = "front page";
  r.status = status;
  r.start_at = start + n * 1min;
  r.duration = took;
  r.end_at = r.start_at + took;
  r.cause = std::move(cause);
  return r;
}

void fill(running_server& s) {
  s.tests.add("front page");
  s.runs.records = {record(5, run_status::skipped, 900ms, {failure_class::none, "x"}),
                    record(4, run_status::interrupted, 0ms, {failure_class::interrupted, "x"}),
                    record(3, run_status::failed, 300ms, {failure_class::dns, "x"}),
                    record(2, run_status::passed, 200ms), record(1, run_status::passed, 100ms)};
}

}  // namespace

TEST_CASE("a test's uptime is told for a window, with counts and percentiles") {
  running_server server(fill);
  const auto all =
      server.get_json("/api/v1/tests/front%20page/uptime?since=2023-11-14T22:00:00Z&until=2023-11-14T23:00:00Z");
  CHECK(all.at("test") == "front page");
  CHECK(all.at("since") == "2023-11-14T22:00:00Z");
  CHECK(all.at("until") == "2023-11-14T23:00:00Z");
  CHECK(all.at("runs") == 5u);
  CHECK(all.at("passed") == 2u);
  CHECK(all.at("failed") == 1u);
  CHECK(all.at("interrupted") == 1u);
  CHECK(all.at("skipped") == 1u);
  CHECK(all.at("classes") == boost::json::parse(R"({"dns":1,"interrupted":1})"));
  CHECK(all.at("uptime").to_number<double>() == Approx(2.0 / 3));
  CHECK(all.at("duration_ms").at("mean").to_number<double>() == Approx(200));
  CHECK(all.at("duration_ms").at("p50").to_number<double>() == Approx(200).epsilon(0.011));
  CHECK(all.at("duration_ms").at("max").to_number<double>() == Approx(300).epsilon(0.011));

  const auto none = server.get_json("/api/v1/tests/front%20page/uptime");  // the last 24 hours
  CHECK(none.at("runs") == 0u);
  CHECK(none.at("uptime").is_null());
  CHECK(none.at("duration_ms").is_null());
  CHECK(none.at("classes").as_object().empty());
  const auto since = parse_rfc3339(none.at("since").as_string()), until = parse_rfc3339(none.at("until").as_string());
  CHECK(*until - *since == 24h);
  CHECK(server.get_json("/api/v1/tests/front%20page/uptime?window=100000d").at("runs") == 5u);
  CHECK(server.get_json("/api/v1/tests/front%20page/uptime?window=10m&until=2023-11-14T22:16:00Z").at("runs") == 2u);
}

TEST_CASE("rollups come step by step, and say where to go on") {
  running_server server(fill);
  const auto page = server.get_json(
      "/api/v1/tests/front%20page/rollups?since=2023-11-14T22:00:00Z&until=2023-11-15T22:00:00Z&step=6h");
  REQUIRE(page.at("rollups").as_array().size() == 1);
  CHECK(page.at("rollups").at(0).at("runs") == 5u);
  CHECK(page.at("rollups").at(0).at("until") == "2023-11-15T04:00:00Z");
  CHECK(page.at("next") == "2023-11-15T04:00:00Z");
}

TEST_CASE("a store that cannot be read is told of") {
  running_server server([](running_server& s) {
    fill(s);
    s.runs.broken = "out of order";
  });
  for (const auto* what : {"uptime", "rollups"}) {
    const auto answer = server.get_json(std::string("/api/v1/tests/front%20page/") + what, 500);
    CHECK(answer.at("detail").as_string().find("out of order") != std::string::npos);
  }
}
