#include "canary/net/host_name.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("host names become what the DNS has") {
  struct row {
    std::string name, ascii;
  };
  const row rows[] = {
      {"Example.COM", "example.com"},
      {"a_b-c.test.", "a_b-c.test."},
      {"b\xc3\xbc"
       "cher.example",
       "xn--bcher-kva.example"},
      {"B\xc3\x9c"
       "CHER.Example",
       "xn--bcher-kva.example"},
      {"fa\xc3\x9f.de", "xn--fa-hia.de"},  // as browsers do, and not fass.de
      {"\xe4\xbe\x8b\xe3\x81\x88.\xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88", "xn--r8jz45g.xn--zckzah"},
      {"xn--bcher-kva.example", "xn--bcher-kva.example"},
      {"u\xcc\x88.example", "xn--tda.example"},  // composed first
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto ascii = net::ascii_host_name(row.name);
    REQUIRE(ascii.has_value());
    CHECK(*ascii == row.ascii);
  }
}

TEST_CASE("what no host can be called is refused") {
  const std::string bad[] = {"",
                             "a b",
                             "a/b",
                             "a%b",
                             std::string("a\0b", 3),
                             std::string("\xc3\xbc\0", 3),
                             "\xc3\x28.test",  // no UTF-8
                             "\xc3\xbc/x",
                             std::string(254, 'a'),
                             ".",
                             ".example.com",
                             "a..b",
                             "a..",
                             std::string(2000, '\xc3') + "\xbc"};
  for (const auto& name : bad) {
    CAPTURE(name);
    CHECK(net::ascii_host_name(name).has_error());
  }
}
