// The page's files, metrics, health, GraphQL, and what is on every response.

#include "api/running_server.hpp"

#include "canary/api/body.hpp"

#include <boost/json/object.hpp>

namespace json = boost::json;
using canary::api::body;

namespace {

std::string joined(const body& b) {
  std::string out;
  for (const auto& piece : b.pieces()) out += piece;
  return out;
}

std::string gzip(std::string_view text) {
  return joined(canary::api::compress(body(text), [] {}));
}

std::string gunzip(std::string_view text) {
  return joined(canary::api::decompress(text, [] {}));
}

const std::string index_gz = gzip("<!doctype html>page"), script_gz = gzip(std::string(200'000, 's')),
                  icon_gz = gzip("<svg/>");
const canary::embedded::file assets[] = {{"index.html.gz", index_gz},
                                         {"app-AB12CD34.js.gz", script_gz},
                                         {"favicon.svg.gz", icon_gz},
                                         {"plain.txt", "as it is"}};

constexpr std::string_view take_gzip = "Accept-Encoding: gzip\r\n";

}  // namespace

TEST_CASE("the page is served in an encoding that the client takes, and not again where it has it") {
  running_server server({}, {}, assets);
  auto plain = server.ask_get("/"), packed = server.ask_get("/", take_gzip);
  CHECK(plain.status == 200);
  CHECK(plain.body == "<!doctype html>page");
  CHECK(plain.headers["content-type"] == "text/html; charset=utf-8");
  CHECK(plain.headers["cache-control"] == "no-cache");
  CHECK(plain.headers["vary"] == "Accept-Encoding");
  CHECK(plain.headers.count("content-encoding") == 0);
  CHECK(packed.body == index_gz);
  CHECK(packed.headers["content-encoding"] == "gzip");
  CHECK(packed.headers["etag"] != plain.headers["etag"]);
  auto again = server.ask_get("/", "If-None-Match: W/\"x\", " + plain.headers["etag"] + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(again.headers["etag"] == plain.headers["etag"]);
  CHECK(again.headers.count("content-length") == 0);
  CHECK(server.ask_get("/", "If-None-Match: \"other\"\r\n").status == 200);
}

TEST_CASE("a file with a hash in its name is kept for ever, others are asked for again") {
  running_server server({}, {}, assets);
  auto script = server.ask_get("/assets/app-AB12CD34.js");
  CHECK(script.body == std::string(200'000, 's'));
  CHECK(script.headers["content-type"] == "text/javascript; charset=utf-8");
  CHECK(script.headers["cache-control"] == "public, max-age=31536000, immutable");
  auto icon = server.ask_get("/favicon.svg");
  CHECK(icon.body == "<svg/>");
  CHECK(icon.headers["content-type"] == "image/svg+xml");
  CHECK(icon.headers["cache-control"] == "no-cache");
  CHECK(server.ask_get("/assets/favicon.svg").status == 200);
  CHECK(server.ask_get("/assets/plain.txt", take_gzip).body == "as it is");
  CHECK(server.ask_get("/assets/missing.js").status == 404);
}

TEST_CASE("paths of the page's own router get the page, others do not") {
  running_server server({}, {}, assets);
  for (const auto* path :
       {"/tests/foo", "/tests/example.com", "/tests/a%2Fb.js", "/runs/0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55", "/runs/",
        "/anything", "/tests/foo?tab=runs"}) {
    CAPTURE(path);
    CHECK(server.ask_get(path).body == "<!doctype html>page");
  }
  for (const auto* path : {"/api/v1/x", "/api", "/assets", "/assets/", "/query/x", "/metrics/", "/-/other",
                           "/robots.txt", "/a/b.js", "/tests//x", "/tests/../x", "//"}) {
    CAPTURE(path);
    CHECK(server.ask_get(path).status == 404);
  }
}

TEST_CASE("built without the page, the root says how to have it") {
  running_server server;
  auto answer = server.ask_get("/");
  CHECK(answer.status == 200);
  CHECK(answer.headers["content-type"] == "text/plain; charset=utf-8");
  CHECK(answer.body.find("CANARY_WEB=ON") != std::string::npos);
}

TEST_CASE("every response says what a browser may do with it") {
  running_server server({}, {}, assets);
  for (const auto* target : {"/", "/api/v1/status", "/nothing.txt", "/metrics", "/healthz"}) {
    CAPTURE(target);
    auto answer = server.ask_get(target);
    const auto& policy = answer.headers["content-security-policy"];
    CHECK(policy.starts_with("default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "));
    CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
    CHECK(policy.find("base-uri 'none'") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(answer.headers["x-content-type-options"] == "nosniff");
    CHECK(answer.headers["referrer-policy"] == "no-referrer");
    CHECK(answer.headers.count("date") == 1);
    CHECK(answer.headers.count("access-control-allow-origin") == 0);
  }
  auto refused = server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  CHECK(refused.headers["x-content-type-options"] == "nosniff");
  CHECK(refused.body.find("--web.allowed-hosts=evil.example") != std::string::npos);
}

TEST_CASE("health and readiness are told apart") {
  running_server server;
  CHECK(server.ask_get("/healthz").body == "ok\n");
  CHECK(server.ask_get("/readyz").status == 200);
  server.on_loop([&] { server.ready = false; });
  CHECK(server.ask_get("/readyz").status == 503);
  CHECK(server.ask_get("/healthz").status == 200);
}

TEST_CASE("metrics are Prometheus' text, compressed where that is taken") {
  running_server server([](running_server& s) {
    for (int i = 0; i < 200; ++i) s.counters->test_added("test " + std::to_string(i));
  });
  server.ask_get("/api/v1/tests/nobody");
  server.ask_get("/tests/deep/link");
  server.ask_get("/tests.txt");
  server.ask("nonsense\r\n\r\n");
  auto answer = server.ask_get("/metrics");
  CHECK(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(answer.headers.count("content-encoding") == 0);
  for (const auto* line : {R"(test_started_count{test_name="test 199"} 0)",
                           R"(canary_api_requests_total{route="/api/v1/tests/{name}",code="404"} 1)",
                           R"(canary_api_requests_total{route="/",code="200"} 1)",
                           R"(canary_api_requests_total{route="other",code="404"} 1)",
                           R"(canary_api_requests_total{route="refused",code="400"} 1)"}) {
    CAPTURE(line);
    CHECK(answer.body.find('\n' + std::string(line) + '\n') != std::string::npos);
  }
  auto packed = server.ask_get("/metrics", take_gzip);
  CHECK(packed.headers["content-encoding"] == "gzip");
  CHECK(packed.body.size() * 5 < answer.body.size());
  CHECK(gunzip(packed.body).find(R"(test_started_count{test_name="test 199"} 0)") != std::string::npos);
}

TEST_CASE("JSON is compressed where it is long and that is taken") {
  running_server server([](running_server& s) {
    for (int i = 0; i < 100; ++i) s.tests.add("test " + std::to_string(i));
  });
  auto plain = server.ask_get("/api/v1/tests"), packed = server.ask_get("/api/v1/tests", take_gzip);
  CHECK(plain.headers["cache-control"] == "no-store");
  CHECK(plain.headers["vary"] == "Accept-Encoding");
  CHECK(packed.headers["content-encoding"] == "gzip");
  CHECK(gunzip(packed.body) == plain.body);
  CHECK(server.ask_get("/api/v1/runs", take_gzip).headers.count("content-encoding") == 0);
}

TEST_CASE("HEAD has GET's head and no body, OPTIONS says what is allowed") {
  running_server server({}, {}, assets);
  raw_client client(server.port);
  client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/healthz"));
  auto head = client.read(false);
  REQUIRE(head);
  CHECK(head->headers["content-length"] == "19");
  const auto next = client.read();
  REQUIRE(next);
  CHECK(next->body == "ok\n");
  auto options = server.ask("OPTIONS /query HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n");
  CHECK(options.status == 204);
  CHECK(options.headers["allow"] == "GET, HEAD, POST, OPTIONS");
  CHECK(options.headers.count("access-control-allow-methods") == 0);
  CHECK(server.ask("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n").status == 204);
}

TEST_CASE("GraphQL is asked by POST and by GET") {
  running_server server;
  const auto post = [&](std::string_view text, std::string_view headers = "Content-Type: application/json\r\n") {
    return server.ask("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(text.size()) +
                      "\r\n" + std::string(headers) + "\r\n" + std::string(text));
  };
  auto answer = post(
      R"({"query":"query Q($id: String!) { test(id: $id) { id } tests { id } }","operationName":"Q","variables":{"id":"x"}})");
  CHECK(answer.status == 200);
  CHECK(answer.headers["content-type"] == "application/json");
  CHECK(json::parse(answer.body).at("data").at("tests").as_array().empty());
  answer = server.ask_get("/query?query=%7B+tests+%7B+id+%7D+%7D", "Accept: application/graphql-response+json\r\n");
  CHECK(answer.status == 200);
  CHECK(answer.headers["content-type"] == "application/graphql-response+json");
  CHECK(json::parse(answer.body) == json::parse(R"({"data":{"tests":[]}})"));

  constexpr std::string_view wrong = R"({"query":"{ nothing }"})";
  answer = post(wrong);
  CHECK(answer.status == 200);
  CHECK(json::parse(answer.body).as_object().contains("errors"));
  answer =
      post(wrong, "Content-Type: application/json; charset=utf-8\r\nAccept: application/graphql-response+json\r\n");
  CHECK(answer.status == 400);
  CHECK(json::parse(answer.body).as_object().contains("errors"));
  CHECK(post("{").status == 400);
  CHECK(post("").status == 400);
  CHECK(post(R"({"query":"{tests{id}}"})", "Content-Type: text/plain\r\n").status == 415);
  CHECK(post(R"({"query":"{tests{id}}"})", "").status == 415);
  CHECK(post(R"({"query":"{tests{id}}"})", "Content-Type: application/json\r\nAccept: text/html\r\n").status == 406);
  CHECK(server.ask_get("/query").status == 400);
  CHECK(server.ask_get("/query?query=%7Btests%7Bid%7D%7D&variables=%5B").status == 400);
  CHECK(server.ask_get("/query?query=%7Btests%7Bid%7D%7D&other=1").status == 400);
}

TEST_CASE("GraphiQL has an address of its own, and a build without it says so") {
  const canary::embedded::file with_it[] = {{"index.html.gz", index_gz}, {"graphiql.html.gz", script_gz}};
  running_server server({}, {}, with_it);
  const auto page = server.ask_get("/graphiql", take_gzip);
  CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
  CHECK(page.body == script_gz);
  CHECK(server.ask_get("/graphiql/more").status == 404);
  running_server without({}, {}, assets);
  const auto none = without.ask_get("/graphiql");
  CHECK(none.status == 404);
  CHECK(none.body.find("/query") != std::string::npos);
}
