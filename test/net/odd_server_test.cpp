// Servers that are odd and yet to be understood. Those that are not: misbehaviours_test.cpp.

#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

scripted_server::script says(std::string response) {
  return [response](scripted_connection& c) {
    c.read_request();
    c.send(response);
    c.close();
  };
}

}  // namespace

TEST_CASE("a message is understood however its bytes are dealt out") {
  const std::string chunked =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n";
  const std::string plain = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n";
  for (const auto& response : {chunked, plain, ok("abcde")}) {
    network n;
    scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
      while (!c.read_request().empty()) c.drip(response, 0ms);
    });
    for (int i = 0; i < 2; ++i) {
      const auto result = n.get(server.url());
      REQUIRE(result.response.has_value());
      CHECK(result.response->body == "abcde");
      CHECK(result.response->code == 200);
      CHECK(result.exchanges[0].reused == (i == 1));
    }
  }
}

TEST_CASE("a body may end with the connection") {
  network n;
  scripted_server server(n.loop.get_executor(), says("HTTP/1.0 200 OK\r\n\r\nall of it"));
  for (int i = 0; i < 2; ++i) {
    const auto result = n.get(server.url());
    REQUIRE(result.response.has_value());
    CHECK(result.response->body == "all of it");
    CHECK(result.response->proto == "HTTP/1.0");
    CHECK_FALSE(result.exchanges[0].reused);
  }
}

TEST_CASE("responses that have no body end with their head, whatever the head says") {
  struct row {
    std::string name, method, response;
    int code;
  };
  const row rows[] = {
      {"HEAD", "HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 200},
      {"HEAD, chunked", "HEAD", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 200},
      {"HEAD, gzip", "HEAD", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n", 200},
      {"HEAD, huge", "HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", 200},
      {"HEAD, in a coding of the transfer that nobody knows", "HEAD",
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\n", 200},
      {"HEAD, in more codings than are undone", "HEAD",
       "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\nContent-Length: 5\r\n\r\n", 200},
      {"204, in a coding of the transfer that nobody knows", "GET",
       "HTTP/1.1 204 No Content\r\nTransfer-Encoding: rot13\r\n\r\n", 204},
      {"304, in more codings than are undone", "GET",
       "HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip, gzip\r\n\r\n", 304},
      {"204", "GET", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204},
      {"304", "GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304},
      {"empty", "GET", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", 500},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    network n;
    scripted_server server(n.loop.get_executor(), answering(row.response));
    for (int i = 0; i < 2; ++i) {
      const auto result = n.fetch({.method = row.method, .url = server.url()});
      REQUIRE(result.response.has_value());
      CHECK(result.response->code == row.code);
      CHECK(result.response->body.empty());
      CHECK(result.exchanges[0].reused == (i == 1));
    }
  }
}

TEST_CASE("bytes beyond a response are no part of the next one") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("one") + ok("stray")));
  for (int i = 0; i < 3; ++i) {
    const auto result = n.get(server.url());
    REQUIRE(result.response.has_value());
    CHECK(result.response->body == "one");
    CHECK_FALSE(result.exchanges[0].reused);
  }
}
