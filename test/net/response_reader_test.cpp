#include "canary/net/response_reader.hpp"

#include "net/compressed.hpp"
#include "support/catch.hpp"

#include <random>

using namespace canary;
using namespace canary::testing;

namespace {

// Feeds `bytes` in pieces of `piece`, then their end where the reader still wants more. Returns the failure, if any.
std::optional<failure> read(net::response_reader& reader, std::string_view bytes, std::size_t piece) {
  boost::beast::flat_buffer input;
  for (std::size_t at = 0; at < bytes.size() && !reader.done(); at += piece) {
    const auto part = bytes.substr(at, piece);
    std::copy(part.begin(), part.end(), static_cast<char*>(input.prepare(part.size()).data()));
    input.commit(part.size());
    if (auto trouble = reader.feed(input)) return trouble;
  }
  return reader.done() ? std::nullopt : reader.feed_end();
}

std::string headers_of(net::response_reader& reader) {
  std::string all;
  for (const auto& h : reader.response().headers) all += h.name + "=" + h.value + ";";
  return all;
}

}  // namespace

TEST_CASE("a response is read as HTTP means it, in pieces of any size") {
  struct row {
    std::string name, bytes, status, headers, body;
    bool reusable;
  };
  const row rows[] = {
      {"a length", "HTTP/1.1 200 Fine\r\nA: 1\r\nContent-Length: 2\r\n\r\nhi", "200 Fine HTTP/1.1",
       "A=1;Content-Length=2;", "hi", true},
      {"no reason phrase", "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n", "404 Not Found HTTP/1.1", "Content-Length=0;",
       "", true},
      {"no space before the reason that is not there", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", "200 OK HTTP/1.1",
       "Content-Length=2;", "hi", true},
      {"a code that nobody knows", "HTTP/1.1 799 \r\nContent-Length: 0\r\n\r\n", "799  HTTP/1.1", "Content-Length=0;",
       "", true},
      {"chunks with a trailer",
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x=y\r\ni\r\n0\r\nT: 1\r\n\r\n",
       "200 OK HTTP/1.1", "Transfer-Encoding=chunked;", "hi", true},
      {"no chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "200 OK HTTP/1.1",
       "Transfer-Encoding=chunked;", "", true},
      {"a body up to the end", "HTTP/1.1 200 OK\r\n\r\nhi", "200 OK HTTP/1.1", "", "hi", false},
      {"an old server", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi", "200 OK HTTP/1.0", "Content-Length=2;", "hi",
       false},
      {"an old server that keeps alive", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi",
       "200 OK HTTP/1.0", "Connection=keep-alive;Content-Length=2;", "hi", true},
      {"a server that closes", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi", "200 OK HTTP/1.1",
       "Connection=close;Content-Length=2;", "hi", false},
      {"another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", "101 Switching Protocols HTTP/1.1",
       "Upgrade=x;", "", false},
      {"a header over two lines", "HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\nContent-Length: 0\r\n\r\n", "200 OK HTTP/1.1",
       "A=1 2;Content-Length=0;", "", true},
  };
  for (const auto& row : rows) {
    for (const std::size_t piece : {1u, 2u, 5u, 1000u}) {
      CAPTURE(row.name, piece);
      net::response_reader reader(false, true, {});
      const auto trouble = read(reader, row.bytes, piece);
      REQUIRE_FALSE(trouble.has_value());
      REQUIRE(reader.done());
      const auto& r = reader.response();
      CHECK(std::to_string(r.code) + " " + r.status_text + " " + r.proto == row.status);
      CHECK(headers_of(reader) == row.headers);
      CHECK(r.body == row.body);
      CHECK(reader.reusable() == row.reusable);
    }
  }
}

