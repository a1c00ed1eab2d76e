// Connections that speak no HTTP: how they end.

#include "canary/net/stream.hpp"

#include "net/network.hpp"
#include "support/certificates.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::string_literals;

namespace {

// What a read gives, or how it fails: HERE stands for the server.
std::string told(const outcome<std::string>& read, const std::string& here) {
  if (read) return *read;
  std::string message = read.error().message;
  if (const auto at = message.find(here); at != message.npos) message.replace(at, here.size(), "HERE");
  return message;
}

}  // namespace

TEST_CASE("a connection ends in the same way, however often it is read") {
  struct row {
    std::string name;
    bool tls;
    std::function<void(scripted_connection&)> ending;
    std::string told;  // '' is the end of the stream
    failure_code code;
  };
  const auto closes = [](scripted_connection& c) { c.close(); };
  const auto resets = [](scripted_connection& c) {
    c.wait(std::chrono::milliseconds{20});  // a reset overtakes what the peer has not read yet
    c.reset();
  };
  const auto says_goodbye = [](scripted_connection& c) {
    c.say_goodbye();
    c.close();
  };
  const auto cuts_a_record = [](scripted_connection& c) {
    asio::async_write(c.socket(), asio::buffer("\x17\x03\x03\x01\x00half"s), c.yield());
    c.close();
  };
  const std::string waiting = " while waiting for the other side";
  const row rows[] = {
      {"closes", false, closes, "", failure_code::none},
      {"resets", false, resets, "the connection to HERE was reset" + waiting, failure_code::reset},
      {"leaves TLS with a goodbye", true, says_goodbye, "", failure_code::none},
      {"leaves TLS without a goodbye", true, closes, "", failure_code::none},
      {"leaves TLS within a record", true, cuts_a_record, "the connection to HERE ended within a TLS record" + waiting,
       failure_code::connection},
      {"resets TLS", true, resets, "the connection to HERE was reset" + waiting, failure_code::reset},
  };
  const certificate mine({.name = "server", .alternatives = "IP:127.0.0.1"});
  auto context = mine.server_context();
  for (const auto& row : rows) {
    CAPTURE(row.name);
    network n;
    scripted_server server(
        n.loop.get_executor(),
        [&](scripted_connection& c) {
          c.send("data");
          row.ending(c);
        },
        row.tls ? &context : nullptr);
    n.session();
    n.run([&](asio::yield_context yield) {
      net::stream_wish wish{.host = "127.0.0.1", .port = server.port()};
      if (row.tls) wish.tls = net::tls_options{.ca = mine.pem()};
      const auto opened = net::open_stream(*n.client, wish, n.stop, yield);
      REQUIRE(opened.with);
      const auto read = [&] {
        const net::stream_limits limits{.time = n.time, .stop = n.stop};
        return net::read_from(
            *opened.with, [](std::string_view come) { return come.size(); }, 100, limits, yield);
      };
      CHECK(read().value() == "data");
      for (int again = 0; again < 3; ++again) {
        const auto end = read();
        CHECK(told(end, net::to_text(wish)) == row.told);
        if (!end) CHECK(end.error().code == row.code);
      }
    });
  }
}

TEST_CASE("a host that cannot be one is named so that it steers nothing, with what is wrong") {
  struct row {
    std::string host, message;
  };
  const std::string neither = "' is neither a host name nor an address";
  for (const auto& row : {row{"a b", "'a b" + neither}, row{"a\x1b[31m", "'a?[31m" + neither},
                          row{std::string(299, ' ') + "\u00fc", "'" + std::string(299, ' ') + neither}}) {
    CAPTURE(row.host);
    network n;
    n.session();
    n.run([&](asio::yield_context yield) {
      const auto opened = net::open_stream(*n.client, {.host = row.host, .port = 1}, n.stop, yield);
      REQUIRE(opened.trouble);
      CHECK(opened.trouble->kind == failure_class::script);
      CHECK(opened.trouble->message.starts_with(row.message));
    });
  }
  network n;
  n.session();
  n.run([&](asio::yield_context yield) {
    const auto opened = net::open_stream(*n.client, {.host = "xn--\u00fc", .port = 1}, n.stop, yield);
    REQUIRE(opened.trouble);
    CHECK(opened.trouble->message.starts_with("'xn--\u00fc" + neither + ": "));
  });
}
