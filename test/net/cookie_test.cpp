#include "canary/net/cookie.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <random>

using namespace canary;
using namespace std::chrono_literals;

namespace {

const wall_time now{std::chrono::seconds{1'700'000'000}};

std::string shown(const net::cookie& c) {
  return c.name + "=" + c.value + "|" + c.domain + "|" + c.path + "|" +
         (c.expires ? std::to_string((*c.expires - now) / 1s) : "") + "|" + (c.secure ? "S" : "") +
         (c.http_only ? "H" : "") + c.same_site;
}

}  // namespace

TEST_CASE("a Set-Cookie is read as browsers read it") {
  struct row {
    std::string text, shown;
  };
  const row rows[] = {
      {"a=1", "a=1||||"},
      {" a = b c ; Path = /x ; Secure ; HTTPONLY", "a=b c||/x||SH"},
      {"a=\"quoted\"", "a=\"quoted\"||||"},
      {"a=b=c", "a=b=c||||"},
      {"a=", "a=||||"},
      {"a=1; Domain=.Example.COM; path=/p", "a=1|example.com|/p||"},
      {"a=1; Domain=", "a=1||||"},
      {"a=1; Path=relative", "a=1||||"},
      {"a=1; Path=/x; Path=/y", "a=1||/y||"},
      {"a=1; Max-Age=60", "a=1|||60|"},
      {"a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "a=1|||60|"},
      {"a=1; Max-Age=99999999999999999999", "a=1|||34560000|"},
      {"a=1; Max-Age=1.5", "a=1||||"},
      {"a=1; Max-Age=soon", "a=1||||"},
      {"a=1; Expires=Tue, 14 Nov 2023 22:14:20 GMT", "a=1|||60|"},
      {"a=1; Expires=never", "a=1||||"},
      {"a=1; SameSite=lax", "a=1||||Lax"},
      {"a=1; SameSite=other; Unknown=x; ;", "a=1||||"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto c = net::parse_set_cookie(row.text, now);
    REQUIRE(c.has_value());
    CHECK(shown(*c) == row.shown);
  }
  for (const auto& deleted : {"a=1; Max-Age=0", "a=1; Max-Age=-5", "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT"}) {
    CAPTURE(deleted);
    CHECK(*net::parse_set_cookie(deleted, now)->expires <= now);
  }
}

TEST_CASE("a Set-Cookie that sets nothing is none") {
  const std::string bad[] = {"",
                             "a",
                             "=b",
                             "  =b; Path=/",
                             "; a=b",
                             "a=b\x01",
                             "a=1;\x7f",
                             "Secure",
                             "a=" + std::string(4096, 'x'),
                             std::string("a=\0", 3)};
  for (const auto& text : bad) {
    CAPTURE(text.substr(0, 100));
    CHECK_FALSE(net::parse_set_cookie(text, now).has_value());
  }
  CHECK(net::parse_set_cookie("a=" + std::string(4095, 'x'), now).has_value());
}

TEST_CASE("dates are found in whatever order servers write them") {
  struct row {
    std::string text;
    const char* date;  // RFC 3339; null where it is none
  };
  const row rows[] = {
      {"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"},
      {"6 november 2004 8:9:7", "2004-11-06T08:09:07Z"},
      {"08:49:37 2069 Nov 6", "2069-11-06T08:49:37Z"},
      {"06 Nov 69 08:49:37", "2069-11-06T08:49:37Z"},
      {"06 Nov 70 08:49:37", "1970-11-06T08:49:37Z"},
      {"29 Feb 2024 00:00:00", "2024-02-29T00:00:00Z"},
      {"29 Feb 2023 00:00:00", nullptr},
      {"06 Nov 1600 08:49:37", nullptr},
      {"06 Nov 1994 24:00:00", nullptr},
      {"06 Nov 1994 08:60:00", nullptr},
      {"06 Nov 1994", nullptr},
      {"08:49:37", nullptr},
      {"", nullptr},
      {"Sun, 06 Nuv 1994 08:49:37 GMT", nullptr},
      {"106 Nov 94 08:49:37", nullptr},
      {"06 Nov 9999 08:49:37", "2262-04-11T23:47:16.854775807Z"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto date = net::parse_cookie_date(row.text);
    REQUIRE(date.has_value() == (row.date != nullptr));
    if (date) CHECK(format_rfc3339(*date) == row.date);
  }
}

TEST_CASE("whatever a Set-Cookie holds, what is read of it can be sent back") {
  const std::string seeds[] = {"sid=31d4d96e407aad42; Path=/; Domain=.example.com; Secure; HttpOnly; SameSite=Lax",
                               "a=b; Expires=Wed, 09 Jun 2021 10:18:14 GMT; Max-Age=3600", "=; =; ;;Path",
                               "a=1; expires=Sunday, 06-Nov-94 08:49:37 GMT; path=/x; path"};
  std::mt19937 random(20261122);  // the same on every machine
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string alphabet("=;, :-/.0149aZ\t\"\0\x01\x7f\xff", 20);
  int read = 0, dated = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = seeds[below(std::size(seeds))];
    for (std::size_t edits = below(6); edits > 0; --edits) {
      const std::size_t at = below(text.size());
      if (below(3) == 0) {
        text.erase(at, 1 + below(3));
      } else if (below(2) == 0) {
        text[at] = alphabet[below(alphabet.size())];
      } else {
        text.insert(at, 1, alphabet[below(alphabet.size())]);
      }
      if (text.empty()) text = "=";
    }
    CAPTURE(text);
    const auto c = net::parse_set_cookie(text, now);
    if (!c) continue;
    ++read;
    dated += c->expires.has_value();
    const std::string sent = c->name + "=" + c->value + c->path + c->domain;
    const bool clean = std::none_of(sent.begin(), sent.end(), [](char b) {
      return (static_cast<unsigned char>(b) < 0x20 && b != '\t') || b == 0x7f || b == ';';
    });
    if (c->name.empty() || c->name.find('=') != std::string::npos || !clean) FAIL("cannot be sent back");
  }
  CHECK(read > 10000);
  CHECK(dated > 3000);
}
