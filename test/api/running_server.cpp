#include "api/running_server.hpp"

#include <boost/asio/post.hpp>
#include <boost/json/parse.hpp>

#include <future>

running_server::running_server(std::function<void(running_server&)> prepare, canary::api::server_options options,
                               std::span<const canary::embedded::file> assets)
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
       tls ? &*tls : nullptr, turns},
      options);
  REQUIRE(started.has_value());
  server = std::move(*started);
  port = server->endpoint().port();
  thread = std::thread([this] { loop.run(); });
}

running_server::~running_server() {
  on_loop([this] {
    server.reset();
    tls.reset();
  });
  work.reset();
  thread.join();
}

void running_server::on_loop(std::function<void()> f) {
  std::promise<void> done;
  boost::asio::post(loop, [&] {
    f();
    done.set_value();
  });
  done.get_future().get();
}

reply running_server::ask(std::string_view request, bool with_body) {
  raw_client client(port);
  REQUIRE(client.send(request));
  auto answer = client.read(with_body);
  REQUIRE(answer);
  return *answer;
}

reply running_server::ask_get(std::string_view target, std::string_view headers) { return ask(get(target, headers)); }

boost::json::value running_server::get_json(std::string_view target, int status_wanted) {
  const auto answer = ask_get(target);
  CAPTURE(target, answer.body);
  REQUIRE(answer.status == status_wanted);
  return boost::json::parse(answer.body);
}
