// How connections begin, go on and end.

#include "api/running_server.hpp"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;
namespace asio = boost::asio;

namespace {

// A client whose next request would be answered, since one was.
std::unique_ptr<raw_client> served_client(const running_server& server) {
  auto client = std::make_unique<raw_client>(server.port);
  client->send(get("/healthz"));
  REQUIRE(client->read());
  return client;
}

constexpr std::string_view query = R"({"query":"{tests{id}}"})";

// Sends a request up to its body, and waits until the server has read that much.
void begin_request(raw_client& client) {
  client.send(post_head(query.size()));
  const auto interim = client.read(false);
  REQUIRE(interim);
  CHECK(interim->status == 100);
}

canary::api::server_options with_connections(std::size_t most) {
  canary::api::server_options options;
  options.max_connections = most;
  return options;
}

}  // namespace

TEST_CASE("a connection is kept for many requests, unless either side says otherwise") {
  running_server server;
  raw_client client(server.port);
  for (int i = 0; i < 20; ++i) {
    client.send(get("/healthz"));
    auto answer = client.read();
    REQUIRE(answer);
    CHECK(answer->headers["connection"] == "keep-alive");
  }
  client.send(get("/healthz", "Connection: close\r\n"));
  auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->headers["connection"] == "close");
  CHECK(client.closed());

  raw_client old(server.port);
  old.send("GET /healthz HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
  answer = old.read();
  REQUIRE(answer);
  CHECK(answer->headers["connection"] == "keep-alive");
  old.send("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n");
  answer = old.read();
  REQUIRE(answer);
  CHECK(answer->headers["connection"] == "close");
  CHECK(old.closed());
}

TEST_CASE("a client that waits for 100 Continue is told to go on, and only where the body is wanted") {
  running_server server;
  raw_client client(server.port);
  begin_request(client);
  client.send(query);
  const auto answer = client.read();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  for (const auto* head :
       {"Host: evil.example\r\nContent-Length: 5\r\n", "Host: localhost\r\nContent-Length: 99999999\r\n"}) {
    raw_client refused(server.port);
    refused.send("POST /query HTTP/1.1\r\n" + std::string(head) + "Expect: 100-continue\r\n\r\n");
    const auto final = refused.read();
    REQUIRE(final);
    CHECK(final->status >= 400);
    CHECK(refused.closed());
  }
}

TEST_CASE("a chunked body is a body") {
  running_server server;
  const auto answer = server.ask(
      "POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
      "a;x=y\r\n{\"query\":\"\r\nd\r\n{tests{id}}\"}\r\n0\r\nTrailer: x\r\n\r\n");
  CHECK(answer.status == 200);
}

TEST_CASE("where all places are taken, the oldest idle connection makes room") {
  running_server server({}, with_connections(2));
  const auto first = served_client(server), second = served_client(server), third = served_client(server);
  CHECK(first->closed());
  second->send(get("/healthz"));
  CHECK(second->read());
}

TEST_CASE("where all places are busy, a newcomer is told so and closed") {
  running_server server({}, with_connections(1));
  raw_client busy(server.port);
  begin_request(busy);
  raw_client newcomer(server.port);
  newcomer.send(get("/healthz"));
  auto refused = newcomer.read();
  REQUIRE(refused);
  CHECK(refused->status == 503);
  CHECK(refused->headers["retry-after"] == "1");
  CHECK(newcomer.closed());
  busy.send(query);
  const auto answer = busy.read();
  REQUIRE(answer);
  CHECK(answer->status == 200);
}

TEST_CASE("a stopped server accepts no more, closes who is idle, and answers who has begun") {
  running_server server;
  const auto idle = served_client(server), begun = served_client(server);
  begin_request(*begun);
  server.on_loop([&] { server.server->stop(); });
  CHECK(idle->closed());
  begun->send(query);
  auto answer = begun->read();
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->headers["connection"] == "close");
  CHECK(begun->closed());
  const int late = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server.port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  CHECK(::connect(late, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0);
  ::close(late);
}

TEST_CASE("a server may go while connections are open and answers are being made") {
  running_server server([](running_server& s) {
    for (int i = 0; i < 1000; ++i) {
      s.tests.add("test " + std::to_string(i));
      s.tests.views.back().recent.resize(60);
    }
  });
  const auto idle = served_client(server);
  raw_client begun(server.port), answered(server.port, 4096);
  begin_request(begun);
  answered.send(get("/api/v1/tests?limit=1000"));
  REQUIRE(answered.receive());
  server.on_loop([&] { server.server.reset(); });
  CHECK(idle->closed());
  CHECK(begun.closed());
  CHECK(answered.closed());
}

TEST_CASE("the loop turns while a long response is made") {
  running_server server([](running_server& s) {
    for (int i = 0; i < 1000; ++i) {
      s.tests.add("test " + std::to_string(i));
      s.tests.views.back().recent.resize(60);
    }
  });
  std::size_t turns = 0;
  bool going = true;
  std::function<void()> turn = [&] {
    ++turns;
    if (going) asio::post(server.loop, turn);
  };
  raw_client client(server.port);
  server.on_loop([&] { turn(); });
  client.send(get("/api/v1/tests?limit=1000", "Accept-Encoding: gzip\r\n"));
  std::size_t after = 0;
  REQUIRE(client.read());
  server.on_loop([&] {
    after = turns;
    going = false;
  });
  server.on_loop([] {});
  CHECK(after > 10);
}

TEST_CASE("an address that cannot be had says which, and what to do") {
  running_server server;
  asio::io_context loop;
  canary::events::feed happenings(*server.time);
  const auto attempt = [&](canary::api::server_options options) {
    auto started = canary::api::start_server(
        loop.get_executor(),
        {*server.time, server.log, server.runs, server.tests, *server.counters, happenings, {}, {}, {}, {}}, options);
    REQUIRE(started.has_error());
    return started.error().message;
  };
  canary::api::server_options options;
  options.port = server.port;
  const auto taken = attempt(options);
  CHECK(taken.find("127.0.0.1:" + std::to_string(server.port)) != std::string::npos);
  CHECK(taken.find("--listen.port") != std::string::npos);
  options.port = 0;
  options.host = "192.0.2.1";
  CHECK(attempt(options).find("--listen.host") != std::string::npos);
  options.host = "some.name";
  CHECK(attempt(options).find("'some.name'") != std::string::npos);
  int pipe[2];
  REQUIRE(::pipe(pipe) == 0);
  options.inherited_socket = pipe[0];
  CHECK(attempt(options).find("not a TCP socket") != std::string::npos);
  ::close(pipe[0]);
  ::close(pipe[1]);
}

TEST_CASE("a listening socket that was passed is used") {
  const int passed = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(passed, reinterpret_cast<const sockaddr*>(&address), size) == 0);
  REQUIRE(::listen(passed, 5) == 0);
  REQUIRE(::getsockname(passed, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  canary::api::server_options options;
  options.inherited_socket = passed;
  running_server server({}, options);
  CHECK(server.port == ntohs(address.sin_port));
  CHECK(server.ask_get("/healthz").status == 200);
}
