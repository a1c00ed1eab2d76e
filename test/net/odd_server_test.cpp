// Servers that break off, never end, send too much, or do not speak HTTP.

#include "canary/core/duration.hpp"
#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

struct misdeed {
  std::string name;
  scripted_server::script script;
  failure_class kind;
  std::string cause;  // 'ADDRESS' stands for the server's
};

std::string in_place(std::string text, const std::string& address) {
  if (const auto at = text.find("ADDRESS"); at != text.npos) text.replace(at, 7, address);
  return text;
}

scripted_server::script says(std::string response) {
  return [response](scripted_connection& c) {
    c.read_request();
    c.send(response);
    c.close();
  };
}

scripted_server::script says_and_resets(std::string response) {
  return [response](scripted_connection& c) {
    c.read_request();
    c.send(response);
    c.wait(20ms);  // a reset overtakes what the peer has not read yet
    c.reset();
  };
}

}  // namespace

TEST_CASE("a server that breaks HTTP fails the request with a class and a cause that say how") {
  const std::string head = "HTTP/1.1 200 OK\r\n";
  const std::vector<misdeed> misdeeds = {
      {"closes without a word", says(""), failure_class::http, "the server closed the connection without answering"},
      {"resets without a word", says_and_resets(""), failure_class::connect,
       "the connection to ADDRESS was reset before it answered"},
      {"closes within the headers", says(head + "X-A: 1\r\n"), failure_class::http,
       "the server closed the connection in the middle of the response's headers"},
      {"closes within the body", says(head + "Content-Length: 10\r\n\r\n12345"), failure_class::http,
       "the server closed the connection after 5 of 10 bytes of the body"},
      {"resets within the body", says_and_resets(head + "Content-Length: 10\r\n\r\n12345"), failure_class::http,
       "the connection to ADDRESS was reset after 5 of 10 bytes of the body"},
      {"closes within a chunk", says(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nab"), failure_class::http,
       "the server closed the connection after 2 bytes of the body, before its last chunk"},
      {"closes before the last chunk", says(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"),
       failure_class::http, "the server closed the connection after 5 bytes of the body, before its last chunk"},
      {"sends a chunk size that is none", says(head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n"),
       failure_class::http, "the response is not HTTP: a chunk of its body is malformed"},
      {"sends a chunk longer than its size", says(head + "Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n0\r\n\r\n"),
       failure_class::http, "the response is not HTTP: a chunk of its body is malformed"},
      {"sends garbage", says("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), failure_class::http,
       "the response is not HTTP: it does not begin with an HTTP/1.1 status line"},
      {"speaks HTTP/2", says(std::string("\0\0\0\x04\0\0\0\0\0 and more", 18)), failure_class::http,
       "the response is not HTTP: it does not begin with an HTTP/1.1 status line"},
      {"sends a status code that is none", says("HTTP/1.1 2xx OK\r\n\r\n"), failure_class::http,
       "the response is not HTTP: its status code is malformed"},
      {"sends a header without a name", says(head + ": x\r\n\r\n"), failure_class::http,
       "the response is not HTTP: a header's name is malformed"},
      {"sends a Content-Length that is none", says(head + "Content-Length: ten\r\n\r\n"), failure_class::http,
       "the response is not HTTP: its Content-Length is malformed"},
      {"sends two Content-Lengths", says(head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"), failure_class::http,
       "the response is not HTTP: it has several Content-Lengths that differ"},
      {"sends chunks and a Content-Length", says(head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
       failure_class::http, "the response is not HTTP: its Transfer-Encoding is malformed"},
      {"sends one header of 1 MB", says(head + "X-Big: " + std::string(1 << 20, 'x') + "\r\n\r\n"),
       failure_class::limit, "the response's headers are over the limit of 65536 bytes"},
      {"sends small headers without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\n");
         c.flood("X-Small: value\r\n");
       },
       failure_class::limit, "the response's headers are over the limit of 65536 bytes"},
      {"sends a status line without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 O");
         c.flood(std::string(4096, 'K'));
       },
       failure_class::limit, "the response's headers are over the limit of 65536 bytes"},
      {"sends a body without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\n\r\n");
         c.flood(std::string(65536, 'x'));
       },
       failure_class::limit, "the response's body is over the limit of 1000000 bytes"},
      {"sends chunks without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
         c.flood("400\r\n" + std::string(0x400, 'x') + "\r\n");
       },
       failure_class::limit, "the response's body is over the limit of 1000000 bytes"},
      {"sends a chunk extension without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=");
         c.flood(std::string(4096, 'x'));
       },
       failure_class::limit, "the response's headers are over the limit of 65536 bytes"},
      {"sends trailers without end",
       [](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
         c.flood("X-Trailer: value\r\n");
       },
       failure_class::limit, "the response's headers are over the limit of 65536 bytes"},
      {"announces too much", says(head + "Content-Length: 99999999999\r\n\r\n"), failure_class::limit,
       "the response's body is over the limit of 1000000 bytes"},
      {"announces more than 64 bits", says(head + "Content-Length: 99999999999999999999\r\n\r\n"), failure_class::http,
       "the response is not HTTP: its Content-Length is malformed"},
      {"promises to continue without end",
       [](scripted_connection& c) {
         c.read_request();
         c.flood("HTTP/1.1 102 Processing\r\n\r\n");
       },
       failure_class::http, "too many 1xx responses"},
      {"sends gzip that is none", says(head + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
       failure_class::http, "the response's body is not what its Content-Encoding says"},
  };
  for (const auto& row : misdeeds) {
    CAPTURE(row.name);
    network n;
    scripted_server server(n.loop.get_executor(), row.script);
    const auto result = n.fetch({.url = server.url(), .max_body = 1000000});
    const auto why = failure_of(result);
    CHECK(to_string(why.kind) == to_string(row.kind));
    CHECK(why.message ==
          "GET " + server.url() + " failed: " + in_place(row.cause, "127.0.0.1:" + std::to_string(server.port())));
    CHECK(result.exchanges.size() == 1);
  }
}

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
