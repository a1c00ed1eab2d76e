// Where the time of an exchange goes. The clock is moved by the servers, so that each phase is exact.

#include "net/network.hpp"
#include "support/certificates.hpp"
#include "support/name_server.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

TEST_CASE("each phase has the time between its own events, and one that did not happen has none") {
  virtual_clock time;
  network n(time);
  name_server names(n.loop.get_executor());
  names.set("a.test", {"127.0.0.1"});
  names.on_query([&] { time.advance(5ms); });
  n.options.name_servers = names.address();
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    while (!c.read_request().empty()) {
      time.advance(30ms);
      c.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
      c.wait(20ms);  // until the client has read as much
      time.advance(20ms);
      c.send("cd");
    }
  });
  const std::string url = "http://a.test:" + std::to_string(server.port()) + "/";
  const auto first = n.get(url).exchanges.at(0).timings;
  CHECK(first.looking_up == 5 * names.queries());
  CHECK(first.connecting == 0);  // the clock stood still meanwhile
  CHECK(first.tls_handshaking == 0);
  CHECK(first.sending == 0);
  CHECK(first.waiting == 30);
  CHECK(first.receiving == 20);
  CHECK(first.duration == first.looking_up + 50);

  const auto again = n.get(url).exchanges.at(0);
  CHECK(again.reused);
  CHECK(again.timings.looking_up == 0);
  CHECK(again.timings.waiting == 30);
  CHECK(again.timings.receiving == 20);
  CHECK(again.timings.duration == 50);
}

TEST_CASE("an address needs no look-up, and plain HTTP no handshake") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  for (const std::string host : {"127.0.0.1", "localhost"}) {
    const auto t = n.get("http://" + host + ":" + std::to_string(server.port()) + "/").exchanges.at(0).timings;
    CHECK(t.looking_up == 0);
    CHECK(t.connecting > 0);
    CHECK(t.tls_handshaking == 0);
    CHECK(t.sending > 0);
    CHECK(t.waiting > 0);
    CHECK(t.receiving > 0);
    CHECK(sums_up(t));
  }
}

TEST_CASE("the time of a handshake is the handshake's, also where it fails") {
  virtual_clock time;
  network n(time);
  const certificate own({.name = "x", .alternatives = "IP:127.0.0.1"});
  auto context = own.server_context();
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    c.wait(20ms);  // until the client waits for the handshake
    time.advance(40ms);
    c.start_tls(context);
    while (!c.read_request().empty()) c.send(ok("x"));
  });
  const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
  const auto good = n.fetch({.url = url, .tls = {.insecure = true}}).exchanges.at(0).timings;
  CHECK(good.tls_handshaking == 40);
  CHECK(good.duration == 40);
  const auto refused = n.get(url);
  CHECK(failure_of(refused).code == failure_code::self_signed);
  CHECK(refused.exchanges.at(0).timings.tls_handshaking == 40);
  CHECK(refused.exchanges.at(0).timings.duration == 40);
}
