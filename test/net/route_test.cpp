// The ways that a request can be told to go: a proxy of its own, addresses of its own, one family.

#include "canary/core/failure_code.hpp"
#include "canary/net/proxy_settings.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

const auto loopback = boost::asio::ip::make_address("127.0.0.1");

net::own_proxy proxy_at(const scripted_server& server, const std::string& userinfo = "") {
  return std::make_shared<const net::proxy>(
      *net::parse_proxy("http://" + userinfo + "127.0.0.1:" + std::to_string(server.port())));
}

}  // namespace

TEST_CASE("a request's own proxy is asked for the whole URL, also for an address of this machine") {
  network n;
  std::string request;
  scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    c.send(ok("from the proxy"));
  });
  const auto result =
      n.fetch({.url = "http://127.0.0.1:1/x?y", .route = {.via = proxy_at(proxy, "me:p%40ss@"), .resolve = {}}});
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "from the proxy");
  CHECK(request.starts_with("GET http://127.0.0.1:1/x?y HTTP/1.1\r\nHost: 127.0.0.1:1\r\n"));
  CHECK(request.find("\r\nProxy-Authorization: Basic bWU6cEBzcw==\r\n") != request.npos);
}

TEST_CASE("a request's own proxy makes the tunnel to an https URL, and may refuse it") {
  network n;
  std::string request;
  scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    c.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
  });
  const auto why =
      failure_of(n.fetch({.url = "https://shop.test/", .route = {.via = proxy_at(proxy, "me:pw@"), .resolve = {}}}));
  CHECK(request ==
        "CONNECT shop.test:443 HTTP/1.1\r\nHost: shop.test:443\r\nUser-Agent: canaryd\r\n"
        "Proxy-Authorization: Basic bWU6cHc=\r\n\r\n");
  CHECK(why.kind == failure_class::connect);
  CHECK(why.message == "GET https://shop.test/ failed: proxy 127.0.0.1:" + std::to_string(proxy.port()) +
                           " refused a tunnel to shop.test:443: 407 Proxy Authentication Required");
}

TEST_CASE("a proxy that answers badly is told of as the proxy, with the class and code of what it did") {
  struct row {
    std::string answer, url;
    failure_class kind;
    int code;
  };
  for (const auto& row : {row{"no HTTP\r\n\r\n", "https://shop.test/", failure_class::http, 1800},
                          row{"", "https://shop.test/", failure_class::http, 1801},
                          row{"", "http://shop.test/", failure_class::http, 1801}}) {
    CAPTURE(row.answer, row.url);
    network n;
    scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
      c.read_request();
      c.send(row.answer);
    });
    const auto why = failure_of(n.fetch({.url = row.url, .route = {.via = proxy_at(proxy), .resolve = {}}}));
    CHECK(why.kind == row.kind);
    CHECK(error_code_of(why) == row.code);
    CHECK(
        why.message.starts_with("GET " + row.url + " failed: proxy 127.0.0.1:" + std::to_string(proxy.port()) + ": "));
  }
}

TEST_CASE("a proxy that opens no tunnel in time is told of") {
  network n;
  scripted_server proxy(n.loop.get_executor(), [](scripted_connection& c) {
    c.read_request();
    c.wait_for_close();
  });
  net::http_request request{.url = "https://shop.test/", .route = {.via = proxy_at(proxy), .resolve = {}}};
  request.timeout = std::chrono::milliseconds(30);
  CHECK(failure_of(n.fetch(request)).message ==
        "GET https://shop.test/ timed out after 30ms while waiting for the proxy to open a tunnel");
}

TEST_CASE("a request that wants no proxy goes past the environment's") {
  network n;
  n.options.http_proxy = "http://127.0.0.1:1";
  scripted_server server(n.loop.get_executor(), answering(ok("direct")));
  net::http_request request{.url = "http://shop.test:" + std::to_string(server.port()) + "/",
                            .route = {.via = net::own_proxy{}, .resolve = {{"shop.test", {loopback}}}}};
  CHECK(n.fetch(request).response->body == "direct");
  request.route.via.reset();
  CHECK(failure_of(n.fetch(request)).message.find("proxy 127.0.0.1:1: ") != std::string::npos);
}

TEST_CASE("given addresses are used instead of a look-up, for that name alone") {
  std::string request;
  network n;
  n.options.name_servers = "127.0.0.1:1";  // nobody answers there
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    while (!(request = c.read_request()).empty() && c.send(ok("pinned"))) {
    }
  });
  const std::string port = std::to_string(server.port());
  const net::request_route route{.resolve = {{"shop.test", {loopback}}}};
  const auto result = n.fetch({.url = "http://SHOP.test:" + port + "/", .route = route});
  REQUIRE(result.response.has_value());
  CHECK(result.response->remote_ip == "127.0.0.1");
  CHECK(request.find("\r\nHost: shop.test:" + port + "\r\n") != request.npos);
  CHECK(failure_of(n.fetch({.url = "http://other.test:" + port + "/", .route = route})).kind == failure_class::dns);
}

TEST_CASE("only addresses of the family that is asked for are tried") {
  network n;
  scripted_server v4(n.loop.get_executor(), answering(ok("x")));
  const std::string url = "http://localhost:" + std::to_string(v4.port()) + "/";
  CHECK(n.fetch({.url = url, .route = {.family = 4}}).response.has_value());
  const auto none = failure_of(n.fetch({.url = v4.url(), .route = {.family = 6}}));
  CHECK(none.kind == failure_class::dns);
  CHECK(none.message == "GET " + v4.url() + " failed: host '127.0.0.1' has no IPv6 address");
  const auto wrong = failure_of(n.fetch({.url = url, .route = {.family = 6}}));
  CHECK(wrong.kind == failure_class::connect);
  CHECK(wrong.message.find("[::1]") != std::string::npos);
  CHECK(wrong.message.find("127.0.0.1") == std::string::npos);
}

TEST_CASE("a connection is used again only by requests that would go the same way") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  const std::string url = "http://localhost:" + std::to_string(server.port()) + "/";
  const net::request_route ways[] = {{},
                                     {.family = 4},
                                     {.resolve = {{"localhost", {loopback}}}},
                                     {.via = proxy_at(server)},
                                     {.via = proxy_at(server, "me:pw@")}};
  for (const auto& way : ways) {
    for (const bool again : {false, true}) {
      const auto result = n.fetch({.url = url, .route = way});
      REQUIRE(result.response.has_value());
      CHECK(result.exchanges[0].reused == again);
    }
  }
  CHECK(n.fetch({.url = url, .route = {.resolve = {{"elsewhere.test", {loopback}}}}}).exchanges[0].reused);
}
