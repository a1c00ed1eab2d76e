#include "net/network.hpp"

#include <cmath>
#include <exception>

namespace canary::testing {

network::network() : real_(create_real_clock(loop.get_executor())), time(*real_) {}

network::network(clock& given) : time(given) {}

network::~network() {
  // Scripts of servers that are gone find their sockets closed, and end.
  client.reset();
  loop.restart();
  loop.run_for(std::chrono::seconds(5));
}

void network::run(std::function<void(asio::yield_context)> body, const std::function<void()>& meanwhile) {
  bool finished = false;
  std::exception_ptr thrown;
  asio::spawn(loop, std::move(body), [&](std::exception_ptr e) {
    finished = true;
    thrown = e;
  });
  // Bounded by turns that each wait 10 ms at most where nothing happens.
  loop.restart();
  for (int idle = 0; !finished && idle < 2000;) {
    if (loop.run_one_for(std::chrono::milliseconds(10)) == 0) ++idle;
    loop.restart();
    if (meanwhile) meanwhile();
  }
  if (thrown) std::rethrow_exception(thrown);
  REQUIRE(finished);
}

net::http_session& network::session() {
  if (!client) client = net::create_http_client(loop.get_executor(), time, options);
  if (!session_) session_ = net::open_http_session(client);
  return *session_;
}

net::http_result network::fetch(const net::http_request& request, const std::function<void()>& meanwhile) {
  net::http_result result{failure{}, {}};
  auto& by = session();
  run([&](asio::yield_context yield) { result = by.perform(request, stop, yield); }, meanwhile);
  return result;
}

net::http_result network::get(const std::string& url) { return fetch({.url = url}); }

bool sums_up(const http_timings& t) {
  const double sum = t.blocked + t.looking_up + t.connecting + t.tls_handshaking + t.sending + t.waiting + t.receiving;
  return std::abs(sum - t.duration) < 1e-6;
}

failure failure_of(const net::http_result& result) {
  REQUIRE(result.response.has_error());
  if (!result.exchanges.empty()) CHECK(result.exchanges.back().error == result.response.error());
  return result.response.error();
}

}  // namespace canary::testing
