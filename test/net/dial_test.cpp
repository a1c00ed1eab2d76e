#include "canary/net/dial.hpp"

#include "net/network.hpp"
#include "support/closed_port.hpp"

#include <optional>

using namespace canary;
using namespace canary::testing;
using addresses = std::vector<boost::asio::ip::address>;

namespace {

addresses parse(const std::vector<std::string>& texts) {
  addresses all;
  for (const auto& text : texts) all.push_back(boost::asio::ip::make_address(text));
  return all;
}

// An address that accepts nothing more: its backlog is full, and further connects wait without an answer.
struct full_backlog {
  full_backlog(asio::io_context& loop, const char* address, std::uint16_t port) : acceptor(loop) {
    const asio::ip::tcp::endpoint at(asio::ip::make_address(address), port);
    acceptor.open(at.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(at);
    acceptor.listen(0);
    for (int i = 0; i < 4; ++i) {
      auto& one = fillers.emplace_back(loop);
      one.async_connect(acceptor.local_endpoint(), [](const boost::system::error_code&) {});
    }
    for (int i = 0; i < 20; ++i) loop.poll_one();
    loop.restart();
  }
  std::uint16_t port() const { return acceptor.local_endpoint().port(); }
  asio::ip::tcp::acceptor acceptor;
  std::vector<asio::ip::tcp::socket> fillers;
};

outcome<std::string> dial(network& n, const std::vector<std::string>& to, std::uint16_t port,
                          const std::function<void()>& meanwhile = {}, const address_guard& guard = {}) {
  outcome<std::string> connected = failure{};
  n.run(
      [&](asio::yield_context yield) {
        auto socket = net::dial(n.loop.get_executor(), n.time, guard, parse(to), port, n.stop, yield);
        if (socket) {
          connected = net::to_text(socket->remote_endpoint());
        } else {
          connected = socket.error();
        }
      },
      meanwhile);
  return connected;
}

}  // namespace

TEST_CASE("address families take turns") {
  struct row {
    std::vector<std::string> found, order;
  };
  for (const auto& row : {row{{"10.0.0.1"}, {"10.0.0.1"}}, row{{"::1", "::2", "10.0.0.1"}, {"::1", "10.0.0.1", "::2"}},
                          row{{"10.0.0.1", "::1", "::2"}, {"10.0.0.1", "::1", "::2"}},
                          row{{"::1", "::2", "10.0.0.1", "10.0.0.2"}, {"::1", "10.0.0.1", "::2", "10.0.0.2"}}}) {
    CHECK(net::alternate_families(parse(row.found)) == parse(row.order));
  }
}

TEST_CASE("an address that refuses is followed by the next, at once") {
  virtual_clock time;
  network n(time);
  scripted_server server(n.loop.get_executor(), answering(""), nullptr, "127.0.0.2");
  CHECK(dial(n, {"127.0.0.1", "127.0.0.2"}, server.port()).value() == "127.0.0.2:" + std::to_string(server.port()));
  CHECK(time.next_expiry() == std::nullopt);
}

TEST_CASE("a refusal by all addresses tells of each") {
  network n;
  const closed_port closed;
  const std::string port = std::to_string(closed.port());
  CHECK(dial(n, {"127.0.0.1"}, closed.port()).error() ==
        failure{failure_class::connect, "connect to 127.0.0.1:" + port + " refused"});
  const auto both = dial(n, {"127.0.0.1", "127.0.0.3"}, closed.port()).error();
  CHECK(both ==
        failure{failure_class::connect, "connect to 127.0.0.1:" + port +
                                            " refused (1st of 2 addresses), to 127.0.0.3:" + port + " refused (2nd)"});
  CHECK(both.code == failure_code::refused);
  CHECK(failure_of(n.get("http://127.0.0.1:" + port + "/")) ==
        failure{failure_class::connect,
                "GET http://127.0.0.1:" + port + "/ failed: connect to 127.0.0.1:" + port + " refused"});
}

TEST_CASE("an address that does not answer gets company after its head start") {
  virtual_clock time;
  network n(time);
  scripted_server server(n.loop.get_executor(), answering(""), nullptr, "127.0.0.2");
  const full_backlog silent(n.loop, "127.0.0.1", server.port());
  int turns = 0;
  const auto connected = dial(n, {"127.0.0.1", "127.0.0.2"}, server.port(), [&] {
    if (++turns == 5) {
      CHECK(server.connections() == 0);
      REQUIRE(time.next_expiry() == time.mono() + net::connection_attempt_delay);
      time.advance(net::connection_attempt_delay);
    }
  });
  CHECK(connected.value() == "127.0.0.2:" + std::to_string(server.port()));
}

TEST_CASE("the last address, brought on by a refusal, is waited for longer than a head start") {
  virtual_clock time;
  network n(time);
  const full_backlog silent(n.loop, "127.0.0.2", 0);
  const failure reason{failure_class::timeout, "the run's time is up"};
  int turns = 0;
  const auto connected = dial(n, {"127.0.0.1", "127.0.0.2"}, silent.port(), [&] {
    ++turns;
    // The refusal is heard of by then, and no attempt is left that a head start could be over for.
    if (turns == 5) {
      CHECK(time.next_expiry() == std::nullopt);
      time.advance(net::connection_attempt_delay);
    }
    if (turns == 10) n.stop.stop(reason);
  });
  CHECK(connected.error() == reason);
}

TEST_CASE("IPv6 that answers nothing, or refuses, is raced by IPv4") {
  boost::system::error_code none;
  {
    asio::io_context unused;
    asio::ip::tcp::acceptor probe(unused);
    probe.open(asio::ip::tcp::v6(), none);  // fails where the kernel was built without it
    if (!none) probe.bind({asio::ip::address_v6::loopback(), 0}, none);
  }
  if (none) {
    WARN("there is no IPv6 here");
    return;
  }
  for (const bool silent : {true, false}) {
    CAPTURE(silent);
    virtual_clock time;
    network n(time);
    scripted_server server(n.loop.get_executor(), answering(""));
    std::optional<full_backlog> black_hole;
    if (silent) black_hole.emplace(n.loop, "::1", server.port());
    const auto began = time.mono();
    const auto connected = dial(n, {"::1", "127.0.0.1"}, server.port(), [&] {
      if (silent && time.next_expiry()) time.advance(net::connection_attempt_delay);
    });
    CHECK(connected.value() == "127.0.0.1:" + std::to_string(server.port()));
    // What refuses is followed at once; what says nothing, after its head start.
    CHECK(time.mono() - began == (silent ? net::connection_attempt_delay : nanoseconds{0}));
  }
  network n;
  const closed_port closed;
  const std::string port = ":" + std::to_string(closed.port());
  const auto all = dial(n, {"::1", "127.0.0.1", "127.0.0.3"}, closed.port()).error();
  CHECK(all.message == "connect to [::1]" + port + " refused (1st of 3 addresses), to 127.0.0.1" + port +
                           " refused (2nd), to 127.0.0.3" + port + " refused (3rd)");
  CHECK(all.code == failure_code::refused);
}

TEST_CASE("dialling ends with its run") {
  network n;
  const full_backlog silent(n.loop, "127.0.0.1", 0);
  const failure reason{failure_class::timeout, "the run's time is up"};
  int turns = 0;
  const auto connected = dial(n, {"127.0.0.1", "127.0.0.1"}, silent.port(), [&] {
    if (++turns == 5) n.stop.stop(reason);
  });
  CHECK(connected.error() == reason);
}

TEST_CASE("addresses that are denied are not tried, and others are") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(""));
  const std::string port = std::to_string(server.port());
  const address_guard guard({parse_ip_network("127.0.0.0/30").value()});
  const auto denied = dial(n, {"127.0.0.1", "127.0.0.2"}, server.port(), {}, guard).error();
  CHECK(denied == failure{failure_class::connect,
                          "connect to 127.0.0.1:" + port + " is not allowed: --deny.net has 127.0.0.0/30"});
  CHECK(denied.code == failure_code::address_denied);
  CHECK(server.connections() == 0);
  // The server listens at 127.0.0.1 alone, so that 127.0.0.5 refuses, and is told of as the only address.
  CHECK(dial(n, {"127.0.0.1", "127.0.0.5"}, server.port(), {}, guard).error().message ==
        "connect to 127.0.0.5:" + port + " refused");
}
