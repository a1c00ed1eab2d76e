// What a request and its response may hold beyond a head and a body: questions first, trailers, cookies, hops.

#include "canary/net/cookie_jar.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

std::string cookies_in(const std::string& request) {
  const auto at = request.find("\r\nCookie: ");
  return at == request.npos ? "" : request.substr(at + 10, request.find("\r\n", at + 2) - at - 10);
}

}  // namespace

TEST_CASE("a body that asks first is sent when the server says so") {
  network n;
  std::string head, body;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    head = c.read_head();
    c.send("HTTP/1.1 100 Continue\r\n\r\n");
    body = c.read_bytes(4);
    c.send(ok("thanks"));
    c.read_request();
    c.send(ok("again"));
  });
  const auto result =
      n.fetch({.method = "PUT", .url = server.url(), .headers = {{"Expect", "100-continue"}}, .body = "data"});
  REQUIRE(result.response.has_value());
  CHECK(result.response->code == 200);
  CHECK(result.response->body == "thanks");
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(head.find("Content-Length: 4\r\n") != head.npos);
  CHECK(body == "data");
  CHECK(sums_up(result.response->timings));
  CHECK(result.exchanges[0].bytes_sent == head.size() + 4);
  CHECK(n.get(server.url()).exchanges[0].reused);
}

TEST_CASE("a body that asks first is not sent to a server that refuses it, and the connection ends") {
  network n;
  bool closed = false;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    if (c.read_head().find("Expect") == std::string::npos) return c.send(ok("other")), void();
    c.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
    closed = c.wait_for_close();
  });
  const auto result = n.fetch({.method = "POST",
                               .url = server.url(),
                               .headers = {{"Expect", "100-continue"}},
                               .body = std::string(100'000, 'x')});
  REQUIRE(result.response.has_value());
  CHECK(result.response->code == 413);
  CHECK_FALSE(n.get(server.url()).exchanges[0].reused);
  CHECK(closed);
}

TEST_CASE("a body that asks first is sent to a server that says nothing, after a while") {
  network n;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    c.read_request();
    c.send(ok("whole"));
  });
  const auto result =
      n.fetch({.method = "POST", .url = server.url(), .headers = {{"expect", "100-Continue"}}, .body = "data"});
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "whole");
}

TEST_CASE("trailers are told of, and count as headers do") {
  network n;
  const std::string chunks = "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n";
  scripted_server server(n.loop.get_executor(), answering(chunks + "X-Sum: 1\r\nx-sum: 2\r\nX-Other: 9\r\n\r\n"));
  for (int i = 0; i < 2; ++i) {
    const auto result = n.get(server.url());
    REQUIRE(result.response.has_value());
    CHECK(result.response->body == "hi");
    CHECK(result.response->headers.size() == 2);
    REQUIRE(result.response->trailers.size() == 3);
    CHECK(result.response->trailers[0].name == "X-Sum");
    CHECK(result.response->trailers[1].value == "2");
    CHECK(result.exchanges[0].reused == (i == 1));
  }
}

TEST_CASE("a body that nobody wants is counted and dropped") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok(std::string(1000, 'x'))));
  const auto result = n.fetch({.url = server.url(), .max_body = 1000, .discard_body = true});
  REQUIRE(result.response.has_value());
  CHECK(result.response->body.empty());
  CHECK(result.exchanges[0].bytes_received > 1000);
  const auto over = failure_of(n.fetch({.url = server.url(), .max_body = 999, .discard_body = true}));
  CHECK(over.kind == failure_class::limit);
}

TEST_CASE("each redirect that is followed is told of, with its own times") {
  network n;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    for (std::string request; !(request = c.read_request()).empty();) {
      if (request.starts_with("POST /1 ")) c.send("HTTP/1.1 307 Moved\r\nLocation: 2?x\r\nContent-Length: 0\r\n\r\n");
      if (request.starts_with("POST /2?x ")) {
        c.send("HTTP/1.1 303 See\r\nLocation: " + server.url("/3") + "\r\nContent-Length: 0\r\n\r\n");
      }
      if (request.starts_with("GET /3 ")) c.send(ok("there"));
    }
  });
  const auto result = n.fetch({.method = "POST", .url = server.url("/1"), .body = "x"});
  REQUIRE(result.response.has_value());
  CHECK(result.response->url == server.url("/3"));
  const auto& hops = result.response->redirects;
  REQUIRE(hops.size() == 2);
  CHECK(hops[0].method + " " + hops[0].url == "POST " + server.url("/1"));
  CHECK(hops[0].code == 307);
  CHECK(hops[0].location == "2?x");
  CHECK(hops[1].method + " " + hops[1].url == "POST " + server.url("/2?x"));
  CHECK(hops[1].code == 303);
  CHECK(hops[1].location == server.url("/3"));
  for (const auto& hop : hops) {
    CHECK(hop.timings.duration > 0);
    CHECK(sums_up(hop.timings));
    CHECK(hop.remote_ip == "127.0.0.1");
    CHECK(hop.remote_port == server.port());
  }
  CHECK(hops[0].timings.connecting > 0);
  CHECK(hops[1].timings.connecting == 0);
}

TEST_CASE("cookies are kept and sent at each hop, beside the script's own") {
  network n;
  std::vector<std::string> seen;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    for (std::string request; !(request = c.read_request()).empty();) {
      seen.push_back(cookies_in(request));
      if (request.starts_with("GET /login ")) {
        c.send(
            "HTTP/1.1 302 Found\r\nLocation: /home\r\nSet-Cookie: sid=1\r\nSet-Cookie: gone=1; Max-Age=0\r\n"
            "Content-Length: 0\r\n\r\n");
      } else {
        c.send(ok("x", "set-cookie: sid=2; Path=/\r\n"));
      }
    }
  });
  const auto jar = std::make_shared<net::cookie_jar>();
  REQUIRE(
      n.fetch({.url = server.url("/login"), .headers = {{"Cookie", "own=1"}}, .cookies = jar}).response.has_value());
  REQUIRE(n.fetch({.url = server.url("/later"), .cookies = jar}).response.has_value());
  REQUIRE(n.fetch({.url = server.url("/without")}).response.has_value());
  CHECK(seen == std::vector<std::string>{"own=1", "own=1; sid=1", "sid=2", ""});
}

TEST_CASE("cookies and credentials of one host are not sent on to another") {
  network n;
  std::string there;
  scripted_server other(n.loop.get_executor(), [&](scripted_connection& c) {
    there = c.read_request();
    c.send(ok("x"));
  });
  scripted_server server(n.loop.get_executor(),
                         answering("HTTP/1.1 302 Found\r\nLocation: http://other.test:" + std::to_string(other.port()) +
                                   "/\r\nSet-Cookie: sid=1\r\nContent-Length: 0\r\n\r\n"));
  const auto loopback = boost::asio::ip::make_address("127.0.0.1");
  const auto jar = std::make_shared<net::cookie_jar>();
  REQUIRE(n.fetch({.url = server.url(),
                   .headers = {{"Cookie", "own=1"}, {"Authorization", "Bearer x"}, {"X-Mine", "1"}},
                   .route = {.resolve = {{"other.test", {loopback}}}},
                   .cookies = jar})
              .response.has_value());
  CHECK(there.find("X-Mine: 1") != there.npos);
  CHECK(there.find("Cookie") == there.npos);
  CHECK(there.find("Authorization") == there.npos);
}
