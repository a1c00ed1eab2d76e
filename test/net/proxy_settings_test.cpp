#include "canary/net/proxy_settings.hpp"

#include "net/codings.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;

TEST_CASE("NO_PROXY is read as Go reads it") {
  struct row {
    std::string no_proxy, url;
    bool proxied;
  };
  const row rows[] = {
      {"", "http://a.test/", true},
      {"", "http://localhost/", false},
      {"", "http://localhost:81/", false},
      {"", "http://127.8.9.1/", false},
      {"", "http://[::1]/", false},
      {"", "http://sub.localhost/", true},
      {"*", "http://a.test/", false},
      {"a.test", "http://a.test/", false},
      {"a.test", "http://b.a.test/", false},
      {"a.test", "http://ba.test/", true},
      {".a.test", "http://a.test/", true},
      {".a.test", "http://b.a.test/", false},
      {"*.a.test", "http://a.test/", true},
      {"*.a.test", "http://b.a.test/", false},
      {" A.TEST , b.test", "http://a.test/", false},
      {"x.test, b.test", "http://b.test/", false},
      {"a.test:8080", "http://a.test/", true},
      {"a.test:8080", "http://a.test:8080/", false},
      {"a.test:443", "https://a.test/", false},
      {"10.0.0.0/8", "http://10.1.2.3/", false},
      {"10.0.0.0/8", "http://11.1.2.3/", true},
      {"10.0.0.0/9", "http://10.127.0.1/", false},
      {"10.0.0.0/9", "http://10.128.0.1/", true},
      {"10.0.0.0/8", "http://a.test/", true},
      {"10.0.0.1", "http://10.0.0.1:81/", false},
      {"10.0.0.1:80", "http://10.0.0.1:81/", true},
      {"10.0.0.1:80", "http://10.0.0.1/", false},
      {"fd00::/8", "http://[fd12::1]/", false},
      {"fd00::/8", "http://[fe80::1]/", true},
      {"fd00::1", "http://[fd00::1]:81/", false},
      {"[fd00::1]:80", "http://[fd00::1]:81/", true},
      {"[fd00::1]:80", "http://[fd00::1]/", false},
      {"10.0.0.0/99,:80,.,a.test:x,/,", "http://a.test/", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.no_proxy, row.url);
    const net::proxy_settings settings("http://proxy.test:3128", "http://proxy.test:3129", row.no_proxy);
    const auto url = *net::parse_http_url(row.url);
    const auto chosen = settings.choose(url);
    REQUIRE(chosen.has_value());
    CHECK(chosen->has_value() == row.proxied);
    if (*chosen) CHECK((*chosen)->port == (url.secure ? 3129 : 3128));
  }
}

TEST_CASE("a proxy is a URL, or a host and a port") {
  const auto url = *net::parse_http_url("http://a.test/");
  const auto bare = net::proxy_settings("proxy.test:3128", "", "").choose(url);
  REQUIRE((bare && *bare));
  CHECK((*bare)->host == "proxy.test");
  CHECK((*bare)->port == 3128);
  CHECK((*bare)->authorization.empty());
  const auto known = net::proxy_settings("http://me:pw@[::1]:3128/", "", "").choose(url);
  REQUIRE((known && *known));
  CHECK((*known)->host == "::1");
  CHECK((*known)->authorization == "Basic bWU6cHc=");
  CHECK_FALSE(net::proxy_settings("", "http://proxy.test", "").choose(url)->has_value());
  const auto socks = net::proxy_settings("socks5://me:pw@proxy.test", "", "").choose(url);
  REQUIRE(socks.has_error());
  CHECK(socks.error().message == "HTTP_PROXY: only proxies at http:// URLs are spoken to");
}

TEST_CASE("a plain request asks the proxy for the whole URL") {
  network n;
  std::vector<std::string> requests;
  scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
    for (std::string r; !(r = c.read_request()).empty(); c.send(ok("by proxy"))) requests.push_back(r);
  });
  n.options.http_proxy = "http://me:pw@127.0.0.1:" + std::to_string(proxy.port());
  REQUIRE(n.get("http://a.test/x?y").response.has_value());
  const auto second = n.get("http://u:p@b.test:81/");
  REQUIRE(second.response.has_value());
  CHECK(second.response->body == "by proxy");
  CHECK(second.exchanges[0].reused);
  CHECK(second.exchanges[0].remote_port == proxy.port());
  REQUIRE(requests.size() == 2);
  CHECK(requests[0] ==
        "GET http://a.test/x?y HTTP/1.1\r\nHost: a.test\r\nUser-Agent: canaryd\r\nAccept-Encoding: " CODINGS
        "\r\n"
        "Proxy-Authorization: Basic bWU6cHc=\r\n\r\n");
  CHECK(requests[1] ==
        "GET http://b.test:81/ HTTP/1.1\r\nHost: b.test:81\r\nUser-Agent: canaryd\r\nAuthorization: Basic dTpw\r\n"
        "Accept-Encoding: " CODINGS "\r\nProxy-Authorization: Basic bWU6cHc=\r\n\r\n");
}

TEST_CASE("what a proxy does wrong is told as the proxy's") {
  network n;
  std::string request;
  scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
    request = c.read_request();
    if (request.find("silent") == request.npos) c.send("HTTP/1.1 407 Who Are You\r\nContent-Length: 0\r\n\r\n");
  });
  const std::string place = "127.0.0.1:" + std::to_string(proxy.port());
  n.options.https_proxy = place;
  n.options.http_proxy = "nobody.localhost:1";
  CHECK(failure_of(n.get("https://a.test/")) ==
        failure{failure_class::connect,
                "GET https://a.test/ failed: proxy " + place + " refused a tunnel to a.test:443: 407 Who Are You"});
  CHECK(request == "CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\nUser-Agent: canaryd\r\n\r\n");
  CHECK(failure_of(n.get("https://silent.test/")) ==
        failure{failure_class::http, "GET https://silent.test/ failed: proxy " + place +
                                         ": the server closed the connection without answering"});
  const auto refused = failure_of(n.get("http://a.test/"));
  CHECK(refused.kind == failure_class::connect);
  CHECK(
      refused.message.starts_with("GET http://a.test/ failed: proxy nobody.localhost:1: connect to 127.0.0.1:1 refused "
                                  "(1st of 2 addresses), to [::1]:1 "));
}
