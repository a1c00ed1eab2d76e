#include "canary/net/redirect.hpp"

#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using net::header;

namespace {

net::http_response answer(int code, const std::string& location) {
  net::http_response response;
  response.code = code;
  if (!location.empty()) response.headers = {{"location", location}};
  return response;
}

std::string names(const std::vector<header>& headers) {
  std::string all;
  for (const auto& h : headers) all += h.name + " ";
  return all;
}

}  // namespace

TEST_CASE("a redirect leads where Go's client would go") {
  struct row {
    int code;
    std::string method, location;
    std::string next_method, next_url;  // '' where it is no redirect
    bool keep_body;
  };
  const row rows[] = {
      {301, "GET", "/b", "GET", "http://a.test/b", false},
      {301, "POST", "/b", "GET", "http://a.test/b", false},
      {302, "PUT", "b", "GET", "http://a.test/dir/b", false},
      {303, "POST", "?x=1", "GET", "http://a.test/dir/page?x=1", false},
      {303, "HEAD", "/b", "HEAD", "http://a.test/b", false},
      {307, "POST", "//b.test/c", "POST", "http://b.test/c", true},
      {308, "DELETE", "https://b.test", "DELETE", "https://b.test/", true},
      {302, "GET", "../c d", "GET", "http://a.test/c%20d", false},
      {302, "GET", "a/../../../echo/./x", "GET", "http://a.test/echo/x", false},
      {302, "GET", "/../../x/..", "GET", "http://a.test/", false},
      {302, "GET", ".", "GET", "http://a.test/dir/", false},
      {302, "GET", "http://b.test/a/b/../c/.?q=/../r", "GET", "http://b.test/a/c/?q=/../r", false},
      {302, "GET", "/a//../b/...", "GET", "http://a.test/a/b/...", false},
      {302, "GET", "/b#part", "GET", "http://a.test/b", false},
      {302, "GET", "", "", "", false},
      {300, "GET", "/b", "", "", false},
      {304, "GET", "/b", "", "", false},
      {305, "GET", "/b", "", "", false},
      {200, "GET", "/b", "", "", false},
      {201, "POST", "/b", "", "", false},
  };
  const auto url = *net::parse_http_url("http://a.test/dir/page");
  for (const auto& row : rows) {
    CAPTURE(row.code, row.method, row.location);
    const auto next = net::next_request(answer(row.code, row.location), row.method, url, {}, "a.test");
    REQUIRE(next.has_value());
    REQUIRE(next->has_value() == !row.next_url.empty());
    if (!next->has_value()) continue;
    CHECK((*next)->method == row.next_method);
    CHECK((*next)->url.text() == row.next_url);
    CHECK((*next)->keep_body == row.keep_body);
  }
}

TEST_CASE("credentials go to the first host and its subdomains alone") {
  struct row {
    std::string location, kept;
  };
  const std::vector<header> headers = {
      {"authorization", "x"}, {"Cookie", "x"}, {"X-A", "x"}, {"Host", "h"}, {"Content-Type", "x"}};
  const auto url = *net::parse_http_url("http://me:secret@a.test/");
  for (const auto& row :
       {row{"/b", "authorization Cookie X-A Host "}, row{"http://a.test/b", "authorization Cookie X-A "},
        row{"http://a.test:81/b", "authorization Cookie X-A "},
        row{"https://sub.a.test/b", "authorization Cookie X-A "}, row{"http://b.test/", "X-A "},
        row{"http://ba.test/", "X-A "}, row{"http://test/", "X-A "}}) {
    CAPTURE(row.location);
    const auto next = net::next_request(answer(302, row.location), "POST", url, headers, "a.test");
    REQUIRE((next.has_value() && next->has_value()));
    CHECK(names((*next)->headers) == row.kept);
    CHECK((*next)->url.has_userinfo == (row.location == "/b"));
  }
  const auto kept = net::next_request(answer(307, "/b"), "POST", url, headers, "a.test");
  CHECK(names((**kept).headers) == "authorization Cookie X-A Host Content-Type ");
}

