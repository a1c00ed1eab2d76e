// Requests that are ended from outside: by their own timeout, or with their run.

#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

struct wait_point {
  std::string name;
  scripted_server::script script;
  std::string doing;
};

// Each signals `there` once the client can only be waiting for more.
std::vector<wait_point> wait_points(bool& there) {
  return {
      {"silence",
       [&](scripted_connection& c) {
         c.read_request();
         there = true;
         c.wait_for_close();
       },
       "waiting for the response"},
      {"a head that drips",
       [&](scripted_connection& c) {
         c.read_request();
         c.drip("HTTP/1.1 20", 0ms);
         there = true;
         c.wait_for_close();
       },
       "reading the response"},
      {"a body that drips",
       [&](scripted_connection& c) {
         c.read_request();
         c.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
         c.drip("1234", 0ms);
         there = true;
         c.wait_for_close();
       },
       "reading the response"},
  };
}

}  // namespace

TEST_CASE("a request that takes longer than its timeout says what it was waiting for") {
  bool there = false;
  for (const auto& row : wait_points(there)) {
    CAPTURE(row.name);
    virtual_clock time;
    network n(time);
    there = false;
    scripted_server server(n.loop.get_executor(), row.script);
    int turns_after = 0;
    const auto result = n.fetch({.url = server.url(), .timeout = 5s}, [&] {
      // What the server has sent needs a few turns to arrive.
      if (there && ++turns_after == 50) time.advance(5s);
    });
    const auto why = failure_of(result);
    CHECK(to_string(why.kind) == "timeout");
    CHECK(why.message == "GET " + server.url() + " timed out after 5s while " + row.doing);
    CHECK(std::abs(result.exchanges.at(0).timings.duration - 5000) < 0.001);
    CHECK(time.next_expiry() == std::nullopt);
  }
}

TEST_CASE("a request times out during a TLS handshake that never ends") {
  virtual_clock time;
  network n(time);
  bool there = false;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    there = true;
    c.wait(10s);
  });
  const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
  int turns_after = 0;
  const auto why = failure_of(n.fetch({.url = url, .timeout = 1500ms}, [&] {
    if (there && ++turns_after == 50) time.advance(2s);
  }));
  CHECK(why ==
        failure{failure_class::timeout, "GET " + url + " timed out after 1.5s while waiting for the TLS handshake"});
}

TEST_CASE("the timeout of a request covers its redirects") {
  virtual_clock time;
  network n(time);
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    for (int i = 0; !c.read_request().empty(); ++i) {
      time.advance(2s);
      c.send("HTTP/1.1 302 Found\r\nLocation: /" + std::to_string(i) + "\r\nContent-Length: 0\r\n\r\n");
    }
  });
  const auto result = n.fetch({.url = server.url(), .timeout = 5s});
  CHECK(failure_of(result) ==
        failure{failure_class::timeout,
                "GET " + server.url("/1") + " timed out after 5s while waiting for the response"});
  CHECK(result.exchanges.size() == 3);
  CHECK(result.exchanges[0].error.kind == failure_class::none);
}

TEST_CASE("the end of a run ends its request at once, with the run's reason") {
  const failure reason{failure_class::interrupted, "canaryd is shutting down"};
  bool there = false;
  for (const auto& row : wait_points(there)) {
    CAPTURE(row.name);
    virtual_clock time;
    network n(time);
    there = false;
    scripted_server server(n.loop.get_executor(), row.script);
    const auto result = n.fetch({.url = server.url(), .timeout = 5s}, [&] {
      if (there) n.stop.stop(reason);
    });
    CHECK(failure_of(result) == reason);
    CHECK(result.exchanges.size() == 1);

    // And another request of that run does not begin.
    const auto late = n.get(server.url());
    CHECK(failure_of(late) == reason);
    CHECK(late.exchanges.empty());
    CHECK(server.connections() == 1);
  }
}

TEST_CASE("after a request that was ended, its session serves the next from a fresh connection") {
  network n;
  int requests = 0;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    while (!c.read_request().empty()) {
      if (++requests == 1) {
        c.wait_for_close();
      } else {
        c.send(ok("fine"));
      }
    }
  });
  CHECK(failure_of(n.fetch({.url = server.url(), .timeout = 30ms})).kind == failure_class::timeout);
  const auto result = n.fetch({.url = server.url(), .timeout = 10s});
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "fine");
  CHECK(server.connections() == 2);
}
