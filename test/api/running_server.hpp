#pragma once
// A real server on a free loopback port, its loop on a thread of its own, over a fake store and a fake scheduler.

#include "api/fakes.hpp"
#include "api/raw_client.hpp"

#include "canary/api/access.hpp"
#include "canary/api/server.hpp"
#include "canary/api/server_tls.hpp"

#include "support/catch.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>

#include <thread>

class running_server {
 public:
  /// `prepare` fills the fakes before the first request.
  explicit running_server(std::function<void(running_server&)> prepare = {}, canary::api::server_options options = {},
                          std::span<const canary::embedded::file> assets = {});
  ~running_server();

  /// Runs `f` on the loop's thread and waits for it.
  void on_loop(std::function<void()> f);

  /// The answer to one request on a connection of its own.
  reply ask(std::string_view request, bool with_body = true);

  reply ask_get(std::string_view target, std::string_view headers = "");

  boost::json::value get_json(std::string_view target, int status_wanted = 200);

  boost::asio::io_context loop{1};
  std::unique_ptr<canary::clock> time;
  std::vector<std::string> lines;
  canary::logger log;
  fakes::memory_store runs;
  fakes::still_scheduler tests;
  std::unique_ptr<canary::metrics::metrics> counters;
  canary::api::access_control access;          ///< without tokens, unless a test gives it some
  std::optional<canary::api::server_tls> tls;  ///< none, unless a test has it
  canary::events::feed happenings;
  canary::api::turn_source turns;  ///< whenever the loop turns, unless a test has others
  canary::api::daemon_status status;
  bool ready = true;
  std::vector<canary::api::reload_listener> reloads;  ///< that were asked for
  std::unique_ptr<canary::api::server> server;
  std::uint16_t port = 0;

 private:
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{loop.get_executor()};
  std::thread thread;
};
