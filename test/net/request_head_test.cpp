#include "canary/net/request_head.hpp"

#include "net/codings.hpp"
#include "support/catch.hpp"

using namespace canary;
using net::header;

namespace {

struct wish {
  std::string method = "GET";
  std::vector<header> headers = {};
  std::size_t body_size = 0;
  std::string url = "http://a.test/x";
  std::string referer = {};
};

// The head without the request line, and with '|' for line ends.
std::string headers_of(const wish& w) {
  const auto url = *net::parse_http_url(w.url);
  std::string head = net::make_request_head({.method = w.method,
                                             .url = url,
                                             .headers = w.headers,
                                             .body_size = w.body_size,
                                             .user_agent = "canaryd",
                                             .referer = w.referer,
                                             .compressed = true,
                                             .absolute = false,
                                             .proxy_authorization = {}});
  const std::string line = w.method + " /x HTTP/1.1\r\n";
  REQUIRE(head.find(line) == 0);
  head.erase(0, line.size());
  for (std::size_t at; (at = head.find("\r\n")) != head.npos;) head.replace(at, 2, "|");
  return head;
}

}  // namespace

TEST_CASE("a request's head has what the script wants, and what HTTP needs") {
  struct row {
    std::string name;
    wish given;
    std::string expected;
  };
  const row rows[] = {
      {"nothing special", {}, "Host: a.test|User-Agent: canaryd|Accept-Encoding: " CODINGS "||"},
      {"HEAD asks for nothing compressed", {.method = "HEAD"}, "Host: a.test|User-Agent: canaryd||"},
      {"nor does a range",
       {.headers = {{"range", "bytes=0-1"}}},
       "Host: a.test|User-Agent: canaryd|range: bytes=0-1||"},
      {"the script's coding",
       {.headers = {{"accept-encoding", "br"}}},
       "Host: a.test|User-Agent: canaryd|accept-encoding: br||"},
      {"no user agent", {.headers = {{"user-agent", ""}}}, "Host: a.test|Accept-Encoding: " CODINGS "||"},
      {"space around a value",
       {.headers = {{"X-A", " \tb c\t "}}},
       "Host: a.test|User-Agent: canaryd|X-A: b c|Accept-Encoding: " CODINGS "||"},
      {"lengths are ours",
       {.method = "POST", .headers = {{"content-length", "9"}, {"transfer-encoding", "chunked"}}},
       "Host: a.test|User-Agent: canaryd|Content-Length: 0|Accept-Encoding: " CODINGS "||"},
      {"a GET with a body",
       {.body_size = 3},
       "Host: a.test|User-Agent: canaryd|Content-Length: 3|Accept-Encoding: " CODINGS "||"},
      {"the page that led there",
       {.referer = "http://b.test/"},
       "Host: a.test|User-Agent: canaryd|Referer: http://b.test/|Accept-Encoding: " CODINGS "||"},
      {"the script's page is before that",
       {.headers = {{"referer", "c"}}, .referer = "http://b.test/"},
       "Host: a.test|User-Agent: canaryd|referer: c|Accept-Encoding: " CODINGS "||"},
      {"userinfo",
       {.url = "http://me:pw@a.test/x"},
       "Host: a.test|User-Agent: canaryd|Authorization: Basic bWU6cHc=|Accept-Encoding: " CODINGS "||"},
      {"the script's authorization is before the URL's",
       {.headers = {{"authorization", "Bearer t"}}, .url = "http://me:pw@a.test/x"},
       "Host: a.test|User-Agent: canaryd|authorization: Bearer t|Accept-Encoding: " CODINGS "||"},
      {"IPv6", {.url = "http://[::1]:8080/x"}, "Host: [::1]:8080|User-Agent: canaryd|Accept-Encoding: " CODINGS "||"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(headers_of(row.given) == row.expected);
  }
}
