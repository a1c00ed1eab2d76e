#include "api/running_server.hpp"

#include "canary/api/badge.hpp"

using namespace canary;
using namespace canary::api;

namespace {

schedule::test_view named(std::string name, schedule::test_state state = schedule::test_state::up) {
  fakes::still_scheduler made;
  made.add(std::move(name), state);
  return made.views.front();
}

// What stands between a tag and the next.
std::string text_of(const std::string& svg, std::string_view tag) {
  const auto begin = svg.find('>', svg.find(std::string("<") + std::string(tag))) + 1;
  return svg.substr(begin, svg.find('<', begin) - begin);
}

}  // namespace

TEST_CASE("a badge tells the state, to those who cannot see it, too") {
  using enum schedule::test_state;
  for (const auto state : {up, down, paused, unknown}) {
    const std::string name(to_string(state));
    CAPTURE(name);
    const auto svg = to_svg(state_badge(named("login", state)));
    CHECK(text_of(svg, "title") == "login: " + name);
    CHECK(svg.find("role=\"img\" aria-label=\"login: " + name + '"') != std::string::npos);
    CHECK(svg.find(">login</text>") != std::string::npos);
    CHECK(svg.find('>' + name + "</text>") != std::string::npos);
  }
  CHECK(state_badge(named("a", up)).colour != state_badge(named("a", down)).colour);
}

TEST_CASE("a badge tells how many runs have passed, and never more") {
  struct row {
    int passed, failed, untold;  // interrupted, and skipped as often
    std::string_view value, title;
  };
  const row rows[] = {
      {0, 0, 0, "unknown", "t: no run has ended within 24h"},
      {0, 0, 3, "unknown", "t: no run has ended within 24h"},
      {60, 0, 0, "100.00 %", "t: 100.00 % of its runs have passed within 24h"},
      {58, 0, 2, "100.00 %", "t: 100.00 % of its runs have passed within 24h"},
      {59, 1, 0, "98.33 %", "t: 98.33 % of its runs have passed within 24h"},
      {99'999, 1, 0, "99.99 %", "t: 99.99 % of its runs have passed within 24h"},
      {999, 1, 0, "99.90 %", "t: 99.90 % of its runs have passed within 24h"},
      {0, 1, 0, "0.00 %", "t: 0.00 % of its runs have passed within 24h"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.title);
    store::rollup runs;
    const std::pair<run_status, int> counts[] = {{run_status::passed, r.passed},
                                                 {run_status::failed, r.failed},
                                                 {run_status::interrupted, r.untold},
                                                 {run_status::skipped, r.untold}};
    for (const auto& [status, count] : counts) {
      run_record run;
      run.status = status;
      for (int i = 0; i < count; ++i) runs.add(run);
    }
    const auto made = uptime_badge("t", runs, "24h");
    CHECK(made.value == r.value);
    CHECK(made.title == r.title);
  }
}

TEST_CASE("a name is text in a badge, whatever it is") {
  struct row {
    std::string name, shown;
  };
  const row rows[] = {
      {"</text><script>alert(1)</script>", "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)"},
      {"a & b", "a &amp; b"},
      {"&lt;", "&amp;lt;"},
      {"tab\tline\nbell\x07",
       "tab\xEF\xBF\xBDline\xEF\xBF\xBD"
       "bell\xEF\xBF\xBD"},
      {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
      {"\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xC3\xA4\xF0\x9F\x90\xA6", "\xC3\xA4\xF0\x9F\x90\xA6"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.name);
    const auto svg = to_svg(state_badge(named(r.name)));
    CHECK(text_of(svg, "text") == r.shown);
    CHECK(text_of(svg, "title") == r.shown + ": up");
    CHECK(svg.find("aria-label=\"" + r.shown + ": up\"") != std::string::npos);
  }
  std::string long_name;
  for (int i = 0; i < 100; ++i) long_name += "\xC3\xA4";
  CHECK(text_of(to_svg(state_badge(named(long_name))), "text") == long_name.substr(0, 120) + "\xE2\x80\xA6");
}

TEST_CASE("a badge is served for other people's pages, for half a minute") {
  running_server server([](running_server& s) {
    s.tests.add("front page.svg", schedule::test_state::down);
    run_record run;
    run.test = "front page.svg";
    run.status = run_status::passed;
    run.start_at = s.time->wall() - std::chrono::hours{1};
    s.runs.records.push_back(run);
  });
  const auto path = "/api/v1/badges/front%20page.svg.svg";
  const auto badge = server.ask_get(path);
  CHECK(badge.status == 200);
  CHECK(badge.headers.at("content-type") == "image/svg+xml");
  CHECK(badge.headers.at("cache-control") == "public, max-age=30");
  CHECK(badge.headers.at("cross-origin-resource-policy") == "cross-origin");
  CHECK(badge.headers.at("content-security-policy").find("default-src 'self'") == 0);
  CHECK(badge.body.find("down</text>") != std::string::npos);
  const auto tag = badge.headers.at("etag");
  CHECK(server.ask(get(path, "If-None-Match: " + tag + "\r\n"), false).status == 304);
  const auto uptime = [&](std::string_view query) {
    return server.ask_get(std::string(path) + "?show=uptime" + std::string(query));
  };
  CHECK(uptime("").body.find("100.00 % of its runs have passed within 24h") != std::string::npos);
  CHECK(uptime("&window=30m").body.find("no run has ended within 30m") != std::string::npos);
  for (const auto* window : {"0s", "-1h", "1y", "400d", "9999999999999h", ""}) {
    CAPTURE(window);
    CHECK(uptime("&window=" + std::string(window)).status == 400);
  }
  server.on_loop([&] { server.tests.views.back().state = schedule::test_state::up; });
  CHECK(server.ask_get(path, "If-None-Match: " + tag + "\r\n").status == 200);
  CHECK(server.ask_get("/api/v1/badges/nobody.svg").status == 404);
  CHECK(server.ask_get("/api/v1/badges/.svg").status == 404);
  CHECK(server.ask_get("/api/v1/badges/front%20page.png").status == 404);
  CHECK(server.ask_get(std::string(path) + "?show=all").status == 400);
  CHECK(server.ask_get("/api/v1/status").headers.at("cross-origin-resource-policy") == "same-origin");
}