TEST_CASE("the next request tells which page led to it, to others only its origin, and never from TLS to plain HTTP") {
  struct row {
    std::string from, location, referer;
  };
  for (const auto& row : {row{"http://me:secret@a.test/x?y=1", "/b", "http://a.test/x?y=1"},
                          row{"https://a.test/x?y", "https://a.test:443/z", "https://a.test/x?y"},
                          row{"http://a.test/x?y", "http://b.test/", "http://a.test/"},
                          row{"http://a.test:81/x?y", "http://a.test/", "http://a.test:81/"},
                          row{"http://a.test/x?y", "https://a.test/", "http://a.test/"},
                          row{"https://a.test/x?y", "https://b.test/", "https://a.test/"},
                          row{"https://a.test/x", "http://a.test/x", ""}}) {
    CAPTURE(row.from, row.location);
    const auto next = net::next_request(answer(302, row.location), "GET", *net::parse_http_url(row.from), {}, "a.test");
    REQUIRE((next.has_value() && next->has_value()));
    CHECK((*next)->referer == row.referer);
  }
}

TEST_CASE("a Location that is none fails the request") {
  const auto url = *net::parse_http_url("http://a.test/");
  for (const std::string location : {"http://", "ftp://a.test/", "http://a.test:99999/", "http://[::1", "/%zz"}) {
    CAPTURE(location);
    const auto next = net::next_request(answer(302, location), "GET", url, {}, "a.test");
    REQUIRE(next.has_error());
    CHECK(next.error().kind == failure_class::http);
    CHECK(next.error().message.find("its answer 302 redirects to nowhere: bad URL '" + location + "'") == 0);
  }
}

TEST_CASE("redirects are followed on the kept connection, each hop an exchange") {
  network n;
  std::vector<std::string> requests;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    for (std::string r; !(r = c.read_request()).empty();) {
      requests.push_back(r);
      const bool first = r.find(" /start ") != r.npos;
      c.send(first ? "HTTP/1.1 307 Again\r\nLocation: /end\r\nContent-Length: 4\r\n\r\ngone" : ok("there"));
    }
  });
  const auto result =
      n.fetch({.method = "POST", .url = server.url("/start"), .headers = {{"X-A", "1"}}, .body = "data"});
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "there");
  CHECK(result.response->url == server.url("/end"));
  REQUIRE(result.exchanges.size() == 2);
  CHECK(result.exchanges[0].code == 307);
  CHECK(result.exchanges[0].url == server.url("/start"));
  CHECK(result.exchanges[1].method == "POST");
  CHECK(result.exchanges[1].reused);
  REQUIRE(requests.size() == 2);
  CHECK(requests[1].ends_with("\r\n\r\ndata"));
  CHECK(requests[1].find("\r\nX-A: 1\r\n") != std::string::npos);
}

TEST_CASE("each hop of a redirect is told of the page before it, or what the script says instead") {
  network n;
  std::vector<std::string> referers;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    for (std::string r; !(r = c.read_request()).empty();) {
      const auto at = r.find("\r\nReferer: ");
      referers.push_back(at == r.npos ? "" : r.substr(at + 11, r.find('\r', at + 2) - at - 11));
      const int hop = r[5] - '0';
      c.send(hop < 2 ? "HTTP/1.1 302 Found\r\nLocation: /" + std::to_string(hop + 1) + "\r\nContent-Length: 0\r\n\r\n"
                     : ok("there"));
    }
  });
  using list = std::vector<std::string>;
  REQUIRE(n.get(server.url("/0")).response.has_value());
  CHECK(referers == list{"", server.url("/0"), server.url("/1")});
  referers.clear();
  REQUIRE(n.fetch({.url = server.url("/0"), .headers = {{"Referer", "http://own.test/"}}}).response.has_value());
  CHECK(referers == list{"http://own.test/", "http://own.test/", "http://own.test/"});
}

TEST_CASE("a redirect loop ends after ten redirects, or as many as were asked for") {
  network n;
  scripted_server server(n.loop.get_executor(),
                         answering("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));
  const auto ten = n.get(server.url());
  CHECK(failure_of(ten) == failure{failure_class::http, "GET " + server.url() + " failed: stopped after 10 redirects"});
  CHECK(ten.exchanges.size() == 11);
  const auto one = n.fetch({.url = server.url(), .max_redirects = 1});
  CHECK(failure_of(one).message == "GET " + server.url() + " failed: stopped after 1 redirect");
  CHECK(one.exchanges.size() == 2);

  const auto none = n.fetch({.url = server.url(), .max_redirects = 0});
  REQUIRE(none.response.has_value());
  CHECK(none.response->code == 302);
  CHECK(none.exchanges.size() == 1);
}
