#include "canary/net/cookie_jar.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace std::chrono_literals;

namespace {

const wall_time now{std::chrono::seconds{1'700'000'000}};

net::http_url url(const std::string& text) { return *net::parse_http_url(text); }

}  // namespace

TEST_CASE("a cookie goes back to those who may see it, and to nobody else") {
  struct row {
    std::string from, set, to, sent;
  };
  const row rows[] = {
      // Host-only without a domain.
      {"http://shop.example.com/", "a=1", "http://shop.example.com/x", "a=1"},
      {"http://shop.example.com/", "a=1", "https://shop.example.com:8443/", "a=1"},
      {"http://shop.example.com/", "a=1", "http://example.com/", ""},
      {"http://shop.example.com/", "a=1", "http://deep.shop.example.com/", ""},
      // With one, the domain and what lies below it.
      {"http://shop.example.com/", "a=1; Domain=example.com", "http://example.com/", "a=1"},
      {"http://shop.example.com/", "a=1; Domain=.example.com", "http://other.example.com/", "a=1"},
      {"http://shop.example.com/", "a=1; Domain=example.com", "http://badexample.com/", ""},
      // Not for others, nor for those below.
      {"http://shop.example.com/", "a=1; Domain=other.com", "http://other.com/", ""},
      {"http://example.com/", "a=1; Domain=shop.example.com", "http://shop.example.com/", ""},
      // Not for a public suffix, unless it is the host itself.
      {"http://shop.example.com/", "a=1; Domain=com", "http://shop.example.com/", ""},
      {"http://shop.example.co.uk/", "a=1; Domain=co.uk", "http://other.co.uk/", ""},
      {"http://me.github.io/", "a=1; Domain=github.io", "http://other.github.io/", ""},
      {"http://github.io/", "a=1; Domain=github.io", "http://github.io/", "a=1"},
      {"http://github.io/", "a=1; Domain=github.io", "http://me.github.io/", ""},
      {"http://localhost/", "a=1; Domain=localhost", "http://localhost/", "a=1"},
      // Addresses have no domains.
      {"http://127.0.0.1/", "a=1; Domain=127.0.0.1", "http://127.0.0.1/", "a=1"},
      {"http://127.0.0.1/", "a=1; Domain=0.0.1", "http://127.0.0.1/", ""},
      {"http://[::1]/", "a=1", "http://[::1]:81/", "a=1"},
      // Paths.
      {"http://a.test/shop/cart", "a=1", "http://a.test/shop/pay", "a=1"},
      {"http://a.test/shop/cart", "a=1", "http://a.test/shop?q=/x", "a=1"},
      {"http://a.test/shop/cart", "a=1", "http://a.test/shopping", ""},
      {"http://a.test/shop/cart", "a=1", "http://a.test/", ""},
      {"http://a.test/shop?x=/y/z", "a=1", "http://a.test/", "a=1"},
      {"http://a.test/x", "a=1; Path=/shop/", "http://a.test/shop", ""},
      {"http://a.test/x", "a=1; Path=/shop/", "http://a.test/shop/cart", "a=1"},
      // Secure ones only over TLS, both ways.
      {"https://a.test/", "a=1; Secure", "https://a.test/", "a=1"},
      {"https://a.test/", "a=1; Secure", "http://a.test/", ""},
      {"http://a.test/", "a=1; Secure", "https://a.test/", ""},
      // Names that promise.
      {"https://a.test/", "__Host-a=1; Secure; Path=/", "https://a.test/", "__Host-a=1"},
      {"https://a.test/", "__Host-a=1; Secure; Path=/; Domain=a.test", "https://a.test/", ""},
      {"https://a.test/", "__Host-a=1; Secure", "https://a.test/", ""},
      {"https://a.test/", "__Secure-a=1", "https://a.test/", ""},
      // Times.
      {"http://a.test/", "a=1; Max-Age=61", "http://a.test/", "a=1"},
      {"http://a.test/", "a=1; Max-Age=60", "http://a.test/", ""},
      {"http://a.test/", "no cookie", "http://a.test/", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.from, row.set, row.to);
    net::cookie_jar jar;
    jar.store(url(row.from), row.set, now);
    CHECK(jar.header_for(url(row.to), now + 60s) == row.sent);
  }
}

TEST_CASE("cookies are sent the longest path first, then the oldest, and a new value keeps its place") {
  net::cookie_jar jar;
  const auto from = url("http://a.test/x/y");
  for (const char* set : {"root=1; Path=/", "first=1", "second=1", "deep=1; Path=/x/y", "first=2"}) {
    jar.store(from, set, now);
  }
  CHECK(jar.header_for(url("http://a.test/x/y"), now) == "deep=1; first=2; second=1; root=1");
  jar.store(from, "first=; Max-Age=0", now);
  CHECK(jar.header_for(url("http://a.test/x/y"), now) == "deep=1; second=1; root=1");
  CHECK(jar.size() == 3);
}

TEST_CASE("a jar holds no more than browsers do, and the oldest give way") {
  net::cookie_jar jar;
  const auto a = url("http://a.test/");
  for (std::size_t i = 0; i <= net::cookie_jar::most_of_a_domain; ++i)
    jar.store(a, "n" + std::to_string(i) + "=1", now);
  CHECK(jar.size() == net::cookie_jar::most_of_a_domain);
  CHECK(jar.header_for(a, now).starts_with("n1=1; n2=1"));
  for (std::size_t i = 0; i < net::cookie_jar::most + 50; ++i) {
    jar.store(url("http://h" + std::to_string(i / 100) + ".test/"), "m" + std::to_string(i) + "=1", now);
  }
  CHECK(jar.size() == net::cookie_jar::most);
  CHECK(jar.header_for(a, now).empty());
}
