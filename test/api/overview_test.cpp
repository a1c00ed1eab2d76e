#include "api/running_server.hpp"

using namespace canary;
using namespace std::chrono_literals;

namespace {

// Two hours ago, and at the start of an hour.
wall_time begin(const running_server& s) { return std::chrono::floor<std::chrono::hours>(s.time->wall()) - 2h; }

run_record record(wall_time at, std::uint8_t n, run_status status) {
  run_record r;
  r.id = run_id::floor(at);
  r.id.bytes[15] = n;
  r.test = "front page";
  r.status = status;
  r.start_at = at;
  r.duration = n * 100ms;
  r.end_at = at + r.duration;
  if (status == run_status::failed) r.cause = {failure_class::dns, "no such host"};
  return r;
}

void fill(running_server& s) {
  s.tests.add("front page", schedule::test_state::down);
  s.tests.add("login");
  const auto at = begin(s);
  s.runs.records = {record(at, 3, run_status::failed), record(at - 48h, 2, run_status::passed),
                    record(at - 240h, 1, run_status::passed)};
  s.runs.standing.emplace().row_of = run_status::failed;
  s.runs.standing->row_first = s.runs.records[0].id;
  auto& view = s.tests.views[0];
  view.last = s.runs.records[0];
  for (const auto& r : {s.runs.records[1], s.runs.records[0]}) {
    view.recent.push_back({r.id, r.status, r.cause.kind, r.start_at, r.duration});
  }
}

}  // namespace

TEST_CASE("the overview tells each test's past in figures, and its outcomes in short") {
  running_server server(fill);
  const auto page = server.get_json("/api/v1/overview");
  CHECK(page.at("total") == 2u);
  CHECK(page.at("next").is_null());
  const auto& test = page.at("tests").at(0);
  CHECK(test.at("name") == "front page");
  CHECK(test.at("last").at("fail_cause") == "no such host");
  CHECK(test.at("uptime").at("24h").to_number<double>() == 0);
  CHECK(test.at("uptime").at("7d").to_number<double>() == Approx(0.5));
  CHECK(test.at("uptime").at("30d").to_number<double>() == Approx(2.0 / 3));
  CHECK(test.at("p50_ms").to_number<double>() == Approx(300).epsilon(0.011));
  CHECK(test.at("p95_ms").to_number<double>() == Approx(300).epsilon(0.011));
  CHECK_FALSE(test.as_object().contains("recent"));

  const auto id = server.runs.records[0].id.text();
  CHECK(test.at("first_failure") == boost::json::string(id));
  const auto& outcomes = test.at("outcomes").as_array();
  REQUIRE(outcomes.size() == 2);
  const auto ms = std::chrono::floor<std::chrono::milliseconds>(begin(server).time_since_epoch()).count();
  CHECK(outcomes[1].as_array().size() == 5);
  CHECK(outcomes[1].at(0) == boost::json::string(id));
  CHECK(outcomes[1].at(1) == "failed");
  CHECK(outcomes[1].at(2) == "dns");
  CHECK(outcomes[1].at(3) == ms);
  CHECK(outcomes[1].at(4).to_number<double>() == 300);

  const auto& other = page.at("tests").at(1);
  CHECK(other.at("uptime").at("30d").is_null());
  CHECK(other.at("p95_ms").is_null());
  CHECK(other.at("first_failure").is_null());
}

TEST_CASE("the overview's past is read once a minute, however often it is asked for") {
  running_server server(fill);
  server.get_json("/api/v1/overview");
  const auto read = server.runs.summarized;
  CHECK(read == 6);
  server.get_json("/api/v1/overview?outcomes=false");
  CHECK(server.runs.summarized == read);
  // What has just turned is read anew: of one test, three windows.
  server.on_loop([&] { server.tests.views[0].state = schedule::test_state::up; });
  server.get_json("/api/v1/overview");
  CHECK(server.runs.summarized == read + 3);
}

TEST_CASE("the overview comes in pages, and without outcomes where nobody wants them") {
  running_server server(fill);
  const auto first = server.get_json("/api/v1/overview?limit=1&outcomes=false");
  REQUIRE(first.at("tests").as_array().size() == 1);
  CHECK(first.at("next") == "0.front page");
  CHECK_FALSE(first.at("tests").at(0).as_object().contains("outcomes"));
  const auto second = server.get_json("/api/v1/overview?cursor=0.front%20page");
  CHECK(second.at("tests").at(0).at("name") == "login");
  CHECK(server.get_json("/api/v1/overview?outcomes=maybe", 400).at("detail").as_string().find("true or false") !=
        std::string::npos);
}

TEST_CASE("the overview stands where the past cannot be read") {
  running_server server([](running_server& s) {
    fill(s);
    s.runs.broken = "out of order";
  });
  const auto page = server.get_json("/api/v1/overview");
  CHECK(page.at("tests").at(0).at("state") == "down");
  CHECK(page.at("tests").at(0).at("uptime").at("24h").is_null());
}
