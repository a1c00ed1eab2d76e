#pragma once
// A loop with a client on it, for tests.

#include "canary/net/http_session.hpp"
#include "support/catch.hpp"
#include "support/scripted_server.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>

namespace canary::testing {

class network {
 public:
  network();
  explicit network(clock& given);
  ~network();

  /// Runs `body` as a coroutine to its end, within 20 s; what it throws is thrown here. `meanwhile` is called after
  /// each turn of the loop.
  void run(std::function<void(asio::yield_context)> body, const std::function<void()>& meanwhile = {});

  net::http_session& session();

  net::http_result fetch(const net::http_request& request, const std::function<void()>& meanwhile = {});

  net::http_result get(const std::string& url);

  asio::io_context loop{1};

 private:
  std::unique_ptr<clock> real_;

 public:
  clock& time;
  interrupter stop;
  net::http_client_options options;
  std::shared_ptr<net::http_client> client;

 private:
  std::unique_ptr<net::http_session> session_;
};

/// Whether the phases account for all of an exchange's time.
bool sums_up(const http_timings& t);

/// The failure of `result`, and checks that its last exchange tells of the same.
failure failure_of(const net::http_result& result);

}  // namespace canary::testing
