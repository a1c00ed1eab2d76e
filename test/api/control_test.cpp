// What changes something, and the lists and texts that came with it.
#include "api/running_server.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

using namespace canary;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

reply post(running_server& server, std::string_view path, std::string_view headers = "") {
  return server.ask("POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" +
                    std::string(headers) + "\r\n");
}

reply query(running_server& server, std::string_view document, std::string_view headers = "") {
  const auto body = json::serialize(json::object{{"query", document}});
  return server.ask("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n" + std::string(headers) + "\r\n" + body);
}

void add_tests(running_server& s) {
  s.tests.add("login", schedule::test_state::up);
  s.tests.add("search", schedule::test_state::down);
  s.tests.add("cart", schedule::test_state::down);
  s.tests.next_id = run_id::floor(wall_time{1'700'000'000s});
}

std::string names(running_server& server, std::string_view target) {
  std::string out;
  const auto page = server.get_json(target);
  for (const auto& t : page.at("tests").as_array()) out += std::string(t.at("name").as_string()) + ' ';
  return out + (page.at("next").is_null() ? "." : "…");
}

}  // namespace

TEST_CASE("a test is paused and resumed") {
  running_server server(add_tests);
  const auto paused = post(server, "/api/v1/tests/login/pause");
  CHECK(paused.status == 200);
  CHECK(json::parse(paused.body) ==
        json::parse(R"({"name":"login","state":"paused","paused":true,"paused_by":"request","changed":true})"));
  CHECK(json::parse(post(server, "/api/v1/tests/login/pause").body).at("changed") == false);
  CHECK(server.get_json("/api/v1/tests/login").at("paused_by") == "request");
  const auto resumed = json::parse(post(server, "/api/v1/tests/login/resume").body);
  CHECK(resumed.at("paused") == false);
  CHECK(resumed.at("paused_by").is_null());
  server.tests.refusal = "it is the configuration";
  const auto refused = post(server, "/api/v1/tests/login/resume");
  CHECK(refused.status == 409);
  CHECK(json::parse(refused.body).at("detail") == "it is the configuration");
  CHECK(post(server, "/api/v1/tests/nobody/pause").status == 404);
  CHECK(post(server, "/api/v1/tests/login/pause?for=1h").status == 400);
}

namespace {

reply post_json(running_server& server, std::string_view path, std::string_view body,
                std::string_view type = "application/json") {
  return server.ask("POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + std::string(type) +
                    "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
}

reply remove(running_server& server, std::string_view path) {
  return server.ask("DELETE " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

constexpr std::string_view maintenance = "/api/v1/tests/login/maintenance";

}  // namespace

TEST_CASE("a test's maintenance begins, is another one, and ends") {
  running_server server(add_tests);
  const auto began = json::parse(post_json(server, maintenance, R"({"duration":"2h","reason":"an upgrade"})").body);
  CHECK(began.at("state") == "maintenance");
  CHECK(began.at("changed") == true);
  const auto& window = began.at("maintenance");
  CHECK(window.at("reason") == "an upgrade");
  const auto since = parse_rfc3339(window.at("since").as_string()),
             until = parse_rfc3339(window.at("until").as_string());
  REQUIRE((since && until));
  CHECK(*until - *since == 2h);
  CHECK(server.get_json("/api/v1/tests/login").at("maintenance") == window);
  CHECK(server.get_json("/api/v1/status").at("tests").at("maintenance") == 1);
  CHECK(names(server, "/api/v1/tests?status=maintenance") == "login .");
  server.on_loop([&] { CHECK(server.runs.said_of.at("login").maintenance->reason == "an upgrade"); });

  const auto end = format_rfc3339(*since + 1h);
  const auto later = json::parse(post_json(server, maintenance, R"({"until":")" + end + R"(","reason":null})").body);
  CHECK(later.at("maintenance").at("until") == json::string(end));
  CHECK(later.at("maintenance").at("reason").is_null());

  const auto over = json::parse(remove(server, maintenance).body);
  CHECK(over == json::parse(R"({"name":"login","state":"unknown","maintenance":null,"changed":true})"));
  CHECK(json::parse(remove(server, maintenance).body).at("changed") == false);
  server.on_loop([&] { CHECK_FALSE(server.runs.said_of.at("login").any()); });
}

TEST_CASE("a maintenance that cannot be says why, and changes nothing") {
  running_server server(add_tests);
  const struct {
    const char *body, *said;
  } rows[] = {
      {"", "the body is not JSON"},
      {"{", "the body is not JSON"},
      {"[]", "the body is no JSON object: the body is such as {\"duration\": \"2h\""},
      {"{}", "'duration' or 'until' says how long"},
      {R"({"for":"2h"})", "'for' is unknown: there are 'duration', 'until' and 'reason'"},
      {R"({"duration":7200})", "'duration' is a string"},
      {R"({"duration":"2 hours"})", "'duration': "},
      {R"({"duration":"0"})", "'duration' is 1s at least, and not '0'; DELETE ends a maintenance"},
      {R"({"duration":"999ms"})", "'duration' is 1s at least, and not '999ms'"},
      {R"({"duration":"-1h"})", "'duration' is 1s at least"},
      {R"({"duration":"30d1ns"})", "a maintenance lasts 30 days at most"},
      {R"({"duration":"292y"})", "'duration': "},
      {R"({"duration":"15000w"})", "a maintenance lasts 30 days at most"},
      {R"({"duration":"2h","until":"2026-01-01T00:00:00Z"})", "'duration' and 'until' exclude each other"},
      {R"({"duration":"tomorrow"})", "; or 'until' says when it ends, such as 2026-01-31T08:00:00Z"},
      {R"({"until":"tomorrow"})", "'until' is a time with its zone, such as 2026-01-31T08:00:00Z, and not 'tomorrow'"},
      {R"({"until":"2026-11-24"})",
       "'until' is a time with its zone, such as 2026-11-24T08:00:00Z, and not '2026-11-24'"},
      {R"({"until":"2026-11-24T20:30:00"})", "such as 2026-11-24T20:30:00Z, and not '2026-11-24T20:30:00'"},
      {R"({"until":"2026-02-30"})", "such as 2026-01-31T08:00:00Z, and not '2026-02-30'"},
      {R"({"until":"2001-01-01T00:00:00Z"})", "'until' has passed: it is "},
      {R"({"until":"2261-01-01T00:00:00Z"})", "a maintenance lasts 30 days at most"},
  };
  for (const auto& r : rows) {
    CAPTURE(r.body);
    const auto refused = post_json(server, maintenance, r.body);
    CHECK(refused.status == 400);
    CHECK(std::string(json::parse(refused.body).at("detail").as_string()).find(r.said) != std::string::npos);
  }
  CHECK(post_json(server, maintenance, R"({"duration":"1h"})", "text/plain").status == 415);
  CHECK(post_json(server, maintenance, R"({"duration":"1h","reason":")" + std::string(1001, 'x') + "\"}").status ==
        400);
  CHECK(post_json(server, maintenance, std::string(17'000, ' ')).status == 413);
  CHECK(post_json(server, "/api/v1/tests/nobody/maintenance", R"({"duration":"1h"})").status == 404);
  CHECK(remove(server, "/api/v1/tests/nobody/maintenance").status == 404);
  CHECK(remove(server, "/api/v1/tests/login/maintenance?x=y").status == 400);
  CHECK(remove(server, "/api/v1/tests/login/pause").status == 405);
  CHECK(server.get_json("/api/v1/tests/login").at("maintenance").is_null());
}

TEST_CASE("what the database does not keep is in force, and told as not kept") {
  running_server server(add_tests);
  server.on_loop([&] { server.runs.unkept = "the disk is full"; });
  const auto paused = post(server, "/api/v1/tests/login/pause");
  CHECK(paused.status == 500);
  CHECK(json::parse(paused.body).at("detail") ==
        "this is so now, but a restart of canaryd would forget it, for the database does not keep it (the disk is "
        "full); asking again tries again");
  CHECK(server.get_json("/api/v1/tests/login").at("paused") == true);
  CHECK(post_json(server, "/api/v1/tests/search/maintenance", R"({"duration":"1h"})").status == 500);
  const auto failed = json::parse(query(server, R"(mutation { resumeTest(name: "login") { state } })").body);
  CHECK(failed.at("data").at("resumeTest").is_null());
  server.on_loop([&] { server.runs.unkept.clear(); });
  CHECK(post(server, "/api/v1/tests/search/pause").status == 200);
  server.on_loop([&] { CHECK(server.runs.said_of.at("search").maintenance); });
}

TEST_CASE("a reload is answered once it is over") {
  running_server server(add_tests);
  const auto ask = [&](std::function<void(const api::reload_listener&)> answer) {
    raw_client client(server.port);
    REQUIRE(client.send("POST /-/reload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));
    for (bool asked = false; !asked;) {
      server.on_loop([&] {
        asked = !server.reloads.empty();
        if (asked) answer(server.reloads.back());
        server.reloads.clear();
      });
    }
    const auto got = client.read();
    REQUIRE(got);
    return *got;
  };
  const auto good = ask([](const auto& done) { done(std::size_t{15}); });
  CHECK(good.status == 200);
  CHECK(good.body == R"({"tests":15})");
  const auto bad = ask([](const auto& done) { done(error{"config.js:1:1: oh"}); });
  CHECK(bad.status == 500);
  CHECK(bad.body.find("config.js:1:1: oh") != std::string::npos);
  const auto late = ask([&](const auto& done) {
    server.ready = false;
    done(error{"the daemon is shutting down"});
  });
  CHECK(late.status == 503);
}

TEST_CASE("a server may go while a reload is waited for") {
  api::reload_listener kept;
  raw_client* client = nullptr;
  std::unique_ptr<raw_client> owner;
  {
    running_server server(add_tests);
    owner = std::make_unique<raw_client>(server.port);
    client = owner.get();
    REQUIRE(client->send("POST /-/reload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"));
    for (bool asked = false; !asked;) {
      server.on_loop([&] { asked = !server.reloads.empty(); });
    }
    server.on_loop([&] { server.server.reset(); });
    server.on_loop([&] { server.reloads.front()(std::size_t{1}); });
    server.on_loop([&] { server.reloads.clear(); });
  }
  CHECK(client->closed());
}

TEST_CASE("changes are refused to other machines' and other sites' pages") {
  running_server server(add_tests);
  for (const auto* path : {"/api/v1/tests/login/pause", "/api/v1/tests/login/resume", "/-/reload"}) {
    CAPTURE(path);
    CHECK(post(server, path, "Origin: http://evil.example\r\n").status == 403);
    CHECK(post(server, path, "Sec-Fetch-Site: cross-site\r\n").status == 403);
    CHECK(server.ask_get(path).status == 405);
  }
  CHECK(server.reloads.empty());
  const auto mutation =
      query(server, "mutation { pauseTest(name: \"login\") { state } }", "Origin: http://evil.example\r\n");
  CHECK(mutation.status == 403);
  CHECK(mutation.body.find("another site") != std::string::npos);
  CHECK(server.get_json("/api/v1/tests/login").at("state") == "up");
  CHECK(query(server, "{ tests { id } }", "Origin: http://evil.example\r\n").status == 200);
}

TEST_CASE("GraphQL's mutations run, pause and resume tests") {
  running_server server(add_tests);
  const auto id = server.tests.next_id.text();
  const auto ask = [&](std::string_view document) {
    const auto answer = query(server, document);
    CHECK(answer.status == 200);
    return json::parse(answer.body);
  };
  CHECK(ask(R"(mutation { runTest(name: "login") { id name } })") ==
        json::parse(R"({"data":{"runTest":{"id":")" + id + R"(","name":"login"}}})"));
  CHECK(server.tests.triggered == std::vector<std::string>{"login"});
  CHECK(
      ask(R"(mutation { a: pauseTest(name: "login") { name state paused } b: resumeTest(name: "login") { state } })") ==
      json::parse(R"({"data":{"a":{"name":"login","state":"paused","paused":true},"b":{"state":"unknown"}}})"));
  const auto began = ask(R"(mutation { startMaintenance(name: "login", duration: "1h", reason: "r") {
      state maintenance { since until reason by } } })");
  CHECK(began.at("data").at("startMaintenance").at("state") == "maintenance");
  CHECK(began.at("data").at("startMaintenance").at("maintenance").at("reason") == "r");
  CHECK(began.at("data").at("startMaintenance").at("maintenance").at("by").is_null());
  const auto unsaid = ask(R"(mutation { startMaintenance(name: "login", duration: "1h") { maintenance { reason } } })");
  CHECK(unsaid.at("data").at("startMaintenance").at("maintenance").at("reason").is_null());
  CHECK(ask(R"(mutation { endMaintenance(name: "login") { state maintenance { until } } })") ==
        json::parse(R"({"data":{"endMaintenance":{"state":"unknown","maintenance":null}}})"));
  const auto endless = ask(R"(mutation { startMaintenance(name: "login") { state } })");
  CHECK(endless.at("errors").at(0).at("message") == "'duration' or 'until' says how long");
  // One that fails leaves the others theirs.
  const auto mixed = ask(R"(mutation { a: pauseTest(name: "nobody") { state } b: runTest(name: "search") { name } })");
  CHECK(mixed.at("data") == json::parse(R"({"a":null,"b":{"name":"search"}})"));
  CHECK(mixed.at("errors").at(0).at("path") == json::array{"a"});
}

TEST_CASE("a mutation is never executed by GET") {
  running_server server(add_tests);
  const auto refused = server.ask_get("/query?query=mutation%7BrunTest(name%3A%22login%22)%7Bid%7D%7D");
  CHECK(refused.status == 405);
  CHECK(refused.headers.at("allow") == "POST");
  CHECK(server.tests.triggered.empty());
  CHECK(server
            .ask_get("/query?query=mutation%20M%7BrunTest(name%3A%22login%22)%7Bid%7D%7D%20query%20Q%7B__typename%7D"
                     "&operationName=Q")
            .status == 200);
}

TEST_CASE("tests are listed by state and by the class of their last failure") {
  running_server server([](running_server& s) {
    add_tests(s);
    s.tests.views[1].last.emplace().cause.kind = failure_class::timeout;
    s.tests.views[2].last.emplace().cause.kind = failure_class::assertion;
  });
  CHECK(names(server, "/api/v1/tests") == "login search cart .");
  CHECK(names(server, "/api/v1/tests?status=down") == "search cart .");
  CHECK(names(server, "/api/v1/tests?status=paused") == ".");
  CHECK(names(server, "/api/v1/tests?status=down&class=assert") == "cart .");
  CHECK(names(server, "/api/v1/tests?class=timeout") == "search .");
  CHECK(names(server, "/api/v1/tests?status=down&limit=1") == "search …");
  CHECK(names(server, "/api/v1/tests?status=down&limit=1&cursor=1.search") == "cart .");
  CHECK(server.ask_get("/api/v1/tests?status=broken").body.find("up, down, unknown, paused or maintenance") !=
        std::string::npos);
  CHECK(server.ask_get("/api/v1/tests?class=bad").status == 400);
}

TEST_CASE("a script is served as the text that it is") {
  running_server server([](running_server& s) {
    add_tests(s);
    test t = *s.tests.views[0].definition;
    t.source = "// \xC3\xA4\n<script>alert(1)</script>\n";
    s.tests.views[0].definition = std::make_shared<const test>(t);
  });
  const auto source = server.ask_get("/api/v1/tests/login/source");
  CHECK(source.status == 200);
  CHECK(source.headers.at("content-type") == "text/plain; charset=utf-8");
  CHECK(source.headers.at("x-content-type-options") == "nosniff");
  CHECK(source.body == "// \xC3\xA4\n<script>alert(1)</script>\n");
  CHECK(server.ask_get("/api/v1/tests/nobody/source").status == 404);
}

TEST_CASE("a run's log is served alone, from a level on") {
  const auto id = run_id::floor(wall_time{1'700'000'000s});
  running_server server([&](running_server& s) {
    run_record r;
    r.id = id;
    s.runs.records.push_back(r);
    run_details d;
    d.logs = {{{}, log_level::info, "first", {{"n", 1}}}, {{}, log_level::error, "second", {}}};
    d.logs_dropped = 3;
    s.runs.details[id] = d;
  });
  const auto path = "/api/v1/runs/" + id.text() + "/logs";
  const auto all = server.get_json(path);
  CHECK(all.at("logs_dropped") == 3);
  REQUIRE(all.at("logs").as_array().size() == 2);
  CHECK(all.at("logs").at(0) ==
        json::parse(R"({"at":"1970-01-01T00:00:00Z","level":"info","message":"first","fields":{"n":1}})"));
  CHECK(server.get_json(path + "?level=warn").at("logs").as_array().size() == 1);
  CHECK(server.ask_get(path + "?level=loud").status == 400);
  CHECK(server.ask_get("/api/v1/runs/nonsense/logs").status == 404);
  CHECK(server.ask_get("/api/v1/runs/0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55/logs").status == 404);
}
