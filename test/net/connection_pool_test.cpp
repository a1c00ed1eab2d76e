#include "canary/net/connection_pool.hpp"

#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// Connections to a server that says nothing, and closes only with the test.
struct pool_world {
  network net;
  virtual_clock time;
  scripted_server server{net.loop.get_executor(), [](scripted_connection& c) { c.wait_for_close(); }};

  std::unique_ptr<net::connection> open() {
    asio::ip::tcp::socket socket(net.loop);
    net.run([&](asio::yield_context yield) {
      socket.async_connect({asio::ip::make_address("127.0.0.1"), server.port()}, yield);
    });
    return std::make_unique<net::connection>(std::move(socket));
  }
};

}  // namespace

TEST_CASE("a pool gives back the connection to the same place that was used last") {
  pool_world w;
  net::connection_pool pool(w.time);
  auto first = w.open(), second = w.open(), elsewhere = w.open();
  const auto *one = first.get(), *two = second.get(), *other = elsewhere.get();
  pool.put("a", std::move(first));
  pool.put("b", std::move(elsewhere));
  pool.put("a", std::move(second));
  CHECK(pool.take("c") == nullptr);
  const auto latest = pool.take("a"), earlier = pool.take("a"), none = pool.take("a"), there = pool.take("b");
  CHECK(latest.get() == two);
  CHECK(earlier.get() == one);
  CHECK(none == nullptr);
  CHECK(there.get() == other);
  CHECK(pool.size() == 0);
}

TEST_CASE("a full pool closes the connection that has waited longest, whatever its place") {
  pool_world w;
  net::connection_pool pool(w.time, {.connections = 3});
  std::vector<const net::connection*> opened;
  for (const char* key : {"a", "a", "b", "b"}) {
    auto connection = w.open();
    opened.push_back(connection.get());
    pool.put(key, std::move(connection));
  }
  CHECK(pool.size() == 3);
  const auto of_a = pool.take("a");
  CHECK(of_a.get() == opened[1]);
  CHECK(pool.take("a") == nullptr);
  CHECK(pool.take("b") != nullptr);
}

TEST_CASE("a connection is closed once it has waited longer than a pool keeps one") {
  pool_world w;
  net::connection_pool pool(w.time, {.idle_time = 60s});
  pool.put("a", w.open());
  w.time.advance(40s);
  pool.put("a", w.open());
  w.time.advance(21s);
  CHECK(pool.take("b") == nullptr);
  CHECK(pool.size() == 1);
  w.time.advance(40s);
  CHECK(pool.take("a") == nullptr);
}

TEST_CASE("a connection that has said something unasked is not given out again") {
  pool_world w;
  net::connection_pool pool(w.time);
  scripted_server talkative(w.net.loop.get_executor(), [](scripted_connection& c) {
    c.send("boo");
    c.wait_for_close();
  });
  asio::ip::tcp::socket socket(w.net.loop);
  w.net.run([&](asio::yield_context yield) {
    socket.async_connect({asio::ip::make_address("127.0.0.1"), talkative.port()}, yield);
    socket.async_wait(asio::ip::tcp::socket::wait_read, yield);
  });
  pool.put("a", std::make_unique<net::connection>(std::move(socket)));
  CHECK(pool.take("a") == nullptr);
}
