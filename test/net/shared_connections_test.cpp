// Which sessions may use each other's connections.

#include "net/network.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

net::http_result fetch(network& n, net::http_session& by, const net::http_request& request) {
  net::http_result result{failure{}, {}};
  n.run([&](asio::yield_context yield) { result = by.perform(request, n.stop, yield); });
  REQUIRE(result.response.has_value());
  return result;
}

}  // namespace

TEST_CASE("a session's connections are its own, unless it shares them") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  n.session();  // makes the client
  for (const auto reuse : {net::connection_reuse::session, net::connection_reuse::client}) {
    CAPTURE(int(reuse));
    const int before = server.connections();
    for (int run = 0; run < 3; ++run) {
      const auto session = net::open_http_session(n.client, {reuse, {}});
      for (int i = 0; i < 2; ++i) {
        const bool reused = fetch(n, *session, {.url = server.url()}).exchanges[0].reused;
        CHECK(reused == (i > 0 || (run > 0 && reuse == net::connection_reuse::client)));
      }
    }
    CHECK(server.connections() - before == (reuse == net::connection_reuse::client ? 1 : 3));
  }
}

TEST_CASE("a session that shares nothing does not use what others share") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  n.session();
  fetch(n, *net::open_http_session(n.client, {net::connection_reuse::client, {}}), {.url = server.url()});
  CHECK_FALSE(fetch(n, *net::open_http_session(n.client), {.url = server.url()}).exchanges[0].reused);
}
