#include "canary/net/batch.hpp"

#include "net/network.hpp"
#include "support/closed_port.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

std::vector<net::http_result> perform_all(network& n, const std::vector<net::http_request>& requests,
                                          const net::batch_limits& limits = {},
                                          const std::function<void()>& meanwhile = {}) {
  std::vector<net::http_result> results;
  auto& by = n.session();
  n.run([&](asio::yield_context yield) { results = net::perform_all(by, requests, limits, n.stop, yield); }, meanwhile);
  return results;
}

// Answers each request with its path, once `expected` requests wait; counts the most that ever waited.
struct gathering {
  std::size_t expected, waiting = 0, most = 0;
  scripted_server::script script() {
    return [this](scripted_connection& c) {
      for (std::string request; !(request = c.read_request()).empty();) {
        most = std::max(most, ++waiting);
        while (waiting < expected && most < expected) c.wait(std::chrono::milliseconds(1));
        --waiting;
        c.send(ok(request.substr(4, request.find(' ', 4) - 4)));
      }
    };
  }
};

}  // namespace

TEST_CASE("a batch is performed side by side, as many as may be at once, and answered in order") {
  for (const std::size_t at_once : {1u, 3u, 20u}) {
    CAPTURE(at_once);
    network n;
    gathering all{std::min<std::size_t>(at_once, 7)};
    scripted_server server(n.loop.get_executor(), all.script());
    std::vector<net::http_request> requests;
    for (int i = 0; i < 7; ++i) requests.push_back({.url = server.url("/" + std::to_string(i))});
    const auto results = perform_all(n, requests, {.at_once = at_once});
    REQUIRE(results.size() == 7);
    for (int i = 0; i < 7; ++i) {
      REQUIRE(results[i].response.has_value());
      CHECK(results[i].response->body == "/" + std::to_string(i));
    }
    CHECK(all.most == std::min<std::size_t>(at_once, 7));
    CHECK(server.connections() == int(all.most));
  }
}

TEST_CASE("one request of a batch that fails leaves the others alone") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")));
  const closed_port closed;
  const std::string nowhere = "http://127.0.0.1:" + std::to_string(closed.port()) + "/";
  const auto results = perform_all(n, {{.url = server.url()}, {.url = nowhere}, {.url = server.url()}});
  REQUIRE(results.size() == 3);
  CHECK(results[0].response.has_value());
  CHECK(failure_of(results[1]).kind == failure_class::connect);
  CHECK(results[2].response.has_value());
  CHECK(perform_all(n, {}).empty());
}

TEST_CASE("a batch ends with its run") {
  network n;
  int asked = 0;
  scripted_server server(n.loop.get_executor(), [&](scripted_connection& c) {
    c.read_request();
    ++asked;
    c.wait_for_close();
  });
  const std::vector<net::http_request> requests(5, {.url = server.url()});
  const failure why{failure_class::timeout, "over"};
  const auto results = perform_all(n, requests, {.at_once = 3}, [&] {
    if (asked == 3) n.stop.stop(why);
  });
  REQUIRE(results.size() == 5);
  for (const auto& result : results) CHECK(result.response.error() == why);
  CHECK(asked == 3);
}

TEST_CASE("a batch asks for nothing more once its responses are too much together") {
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok(std::string(600, 'x'))));
  const std::vector<net::http_request> requests(4, {.url = server.url()});
  const auto results = perform_all(n, requests, {.at_once = 1, .max_bodies = 1000});
  CHECK(results[0].response.has_value());
  CHECK(results[1].response.has_value());
  for (const std::size_t i : {2u, 3u}) {
    CHECK(results[i].response.error() ==
          failure{failure_class::limit, "the responses of the batch are over the limit of 1000 bytes together"});
  }
}
