// Tokens over the wire: who may look, who may change, and what the others get.
#include "api/running_server.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

using namespace canary;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

constexpr const char* as_reader = "Authorization: Bearer reader-secret\r\n";
constexpr const char* as_writer = "Authorization: Bearer writer-secret\r\n";
constexpr const char* as_stranger = "Authorization: Bearer no-such-secret\r\n";

std::vector<api::token> two_tokens() {
  return {{"wall", api::permission::read, api::sha256("reader-secret")},
          {"ci", api::permission::write, api::sha256("writer-secret")}};
}

void guard(running_server& s) {
  s.tests.add("login", schedule::test_state::up);
  s.tests.next_id = run_id::floor(wall_time{1'700'000'000s});
  s.access.use(two_tokens());
}

reply post(running_server& server, std::string_view path, std::string_view headers, std::string_view body = "") {
  return server.ask("POST " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
                    "Content-Length: " + std::to_string(body.size()) + "\r\n" + std::string(headers) + "\r\n" +
                    std::string(body));
}

std::string with_token(std::string_view text) { return json::serialize(json::object{{"token", text}}); }

void wait_for(raw_client& client, std::string_view text) {
  while (client.received().find(text) == std::string::npos) REQUIRE(client.receive());
}

constexpr int guesses_before_waits = 20;

/// From here on each guess from this address waits long for its answer.
void guess_often(running_server& server) {
  server.on_loop([&] {
    const auto here = boost::asio::ip::make_address("127.0.0.1");
    for (int i = 0; i < guesses_before_waits; ++i) server.access.refused("unknown", here);
  });
}

void wait_for_guesses(running_server& server, int count) {
  const std::string line = "{reason=\"unknown\"} " + std::to_string(count) + '\n';
  std::string all;
  while (all.find(line) == std::string::npos) {
    std::this_thread::yield();
    server.on_loop([&] { all = server.counters->exposition(); });
  }
}

// 'canary_session=…' as a browser sends it back.
std::string cookie_of(const reply& answer) {
  const auto& set = answer.headers.at("set-cookie");
  return "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
}

}  // namespace

TEST_CASE("with tokens, whoever shows none gets 401, and only the page and the health") {
  running_server server(guard);
  for (const auto* path : {"/api/v1/status", "/api/v1/tests", "/api/v1/tests/login", "/api/v1/runs", "/metrics",
                           "/api/v1/events", "/api/v1/badges/login.svg", "/api/v1/openapi.json", "/api/v1/database",
                           "/query?query=%7B__typename%7D", "/api/v1/tests/nobody"}) {
    CAPTURE(path);
    const auto refused = server.ask_get(path);
    CHECK(refused.status == 401);
    CHECK(refused.headers.at("www-authenticate") == "Bearer realm=\"canaryd\"");
    CHECK(refused.headers.at("content-type") == "application/problem+json");
    CHECK(refused.body.find("login") == std::string::npos);
  }
  for (const auto* path : {"/api/v1/tests/login/run", "/api/v1/tests/login/pause", "/api/v1/tests/login/maintenance",
                           "/-/reload", "/api/v1/database/compact", "/query"}) {
    CAPTURE(path);
    CHECK(post(server, path, "").status == 401);
  }
  CHECK(server.tests.triggered.empty());
  CHECK(server.reloads.empty());
  for (const auto* path : {"/healthz", "/readyz", "/", "/tests/login", "/api/v1/session"}) {
    CAPTURE(path);
    CHECK(server.ask_get(path).status == 200);
  }
}

TEST_CASE("a token to read looks at all and changes nothing") {
  running_server server(guard);
  for (const auto* path : {"/api/v1/status", "/api/v1/tests/login", "/metrics", "/query?query=%7B__typename%7D"}) {
    CAPTURE(path);
    CHECK(server.ask_get(path, as_reader).status == 200);
  }
  for (const auto* path : {"/api/v1/tests/login/run", "/api/v1/tests/login/pause", "/-/reload"}) {
    CAPTURE(path);
    const auto refused = post(server, path, as_reader);
    CHECK(refused.status == 403);
    CHECK(json::parse(refused.body).at("detail") == "the token 'wall' may read, and change nothing");
  }
  CHECK(post(server, "/query", as_reader, R"({"query":"{ __typename }"})").status == 200);
  const auto mutation =
      post(server, "/query", as_reader, R"({"query":"mutation { runTest(name: \"login\") { id } }"})");
  CHECK(mutation.status == 403);
  CHECK(mutation.body.find("may read, and change nothing") != std::string::npos);
  CHECK(server.tests.triggered.empty());
  CHECK(server.ask_get("/metrics", as_reader).body.find("canary_api_auth_failures_total{reason=\"forbidden\"} 4\n") !=
        std::string::npos);
}

TEST_CASE("a token to write changes, whatever page it is shown from") {
  running_server server(guard);
  CHECK(post(server, "/api/v1/tests/login/run", as_writer).status == 202);
  const auto begun = post(server, "/api/v1/tests/login/maintenance", as_writer, R"({"duration":"1h"})");
  CHECK(json::parse(begun.body).at("maintenance").at("by") == "ci");
  CHECK(
      post(server, "/api/v1/tests/login/pause", std::string(as_writer) + "Origin: https://tools.example\r\n").status ==
      200);
  CHECK(post(server, "/query", as_writer, R"({"query":"mutation { runTest(name: \"login\") { id } }"})").status == 200);
  CHECK(server.tests.triggered.size() == 2);
  CHECK(server.ask_get("/api/v1/status", "authorization: bEaReR writer-secret\r\n").status == 200);
}

TEST_CASE("a wrong token is answered later each time, counted, and logged without its text") {
  running_server server(guard);
  const auto before = server.time->mono();
  for (int i = 0; i < 3; ++i) {
    const auto refused = server.ask_get("/api/v1/status", as_stranger);
    CHECK(refused.status == 401);
    CHECK(refused.headers.at("www-authenticate") == "Bearer realm=\"canaryd\", error=\"invalid_token\"");
  }
  CHECK(server.time->mono() - before >= 700ms);
  CHECK(server.ask_get("/api/v1/session", as_stranger).status == 200);
  CHECK(server.time->mono() - before >= 1500ms);
  CHECK(server.ask_get("/api/v1/status", "Authorization: Basic cm9vdDpyb290\r\n").status == 401);
  CHECK(server.ask_get("/api/v1/status").status == 401);
  const auto metrics = server.ask_get("/metrics", as_reader).body;
  for (const auto* sample : {"{reason=\"unknown\"} 4\n", "{reason=\"malformed\"} 1\n", "{reason=\"missing\"} 1\n",
                             "{reason=\"session\"} 0\n"}) {
    CAPTURE(sample);
    CHECK(metrics.find("canary_api_auth_failures_total" + std::string(sample)) != std::string::npos);
  }
  std::vector<std::string> lines;
  server.on_loop([&] { lines = server.lines; });
  REQUIRE(!lines.empty());
  CHECK(json::parse(lines[0]).at("peer") == "127.0.0.1");
  CHECK(json::parse(lines[0]).at("reason") == "unknown");
  for (const auto& line : lines) CHECK(line.find("secret") == std::string::npos);
}

TEST_CASE("while a guess waits for its answer, a token that is right is answered") {
  running_server server(guard);
  guess_often(server);
  raw_client guesser(server.port);
  REQUIRE(guesser.send(get("/api/v1/status", as_stranger)));
  for (int i = 0; i < 20; ++i) CHECK(server.ask_get("/api/v1/status", as_reader).status == 200);
  CHECK(guesser.received().empty());
}

TEST_CASE("who waits for the answer to a guess makes room for others, and does not keep the server") {
  api::server_options options;
  options.max_connections = 1;
  running_server server(guard, options);
  guess_often(server);
  raw_client guesser(server.port);
  REQUIRE(guesser.send(get("/api/v1/status", as_stranger)));
  wait_for_guesses(server, guesses_before_waits + 1);
  CHECK(server.ask_get("/healthz").status == 200);
  CHECK(guesser.closed());
  raw_client last(server.port);
  REQUIRE(last.send(get("/api/v1/status", as_stranger)));
}

TEST_CASE("where all places are taken, who has guessed goes before who waits between two requests") {
  api::server_options options;
  options.max_connections = 2;
  running_server server(guard, options);
  guess_often(server);
  raw_client honest(server.port);
  REQUIRE(honest.send(get("/healthz")));
  REQUIRE(honest.read());
  raw_client guesser(server.port);
  REQUIRE(guesser.send(get("/api/v1/status", as_stranger)));
  wait_for_guesses(server, guesses_before_waits + 1);
  CHECK(server.ask_get("/healthz").status == 200);
  CHECK(guesser.closed());
  REQUIRE(honest.send(get("/api/v1/status", as_reader)));
  const auto still = honest.read();
  REQUIRE(still);
  CHECK(still->status == 200);
}

TEST_CASE("two credentials are none") {
  running_server server(guard);
  CHECK(server.ask_get("/api/v1/status", std::string(as_writer) + as_writer).status == 401);
  CHECK(server.ask_get("/api/v1/status", std::string(as_stranger) + as_writer).status == 401);
}

TEST_CASE("a browser signs in with a token for a cookie, and out again") {
  running_server server(guard);
  const auto in = post(server, "/login", "Origin: http://localhost\r\n", with_token("writer-secret"));
  REQUIRE(in.status == 200);
  CHECK(json::parse(in.body) == json::parse(R"({"tokens":true,"name":"ci","may":"write"})"));
  const auto& set = in.headers.at("set-cookie");
  CHECK(set.ends_with("; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800"));
  CHECK(set.find("secret") == std::string::npos);
  const auto cookie = cookie_of(in);
  CHECK(server.ask_get("/api/v1/status", cookie).status == 200);
  CHECK(post(server, "/api/v1/tests/login/run", cookie).status == 202);
  // A proxy may speak TLS where this server does not.
  CHECK(post(server, "/api/v1/tests/login/run", cookie + "Origin: https://localhost\r\n").status == 202);
  CHECK(post(server, "/api/v1/tests/login/run", cookie + "Origin: http://evil.example\r\n").status == 403);
  CHECK(post(server, "/api/v1/tests/login/run", cookie + "Sec-Fetch-Site: same-site\r\n").status == 403);
  CHECK(json::parse(server.ask_get("/api/v1/session", cookie).body).at("name") == "ci");
  const auto out = post(server, "/logout", cookie);
  CHECK(out.status == 200);
  CHECK(out.headers.at("set-cookie").find("canary_session=; ") == 0);
  CHECK(server.ask_get("/api/v1/status", cookie).status == 401);
  CHECK(server.tests.triggered.size() == 2);
}

TEST_CASE("a session may what its token may, as long as there is the token") {
  running_server server(guard);
  const auto cookie = cookie_of(post(server, "/login", "", with_token("reader-secret")));
  CHECK(server.ask_get("/api/v1/status", cookie).status == 200);
  CHECK(post(server, "/api/v1/tests/login/run", cookie).status == 403);
  server.on_loop([&] { server.access.use({two_tokens()[1]}); });
  const auto over = server.ask_get("/api/v1/status", cookie);
  CHECK(over.status == 401);
  CHECK(over.body.find("sign in again") != std::string::npos);
  CHECK(server.ask_get("/api/v1/status", as_reader).status == 401);
  CHECK(json::parse(server.ask_get("/api/v1/session", cookie).body) ==
        json::parse(R"({"tokens":true,"name":null,"may":"nothing"})"));
  // The token comes back, the session does not.
  server.on_loop([&] { server.access.use(two_tokens()); });
  CHECK(server.ask_get("/api/v1/status", as_reader).status == 200);
  CHECK(server.ask_get("/api/v1/status", cookie).status == 401);
}

TEST_CASE("what is no sign-in is refused") {
  running_server server(guard);
  CHECK(post(server, "/login", "", with_token("wrong")).status == 401);
  CHECK(post(server, "/login", "", "").status == 400);
  CHECK(post(server, "/login", "", "[]").status == 400);
  CHECK(post(server, "/login", "", R"({"token":1})").status == 400);
  CHECK(post(server, "/login", "", with_token(std::string(5000, 'x'))).status == 413);
  CHECK(post(server, "/login", "Origin: http://evil.example\r\n", with_token("writer-secret")).status == 403);
  CHECK(post(server, "/login?token=writer-secret", "", with_token("writer-secret")).status == 400);
  CHECK(server.ask("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")
            .status == 415);
  CHECK(server.ask_get("/login").status == 405);
  running_server open;
  CHECK(post(open, "/login", "", with_token("writer-secret")).status == 409);
  CHECK(json::parse(open.ask_get("/api/v1/session").body) ==
        json::parse(R"({"tokens":false,"name":null,"may":"write"})"));
}

TEST_CASE("streams of events end with the session that reads them, and no others do") {
  const bool signs_out = GENERATE(true, false);
  CAPTURE(signs_out);
  api::server_options options;
  if (!signs_out) options.event_heartbeat = 20ms;
  running_server server(guard, options);
  const auto sign_in = [&] { return cookie_of(post(server, "/login", "", with_token("reader-secret"))); };
  const auto first = sign_in(), second = sign_in();
  raw_client of_first(server.port), again_of_first(server.port), of_second(server.port), of_token(server.port);
  const std::pair<raw_client*, std::string> readers[] = {
      {&of_first, first}, {&again_of_first, first}, {&of_second, second}, {&of_token, as_reader}};
  for (const auto& [client, shown] : readers) {
    REQUIRE(client->send(get("/api/v1/events", shown)));
    wait_for(*client, "retry:");
  }
  if (signs_out) {
    CHECK(post(server, "/logout", first).status == 200);
  } else {  // it gives its place to newer ones, and that is seen at a heartbeat
    server.on_loop([&] {
      for (std::size_t i = 0; i < api::sessions::most / 10 - 1; ++i) server.access.sign_in("reader-secret");
    });
  }
  const auto reading = [&] {
    return json::parse(server.ask_get("/api/v1/status", as_reader).body).at("events").at("readers");
  };
  for (int i = 0; i < 2000 && reading() != 2; ++i) std::this_thread::yield();
  REQUIRE(reading() == 2);
  CHECK(of_first.closed());
  CHECK(again_of_first.closed());
  server.on_loop([&] { server.happenings.tell(events::config_reloaded{true, "", 1}); });
  wait_for(of_second, "event: config_reloaded");
  wait_for(of_token, "event: config_reloaded");
}

TEST_CASE("streams of events end when others may read") {
  running_server server(guard);
  raw_client reader(server.port);
  REQUIRE(reader.send(get("/api/v1/events", as_reader)));
  wait_for(reader, "retry:");
  CHECK(server.ask_get("/metrics", as_reader).body.find("canary_api_event_readers 1\n") != std::string::npos);
  server.on_loop([&] { server.server->end_streams(); });
  CHECK(reader.closed());
  raw_client again(server.port);
  REQUIRE(again.send(get("/api/v1/events", as_reader)));
  wait_for(again, "retry:");
  server.on_loop([&] { server.happenings.tell(events::config_reloaded{true, "", 1}); });
  wait_for(again, "event: config_reloaded");
}
