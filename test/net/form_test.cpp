#include "canary/net/form.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("names and values are encoded as queries and forms want them") {
  struct row {
    net::form_fields fields;
    std::string query, form;
  };
  const row rows[] = {
      {{}, "", ""},
      {{{"a", "1"}, {"b", "2"}, {"a", "3"}}, "a=1&b=2&a=3", "a=1&b=2&a=3"},
      {{{"two words", "a b"}}, "two%20words=a%20b", "two+words=a+b"},
      {{{"q", "a&b=c+d#e?f/g%h"}}, "q=a%26b%3Dc%2Bd%23e%3Ff%2Fg%25h", "q=a%26b%3Dc%2Bd%23e%3Ff%2Fg%25h"},
      {{{"q", "\xc3\xa9\r\n\"<>"}}, "q=%C3%A9%0D%0A%22%3C%3E", "q=%C3%A9%0D%0A%22%3C%3E"},
      {{{"", ""}, {"x", ""}}, "=&x=", "=&x="},
      {{{"keep", "AZaz09-._~"}}, "keep=AZaz09-._~", "keep=AZaz09-._~"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.query);
    CHECK(net::encode_query(row.fields) == row.query);
    CHECK(net::encode_form(row.fields) == row.form);
  }
}

TEST_CASE("a long form is encoded in pieces, and the same") {
  const std::string text = std::string(200'000, ' ') + "&" + std::string(100'000, 'x');
  int pauses = 0;
  const std::string encoded = net::encode_form({{"a", text}}, [&] { ++pauses; });
  CHECK((encoded == "a=" + std::string(200'000, '+') + "%26" + std::string(100'000, 'x')));
  CHECK(pauses == 4);
}

TEST_CASE("a query is joined to what a URL has already") {
  struct row {
    std::string url, joined;
  };
  const row rows[] = {
      {"http://a.test", "http://a.test?x=1"},
      {"http://a.test/", "http://a.test/?x=1"},
      {"http://a.test/p?a=b", "http://a.test/p?a=b&x=1"},
      {"http://a.test/p?", "http://a.test/p?x=1"},
      {"http://a.test/p?a=b&", "http://a.test/p?a=b&x=1"},
      {"http://a.test/p#part", "http://a.test/p?x=1#part"},
      {"http://a.test/p?a=b#part?no", "http://a.test/p?a=b&x=1#part?no"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url);
    CHECK(net::with_query(row.url, "x=1") == row.joined);
    CHECK(net::with_query(row.url, "") == row.url);
  }
}