TEST_CASE("TLS is told of as such, however its bytes come, and nothing else is") {
  using namespace std::string_literals;
  struct row {
    std::string bytes, message;
  };
  const std::string other = "the response is not HTTP: it does not begin with an HTTP/1.1 status line";
  const std::string tls = "the response is not HTTP but TLS: the URL's scheme or port may be wrong";
  for (const auto& row :
       {row{"\x15\x03\x01\x00\x02\x02\x46"s, tls}, row{"\x16\x03\x03\x00\x7a"s, tls},
        row{"\x16HTTP/1.1 200 OK\r\n\r\n", other}, row{"\x17\x03\x03 begins no session\r\n\r\n", other},
        row{"\x16", "the server closed the connection without answering"}}) {
    for (const std::size_t piece : {1u, 2u, 1000u}) {
      CAPTURE(row.bytes, piece);
      net::response_reader reader(false, true, {});
      CHECK(read(reader, row.bytes, piece).value_or(failure{}).message == row.message);
    }
  }
}

TEST_CASE("limits hold to the byte") {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", body = "0123456789";
  const auto head_size = static_cast<std::uint32_t>(head.size());
  struct row {
    net::response_limits limits;
    failure_class kind;
  };
  for (const auto& row : {row{{10, head_size}, failure_class::none}, row{{9, head_size}, failure_class::limit},
                          row{{10, head_size - 1}, failure_class::limit}}) {
    CAPTURE(row.limits.max_body, row.limits.max_headers);
    for (const std::size_t piece : {3u, 20u, 1000u}) {
      CAPTURE(piece);
      net::response_reader reader(false, true, row.limits);
      CHECK(read(reader, head + body, piece).value_or(failure{}).kind == row.kind);
    }
  }
}

TEST_CASE("whatever a server sends, the reader comes to a verdict") {
  const std::string seeds[] = {
      "HTTP/1.1 200 OK\r\nA: 1\r\nContent-Length: 12\r\nConnection: keep-alive\r\n\r\nhello, world",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n7\r\n, world\r\n0\r\nT: 1\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n1a\r\n" +
          compressed("hello, world, hello", wrapper::gzip) + "\r\n0\r\n\r\n",
      "HTTP/1.0 301 Moved\r\nLocation: /x\r\nA: b\r\n c\r\n\r\nuntil the end",
  };
  std::mt19937 random(20261122);  // the same on every machine
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string alphabet("\r\n:;, 0159afAF=\"\0\xff\tHTP/", 23);
  int whole = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string bytes = seeds[below(std::size(seeds))];
    for (std::size_t edits = below(4); edits > 0; --edits) {
      const std::size_t at = below(bytes.size());
      switch (below(4)) {
        case 0:
          bytes[at] = alphabet[below(alphabet.size())];
          break;
        case 1:
          bytes.insert(at, 1, alphabet[below(alphabet.size())]);
          break;
        case 2:
          bytes.erase(at, 1 + below(4));
          break;
        default:
          bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(8)));
      }
      if (bytes.empty()) bytes = "\r";
    }
    CAPTURE(bytes);
    net::response_reader reader(below(8) == 0, true, {.max_body = 1000, .max_headers = 200});
    const auto trouble = read(reader, bytes, 1 + below(bytes.size()));
    if (trouble ? trouble->message.empty() : !reader.done()) FAIL("no verdict");
    if (reader.response().body.size() > 1000) FAIL("too long a body");
    whole += !trouble;
  }
  CHECK(whole > 4000);
}

TEST_CASE("a small input that yields much is undone little by little") {
  const std::string plain(8u << 20, 'x');
  for (const auto in : {wrapper::gzip, wrapper::zlib, wrapper::none}) {
    CAPTURE(static_cast<int>(in));
    const std::string body = compressed(plain, in);
    REQUIRE(body.size() < 16u << 10);
    net::response_reader reader(false, true, {});
    std::vector<std::size_t> sizes{0};
    reader.give_way_by([&] { sizes.push_back(reader.response().body.size()); });
    const std::string coding = in == wrapper::gzip ? "gzip" : "deflate";
    const auto trouble = read(reader,
                              "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding +
                                  "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body,
                              64u << 10);
    CHECK(!trouble);
    CHECK(reader.response().body == plain);
    CHECK(sizes.size() > 30);
    sizes.push_back(plain.size());
    for (std::size_t i = 1; i < sizes.size(); ++i) CHECK(sizes[i] - sizes[i - 1] <= 260u << 10);
  }
}
