#include "canary/net/http_session.hpp"

#include "net/codings.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;

TEST_CASE("a GET brings the response with its headers in order") {
  network n;
  std::string request;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    c.send(ok("hello", "Set-Cookie: a=1\r\nX-Thing: x\r\nset-cookie: b=2\r\n"));
  });
  const auto result = n.get(server.url("/path?q=1#part"));
  REQUIRE(result.response.has_value());
  const auto& response = *result.response;
  CHECK(response.code == 200);
  CHECK(response.status_text == "OK");
  CHECK(response.proto == "HTTP/1.1");
  CHECK(response.body == "hello");
  CHECK(response.url == server.url("/path?q=1"));
  CHECK(response.remote_ip == "127.0.0.1");
  CHECK(response.remote_port == server.port());
  REQUIRE(response.headers.size() == 4);
  CHECK(response.headers[0].name == "Set-Cookie");
  CHECK(response.headers[2].name == "set-cookie");
  CHECK(response.headers[2].value == "b=2");
  CHECK(request == "GET /path?q=1 HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
                       "\r\nUser-Agent: canaryd\r\nAccept-Encoding: " CODINGS "\r\n\r\n");

  REQUIRE(result.exchanges.size() == 1);
  const auto& exchange = result.exchanges[0];
  CHECK(exchange.method == "GET");
  CHECK(exchange.url == response.url);
  CHECK(exchange.code == 200);
  CHECK(exchange.error.kind == failure_class::none);
  CHECK_FALSE(exchange.reused);
  CHECK(exchange.bytes_sent == request.size());
  CHECK(exchange.bytes_received == ok("hello", "Set-Cookie: a=1\r\nX-Thing: x\r\nset-cookie: b=2\r\n").size());
}

TEST_CASE("the phases of an exchange sum to its duration, and what did not happen is zero") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("hello")));
  for (const bool reused : {false, true}) {
    CAPTURE(reused);
    const auto result = n.get(server.url());
    REQUIRE(result.response.has_value());
    CHECK(result.exchanges[0].reused == reused);
    const auto& t = result.exchanges[0].timings;
    CHECK(t.duration > 0);
    CHECK(sums_up(t));
    CHECK(t.tls_handshaking == 0);
    CHECK((t.connecting > 0) == !reused);
    CHECK(t.waiting > 0);
    CHECK(result.response->timings.duration == t.duration);
  }
  CHECK(server.connections() == 1);
}

TEST_CASE("a request carries the script's method, headers and body") {
  network n;
  std::string request;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    c.send("HTTP/1.1 204 No Content\r\n\r\n");
  });
  const auto result = n.fetch({.method = "PUT",
                               .url = server.url("/x"),
                               .headers = {{"Host", "other.test"}, {"User-Agent", "mine"}, {"X-A", "1"}, {"X-A", "2"}},
                               .body = "data"});
  REQUIRE(result.response.has_value());
  CHECK(result.response->code == 204);
  CHECK(request ==
        "PUT /x HTTP/1.1\r\nHost: other.test\r\nContent-Length: 4\r\nUser-Agent: mine\r\nX-A: 1\r\nX-A: 2\r\n"
        "Accept-Encoding: " CODINGS "\r\n\r\ndata");
}

TEST_CASE("a kept connection that has died is replaced, once, for a request that may be repeated") {
  network n;
  // Every connection serves one request, and dies at the second without a word.
  int served = 0;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    c.read_request();
    c.send(ok("x"));
    c.read_request();
    ++served;
    c.reset();
  });
  REQUIRE(n.get(server.url()).response.has_value());

  SECTION("a GET is") {
    const auto result = n.get(server.url());
    REQUIRE(result.response.has_value());
    CHECK(result.exchanges.size() == 1);
    CHECK_FALSE(result.exchanges[0].reused);
    CHECK(server.connections() == 2);
  }
  SECTION("a POST is not") {
    const auto why = failure_of(n.fetch({.method = "POST", .url = server.url(), .body = "x"}));
    CHECK(why.kind == failure_class::connect);
    CHECK(why.message == "POST " + server.url() + " failed: the connection to 127.0.0.1:" +
                             std::to_string(server.port()) + " was reset before it answered");
    CHECK(server.connections() == 1);
  }
  CHECK(served == 1);
}

TEST_CASE("a kept connection that the server has closed meanwhile is not used, whatever the method") {
  network n;
  bool closed = false;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    c.read_request();
    c.send(ok("x"));
    c.close();
    closed = true;
  });
  REQUIRE(n.get(server.url()).response.has_value());
  n.run([&](asio::yield_context yield) {
    while (!closed) asio::post(yield);
  });
  CHECK(n.fetch({.method = "POST", .url = server.url(), .body = "x"}).response.has_value());
  CHECK(server.connections() == 2);
}

TEST_CASE("what a script may not send is refused before anything is sent") {
  struct row {
    std::string name;
    net::http_request request;
    std::string message;
  };
  const row rows[] = {
      {"a method with a space", {.method = "GE T", .url = "http://x/"}, "'GE T' is not an HTTP method"},
      {"CONNECT", {.method = "CONNECT", .url = "http://x/"}, "the method CONNECT is for proxies, and not for scripts"},
      {"a header name with a colon", {.url = "http://x/", .headers = {{"a:b", "c"}}}, "'a:b' is not a header name"},
      {"an empty header name", {.url = "http://x/", .headers = {{"", "c"}}}, "'' is not a header name"},
      {"a header value with a line break",
       {.url = "http://x/", .headers = {{"X-A", "1\r\nX-B: 2"}}},
       "the value of header 'X-A' holds a line break or another control character"},
      {"another scheme", {.url = "ftp://x/"}, "bad URL 'ftp://x/': its scheme 'ftp' is neither http nor https"},
      {"no URL", {.url = ""}, "the URL is empty"},
  };
  network n;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto result = n.fetch(row.request);
    CHECK(result.exchanges.empty());
    CHECK(failure_of(result) == failure{failure_class::script, row.message});
  }
}
