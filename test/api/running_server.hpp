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
#include <boost/asio/post.hpp>
#include <boost/json/parse.hpp>

#include <future>
#include <mutex>
#include <thread>

class running_server {
 public:
  /// `prepare` fills the fakes before the first request.
  explicit running_server(std::function<void(running_server&)> prepare = {}, canary::api::server_options options = {},
                          std::span<const canary::embedded::file> assets = {})
      : time(canary::create_real_clock(loop.get_executor())),
        log(*time, [this](std::string line) { lines.push_back(std::move(line)); }),
        counters(canary::metrics::create_metrics("1.2.3", "abc", time->wall())),
        access(*time, log, *counters),
        happenings(*time) {
    options.port = 0;
    status.name = "Example Canary";
    if (prepare) prepare(*this);
    auto started = canary::api::start_server(
        loop.get_executor(),
        {*time, log, runs, tests, *counters, happenings, [this] { return status; }, [this] { return ready; },
         [this](canary::api::reload_listener done) { reloads.push_back(std::move(done)); }, assets, &access,
         tls ? &*tls : nullptr},
        options);
    REQUIRE(started.has_value());
    server = std::move(*started);
    port = server->endpoint().port();
    thread = std::thread([this] { loop.run(); });
  }

  ~running_server() {
    on_loop([this] {
      server.reset();
      tls.reset();
    });
    work.reset();
    thread.join();
  }

  /// Runs `f` on the loop's thread and waits for it.
  void on_loop(std::function<void()> f) {
    std::promise<void> done;
    boost::asio::post(loop, [&] {
      f();
      done.set_value();
    });
    done.get_future().get();
  }

  /// The answer to one request on a connection of its own.
  reply ask(std::string_view request, bool with_body = true) {
    raw_client client(port);
    REQUIRE(client.send(request));
    auto answer = client.read(with_body);
    REQUIRE(answer);
    return *answer;
  }

  reply ask_get(std::string_view target, std::string_view headers = "") { return ask(get(target, headers)); }

  boost::json::value get_json(std::string_view target, int status_wanted = 200) {
    const auto answer = ask_get(target);
    CAPTURE(target, answer.body);
    REQUIRE(answer.status == status_wanted);
    return boost::json::parse(answer.body);
  }

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
  canary::api::daemon_status status;
  bool ready = true;
  std::vector<canary::api::reload_listener> reloads;  ///< that were asked for
  std::unique_ptr<canary::api::server> server;
  std::uint16_t port = 0;

 private:
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{loop.get_executor()};
  std::thread thread;
};
