#include "canary/net/http_url.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("a URL is taken apart") {
  struct row {
    std::string text, shown, host, target;
    int port;
  };
  const row rows[] = {
      {"http://example.com", "http://example.com/", "example.com", "/", 80},
      {"HTTP://Example.COM/A?b=C#d", "http://example.com/A?b=C", "example.com", "/A?b=C", 80},
      {"https://example.com:443/", "https://example.com/", "example.com", "/", 443},
      {"https://example.com:8443?x", "https://example.com:8443/?x", "example.com", "/?x", 8443},
      {"http://127.0.0.1:80/", "http://127.0.0.1/", "127.0.0.1", "/", 80},
      {"http://[::1]:8080/x", "http://[::1]:8080/x", "::1", "/x", 8080},
      {"http://example.com:/", "http://example.com/", "example.com", "/", 80},
      {"http://a.test/a b", "http://a.test/a%20b", "a.test", "/a%20b", 80},
      {"http://a.test/?q={\"a\":[1]}|x", "http://a.test/?q=%7B%22a%22:%5B1%5D%7D%7Cx", "a.test",
       "/?q=%7B%22a%22:%5B1%5D%7D%7Cx", 80},
      {"http://a.test/\xc3\xa4", "http://a.test/%C3%A4", "a.test", "/%C3%A4", 80},
      {"http://a_b.test./", "http://a_b.test./", "a_b.test.", "/", 80},
      {"http://10.0.0.1.nip.test:81/x", "http://10.0.0.1.nip.test:81/x", "10.0.0.1.nip.test", "/x", 81},
      {"http://127.0.0.1x/", "http://127.0.0.1x/", "127.0.0.1x", "/", 80},
      {"http://127.0.0.1-a.test?b", "http://127.0.0.1-a.test/?b", "127.0.0.1-a.test", "/?b", 80},
      {"http://1.2.3.4.5", "http://1.2.3.4.5/", "1.2.3.4.5", "/", 80},
      {"http://1.2.3.4./", "http://1.2.3.4./", "1.2.3.4.", "/", 80},
      {"http://3com.test/", "http://3com.test/", "3com.test", "/", 80},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto url = net::parse_http_url(row.text);
    REQUIRE(url.has_value());
    CHECK(url->text() == row.shown);
    CHECK(url->host == row.host);
    CHECK(url->target == row.target);
    CHECK(url->port == row.port);
    CHECK_FALSE(url->has_userinfo);
  }
}

TEST_CASE("userinfo is kept apart from what is shown") {
  const auto url = net::parse_http_url("http://me%40home:p%3Aw@a.test/x");
  REQUIRE(url.has_value());
  CHECK(url->user == "me@home");
  CHECK(url->password == "p:w");
  CHECK(url->text() == "http://a.test/x");
  CHECK(url->host_and_port() == "a.test:80");
}

TEST_CASE("a name that begins like an address is a name also in a Location, and where one is resolved") {
  const auto base = net::parse_http_url("http://me:pw@10.0.0.1.nip.test/dir/page").value();
  CHECK(base.host == "10.0.0.1.nip.test");
  CHECK(base.user == "me");
  CHECK(net::resolve_location(base, "other")->text() == "http://10.0.0.1.nip.test/dir/other");
  CHECK(net::resolve_location(base, "//10.0.0.2.nip.test/x")->host == "10.0.0.2.nip.test");
  CHECK(net::resolve_location(base, "https://10.0.0.2/x")->host == "10.0.0.2");
}

TEST_CASE("what is no http URL is refused with a reason") {
  struct row {
    std::string text, message;
  };
  const row rows[] = {
      {"", "the URL is empty"},
      {"/path", "bad URL '/path': it is not absolute: it has to begin with http:// or https://"},
      {"a.test/x", "bad URL 'a.test/x': it is not absolute: it has to begin with http:// or https://"},
      {"ftp://a.test/", "bad URL 'ftp://a.test/': its scheme 'ftp' is neither http nor https"},
      {"javascript:alert(1)", "bad URL 'javascript:alert(1)': its scheme 'javascript' is neither http nor https"},
      {"http:///x", "bad URL 'http:///x': it names no host"},
      {"http:a.test", "bad URL 'http:a.test': it names no host"},
      {"http://a.test:0/", "bad URL 'http://a.test:0/': its port is not between 1 and 65535"},
      {"http://a.test:99999/", "bad URL 'http://a.test:99999/': its port is not between 1 and 65535"},
      {"http://a.test:65536/", "bad URL 'http://a.test:65536/': its port is not between 1 and 65535"},
      {"http://a.test:x/", "bad URL 'http://a.test:x/': its port is not a number"},
      {"http://a.test:80x/", "bad URL 'http://a.test:80x/': its port is not a number"},
      {"http://a b.test/", "bad URL 'http://a b.test/': its host is not a host name"},
      {"http://a%00b/", "bad URL 'http://a%00b/': its host is not a host name"},
      {"http://[::1/", "bad URL 'http://[::1/': it is not a URL as RFC 3986 has them"},
      {"http://b\xc3\x28"
       "cher.test/",
       "bad URL 'http://b?(cher.test/': its host is not an internationalized host name: string encoding error"},
      {"http://a.test/100%", "bad URL 'http://a.test/100%': '%' is not a percent-escape; a plain % is written %25"},
      {"http://a.test/%zz", "bad URL 'http://a.test/%zz': '%zz' is not a percent-escape; a plain % is written %25"},
      {"http://a.test/%\r\n", "bad URL 'http://a.test/%?\?': '%?\?' is not a percent-escape; a plain % is written %25"},
      {"http://a.test/\r\nX: y", "bad URL 'http://a.test/??X: y': it holds a control character"},
      {"http://me:secret@a.test:0/", "bad URL 'http://a.test:0/': its port is not between 1 and 65535"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto url = net::parse_http_url(row.text);
    REQUIRE(url.has_error());
    CHECK(url.error().message == row.message);
  }
}
