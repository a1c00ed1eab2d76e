// Clients that do what no client should. Each gets its exact status or is closed, and somebody else is served
// meanwhile.

#include "api/running_server.hpp"

#include <functional>

using namespace std::chrono_literals;

namespace {

canary::api::server_options strict() {
  canary::api::server_options options;
  options.max_headers = 4096;
  options.max_body = 10'000;
  options.head_timeout = 300ms;
  options.idle_timeout = 300ms;
  return options;
}

void check_others_are_served(running_server& server) { CHECK(server.ask_get("/healthz").status == 200); }

struct hostile_request {
  std::string_view name;
  std::string bytes;
  int status;
  bool closes = true;
};

std::string post_query(std::string_view headers, std::string_view body) {
  return "POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + std::string(headers) +
         "\r\n" + std::string(body);
}

std::string with_host(std::string_view host_line) {
  return "GET /healthz HTTP/1.1\r\n" + std::string(host_line) + "\r\n";
}

std::string run_test(std::string_view headers) {
  return "POST /api/v1/tests/t/run HTTP/1.1\r\nHost: localhost:1\r\nContent-Length: 0\r\n" + std::string(headers) +
         "\r\n";
}

}  // namespace

TEST_CASE("a hostile request gets its exact status, and others are served") {
  using namespace std::string_literals;
  const hostile_request rows[] = {
      {"garbage", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n"s, 400},
      {"no request line", "\r\n\r\n\r\n\r\n", 400},
      {"a method that is none", "G@T / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"a version that is none", "GET / HTTP/x\r\nHost: localhost\r\n\r\n", 505},
      {"version 2", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505},
      {"HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"NUL in the target", "GET /a\0b HTTP/1.1\r\nHost: localhost\r\n\r\n"s, 400},
      {"NUL in a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n"s, 400},
      {"NUL as a method", "\0\0\0\0 / HTTP/1.1\r\n\r\n"s, 400},
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400},
      {"a header without a colon", "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n", 400},
      {"a giant header", get("/", "X: " + std::string(100'000, 'x') + "\r\n"), 431},
      {"a header without end", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(5000, 'x'), 431},
      {"a giant target", get("/" + std::string(5000, 'x')), 431},
      {"very many headers",
       get("/",
           [] {
             std::string all;
             for (int i = 0; i < 500; ++i) all += "X-" + std::to_string(i) + ": 1\r\n";
             return all;
           }()),
       431},
      {"a giant body, announced", post_query("Content-Length: 10001\r\n", ""), 413},
      {"a body of 2^64 bytes", post_query("Content-Length: 18446744073709551615\r\n", ""), 413},
      {"a body of 2^64 and more", post_query("Content-Length: 18446744073709551616\r\n", ""), 400},
      {"a giant body, in chunks", post_query("Transfer-Encoding: chunked\r\n", "2711\r\n" + std::string(10'001, 'x')),
       413},
      {"one giant chunk", post_query("Transfer-Encoding: chunked\r\n", "ffffffffffffff\r\n"), 413},
      {"a chunk's size that is none", post_query("Transfer-Encoding: chunked\r\n", "xyz\r\n{}\r\n0\r\n\r\n"), 400},
      {"a chunk longer than it says", post_query("Transfer-Encoding: chunked\r\n", "2\r\n{}}}}}\r\n0\r\n\r\n"), 400},
      {"a length that is none", post_query("Content-Length: two\r\n", "{}"), 400},
      {"a negative length", post_query("Content-Length: -2\r\n", "{}"), 400},
      {"two lengths", post_query("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), 400},
      {"length and chunks", post_query("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"chunks and length", post_query("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", "0\r\n\r\n"), 400},
      {"a coding that is not known", post_query("Transfer-Encoding: gzip\r\n", "{}"), 501},
      {"chunked inside another coding", post_query("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501},
      {"chunked twice", post_query("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"an expectation", get("/healthz", "Expect: a-miracle\r\n"), 417},
      {"no Host", with_host(""), 400},
      {"an empty Host", with_host("Host:\r\n"), 400},
      {"two Hosts", with_host("Host: localhost\r\nHost: localhost\r\n"), 400},
      {"a Host that is none", with_host("Host: local host\r\n"), 400},
      {"credentials in Host", with_host("Host: me@localhost\r\n"), 400},
      {"a wrong Host", with_host("Host: evil.example\r\n"), 421},
      {"a wrong Host with our port", with_host("Host: evil.example:8080\r\n"), 421},
      {"a Host that begins rightly", with_host("Host: localhost.evil.example\r\n"), 421},
      {"a wrong absolute target", "GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 421},
      {"a right absolute target, a wrong Host", "GET http://localhost/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
       421},
      {"a target of another scheme", "GET ftp://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"a fragment in the target", get("/healthz#here"), 400},
      {"HTTP/1.0 with chunks", "POST /query HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},

      {"an absolute target", "GET http://localhost:1/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 200, false},
      {"up out of the assets", get("/assets/../../../etc/passwd"), 404, false},
      {"up out of the assets, encoded", get("/assets/..%2f..%2fetc%2fpasswd"), 404, false},
      {"up out of the assets, encoded twice", get("/assets/%252e%252e%252fetc"), 404, false},
      {"up from the root", get("/../../etc/passwd"), 404, false},
      {"two slashes", get("//evil.example/"), 404, false},
      {"a broken escape", get("/api/v1/tests/%zz"), 400, false},
      {"an escape cut off", get("/api/v1/tests/%2"), 400, false},
      {"an escaped NUL", get("/api/v1/tests/a%00b"), 400, false},
      {"what is not UTF-8", get("/api/v1/tests/%ff%fe"), 400, false},
      {"a broken escape in the query", get("/api/v1/runs?test=%"), 400, false},
      {"an overlong slash", get("/api/v1/tests/%c0%af"), 400, false},
      {"TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, false},
      {"a method that nobody knows", "BREW /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", 405, false},
      {"deeply nested JSON", post_query("Content-Length: 5000\r\n", std::string(5000, '[')), 400, false},
      {"a cross-origin POST", run_test("Origin: http://evil.example\r\n"), 403, false},
      {"a POST from a sandboxed page", run_test("Origin: null\r\n"), 403, false},
      {"a POST from another port", run_test("Origin: http://localhost:2\r\n"), 403, false},
      {"a POST by https", run_test("Origin: https://localhost:1\r\n"), 403, false},
      {"a POST that the browser calls cross-site", run_test("Sec-Fetch-Site: cross-site\r\n"), 403, false},
      {"a POST from a neighbour's site", run_test("Sec-Fetch-Site: same-site\r\n"), 403, false},
      {"a same-origin POST", run_test("Origin: http://localhost:1\r\nSec-Fetch-Site: same-origin\r\n"), 202, false},
      {"a POST from a program", run_test(""), 202, false},
  };
  running_server server([](running_server& s) { s.tests.add("t"); }, strict());
  for (const auto& row : rows) {
    CAPTURE(row.name);
    raw_client client(server.port);
    client.send(row.bytes);
    check_others_are_served(server);
    auto answer = client.read();
    REQUIRE(answer);
    CAPTURE(answer->body);
    CHECK(answer->status == row.status);
    const bool by_graphql = !row.closes && row.bytes.starts_with("POST /query");
    if (row.status >= 400 && !by_graphql) {
      CHECK(answer->headers["content-type"] == "application/problem+json");
      CHECK(answer->body.find("\"status\":" + std::to_string(row.status) + ",") != std::string::npos);
    }
    CHECK(answer->headers["connection"] == (row.closes ? "close" : "keep-alive"));
    if (row.closes) {
      CHECK(client.closed());
    } else {
      client.send(get("/healthz"));
      const auto next = client.read();
      REQUIRE(next);
      CHECK(next->status == 200);
    }
  }
  CHECK(server.tests.triggered == std::vector<std::string>{"t", "t"});
}

TEST_CASE("a client that drips its head is answered 408 and closed") {
  running_server server({}, strict());
  raw_client client(server.port);
  client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ");
  const auto begun = server.time->mono();
  while (server.time->mono() - begun < 600ms && client.send("x")) check_others_are_served(server);
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 408);
  CHECK(client.closed());
}

TEST_CASE("a client that sends chunk extensions, headers or trailers for ever is stopped") {
  const std::string chunked = "POST /query HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
  struct row {
    std::string begin, again;
    int status;
  };
  const row rows[] = {
      {"GET / HTTP/1.1\r\nHost: localhost\r\n", "X: 1\r\n", 431},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "xxxxxxxx", 431},
      {chunked + "1", ";x=y", 431},
      {chunked + "0\r\n", "X: 1\r\n", 431},
      {chunked, "1;" + std::string(1000, 'x') + "\r\nx\r\n", 408},
  };
  auto options = strict();
  options.max_body = 1u << 20;
  running_server server({}, options);
  for (const auto& row : rows) {
    CAPTURE(row.begin, row.again);
    raw_client client(server.port);
    std::thread flood([&] {
      client.send(row.begin);
      std::string much;
      while (much.size() < 4096) much += row.again;
      const auto begun = server.time->mono();
      while (server.time->mono() - begun < 2s && client.send(much)) {
      }
    });
    const auto answer = client.read();
    check_others_are_served(server);
    flood.join();
    REQUIRE(answer);
    CHECK(answer->status == row.status);
  }
}

TEST_CASE("a client that never sends the body it announced is answered 408 and closed") {
  running_server server({}, strict());
  raw_client client(server.port);
  client.send(post_query("Content-Length: 100\r\n", "{"));
  check_others_are_served(server);
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 408);
  CHECK(client.closed());
}

TEST_CASE("a client that connects and says nothing is closed") {
  running_server server({}, strict());
  raw_client client(server.port);
  check_others_are_served(server);
  CHECK(client.closed());
}

TEST_CASE("a client that goes silent after a response is closed") {
  running_server server({}, strict());
  raw_client client(server.port);
  client.send(get("/healthz"));
  CHECK(client.read());
  CHECK(client.closed());
}

TEST_CASE("a client that closes its half gets the response to what it has asked") {
  running_server server({}, strict());
  raw_client whole(server.port), half(server.port);
  whole.send(get("/healthz"));
  whole.finish_sending();
  const auto answer = whole.read();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(whole.closed());
  half.send("GET /healthz HTTP/1.1\r\nHos");
  half.finish_sending();
  const auto refused = half.read();
  REQUIRE(refused);
  CHECK(refused->status == 400);
  CHECK(half.closed());
}

TEST_CASE("requests sent at once are answered in their order, up to the first that is wrong") {
  running_server server({}, strict());
  raw_client client(server.port);
  client.send(get("/healthz") + get("/nothing.txt") + post_query("Content-Length: 2\r\n", "{}") + get("/readyz") +
              "junk\r\n\r\n" + get("/healthz"));
  for (const int status : {200, 404, 400, 200, 400}) {
    const auto answer = client.read();
    REQUIRE(answer);
    CHECK(answer->status == status);
  }
  CHECK(client.closed());
}

TEST_CASE("thousands of requests at once hold nobody up") {
  running_server server({}, strict());
  raw_client client(server.port);
  std::string all;
  for (int i = 0; i < 2000; ++i) all += get("/healthz");
  std::thread sender([&] { client.send(all); });
  check_others_are_served(server);
  for (int i = 0; i < 2000; ++i) REQUIRE(client.read());
  sender.join();
}

TEST_CASE("a client that never reads is dropped, and its response's memory with it") {
  auto options = strict();
  options.max_connections = 1;
  // 1,000 tests of 60 outcomes each: more than the sockets' buffers take.
  running_server server(
      [](running_server& s) {
        for (int i = 0; i < 1000; ++i) {
          s.tests.add("test " + std::to_string(i));
          s.tests.views.back().recent.resize(60);
        }
      },
      options);
  raw_client client(server.port, 4096);
  client.send(get("/api/v1/tests?limit=1000"));
  REQUIRE(client.receive());
  // The only place is taken until the server gives up on it.
  const auto begun = server.time->mono();
  int status = 503;
  while (status != 200 && server.time->mono() - begun < 10s) status = server.ask_get("/healthz").status;
  CHECK(status == 200);
  CHECK(server.time->mono() - begun >= 250ms);
}
