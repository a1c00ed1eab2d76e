// GET /api/v1/events, from outside.
#include "api/running_server.hpp"

#include "canary/api/event_readers.hpp"

#include <boost/json/object.hpp>

using namespace canary;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

struct sent_event {
  std::string id, name, data;
};

// Reads a stream as a browser does.
class event_client {
 public:
  explicit event_client(const running_server& server, std::string_view query = "", std::string_view headers = "",
                        int receive_buffer = 0)
      : client_(server.port, receive_buffer) {
    REQUIRE(client_.send(get("/api/v1/events" + std::string(query), headers)));
    const auto answer = client_.read(false);
    REQUIRE(answer);
    head = *answer;
    if (head.status == 200) opening = block();
  }

  /// The next block between empty lines; '' where the server closes or ten seconds pass.
  std::string block() {
    std::size_t end;
    while ((end = client_.received().find("\n\n", at_)) == std::string::npos) {
      if (!client_.receive()) return "";
    }
    const auto text = client_.received().substr(at_, end - at_);
    at_ = end + 2;
    return text;
  }

  /// What is told next, past comments; nothing where there are only those for long.
  sent_event next() {
    std::string text = block();
    for (int comments = 0; text == ":" && comments < 500; ++comments) text = block();
    sent_event out;
    const auto field = [&](std::string_view name) {
      const auto begin = text.find(std::string(name) + ": ");
      if (begin == std::string::npos) return std::string();
      const auto value = begin + name.size() + 2;
      return text.substr(value, text.find('\n', value) - value);
    };
    return {field("id"), field("event"), field("data")};
  }

  bool closed() { return client_.closed(); }

  reply head;
  std::string opening;

 private:
  raw_client client_;
  std::size_t at_ = 0;
};

run_record run_of(std::string test, run_status status = run_status::running) {
  run_record r;
  r.id = run_id::floor(wall_time{1'700'000'000s});
  r.test = std::move(test);
  r.status = status;
  if (status == run_status::failed) r.cause = {failure_class::assertion, "no\nluck"};
  return r;
}

void tell(running_server& server, events::content what) {
  server.on_loop([&] { server.happenings.tell(std::move(what)); });
}

std::uint64_t readers(running_server& server) {
  return server.get_json("/api/v1/status").at("events").at("readers").to_number<std::uint64_t>();
}

void wait_for_readers(running_server& server, std::uint64_t n) {
  for (int i = 0; i < 10000 && readers(server) != n; ++i) std::this_thread::yield();
  REQUIRE(readers(server) == n);
}

api::server_options options_of(std::size_t most_readers, std::chrono::milliseconds beat = 15s) {
  api::server_options options;
  options.max_event_readers = most_readers;
  options.event_heartbeat = beat;
  return options;
}

void add_tests(running_server& s) {
  s.tests.add("login");
  s.tests.add("search");
}

}  // namespace

TEST_CASE("a reader is told each event, with its id, its name and its data in one line") {
  running_server server(add_tests);
  event_client client(server);
  CHECK(client.head.status == 200);
  CHECK(client.head.headers["content-type"] == "text/event-stream");
  CHECK(client.head.headers["cache-control"] == "no-store");
  CHECK_FALSE(client.head.headers.contains("content-length"));
  const auto era = std::to_string(server.happenings.era());
  CHECK(client.opening == "retry: 2000\nid: " + era + "-0");

  tell(server, events::run_started{run_of("login")});
  tell(server, events::run_finished{run_of("login", run_status::failed)});
  tell(server, events::state_changed{"login", schedule::test_state::up, schedule::test_state::down});
  tell(server, events::config_reloaded{false, "config.js:1:1: oh", 7});
  const auto started = client.next(), finished = client.next(), state = client.next(), reloaded = client.next();
  CHECK(started.id == era + "-1");
  CHECK(started.name == "run_started");
  CHECK(json::parse(started.data).at("test") == "login");
  CHECK(finished.id == era + "-2");
  CHECK(finished.name == "run_finished");
  CHECK(json::parse(finished.data).at("fail_cause") == "no\nluck");
  CHECK(state.name == "test_state");
  auto change = json::parse(state.data).as_object();
  CHECK(parse_rfc3339(change["at"].as_string()));
  change.erase("at");
  CHECK(change == json::object{{"test", "login"}, {"from", "up"}, {"to", "down"}});
  CHECK(reloaded.id == era + "-4");
  CHECK(reloaded.name == "config_reloaded");
  CHECK(json::parse(reloaded.data).at("successful") == false);
  CHECK(json::parse(reloaded.data).at("error") == "config.js:1:1: oh");
  CHECK(json::parse(reloaded.data).at("tests") == 7);
  CHECK(server.get_json("/api/v1/status").at("events").at("last_id").as_string() == era + "-4");
}

TEST_CASE("a reader that asks for one test is told of it, and of what is about all") {
  running_server server(add_tests);
  event_client client(server, "?test=login");
  tell(server, events::run_started{run_of("search")});
  tell(server, events::run_started{run_of("login")});
  tell(server, events::run_started{run_of("search")});
  tell(server, events::config_reloaded{});
  CHECK(json::parse(client.next().data).at("test") == "login");
  CHECK(client.next().name == "config_reloaded");
}

TEST_CASE("a reader that asks for labels is told of the tests that have them now, and of what is about all") {
  running_server server([](running_server& s) {
    s.tests.add("login", schedule::test_state::up, {{"tier", "1"}, {"team", "shop"}});
    s.tests.add("search", schedule::test_state::up, {{"tier", "2"}});
    s.tests.add("plain");
  });
  const auto tell_all = [&] {
    for (const auto* name : {"plain", "search", "gone", "login"}) tell(server, events::run_started{run_of(name)});
    tell(server, events::config_reloaded{});
  };
  struct row {
    const char* query;
    std::vector<std::string> heard;
  };
  const row rows[] = {{"?label=tier=1", {"login"}},
                      {"?label=tier", {"search", "login"}},
                      {"?label=tier&label=team=shop", {"login"}},
                      {"?label=tier=1&test=search", {}},
                      {"?label=tier=2&test=search", {"search"}},
                      {"?label=region", {}}};
  for (const row& r : rows) {
    CAPTURE(r.query);
    event_client client(server, r.query);
    tell_all();
    for (const auto& name : r.heard) CHECK(json::parse(client.next().data).at("test").as_string() == name);
    CHECK(client.next().name == "config_reloaded");
  }

  event_client client(server, "?label=tier=2");
  tell(server, events::run_started{run_of("search")});
  CHECK(json::parse(client.next().data).at("test") == "search");
  server.on_loop([&] {
    server.tests.views.clear();
    server.tests.add("plain", schedule::test_state::up, {{"tier", "2"}});
    server.happenings.tell(events::config_reloaded{});
  });
  tell_all();
  CHECK(client.next().name == "config_reloaded");
  CHECK(json::parse(client.next().data).at("test") == "plain");
  CHECK(client.next().name == "config_reloaded");
}

TEST_CASE("a reader of labels hears of what lies far behind the events of others") {
  running_server server([](running_server& s) {
    s.tests.add("login");
    s.tests.add("search", schedule::test_state::up, {{"tier", "1"}});
  });
  const event_client early(server);
  const auto id = early.opening.substr(early.opening.find("id: ") + 4);
  for (int i = 0; i < 3000; ++i) tell(server, events::run_started{run_of("login")});
  tell(server, events::run_started{run_of("search")});
  event_client late(server, "?label=tier=1&label=tier&after=" + id);
  CHECK(late.next().name == "run_started");
}

TEST_CASE("a reader goes on after the last event that it has had") {
  running_server server(add_tests);
  for (int i = 0; i < 300; ++i) tell(server, events::run_started{run_of("login")});
  const auto id = [&](int n) { return api::event_id(server.happenings.era(), static_cast<std::uint64_t>(n)); };
  SECTION("by the header of a browser that connects again") {
    event_client client(server, "", "Last-Event-ID: " + id(7) + "\r\n");
    for (int n = 8; n <= 300; ++n) REQUIRE(client.next().id == id(n));
    tell(server, events::config_reloaded{});
    CHECK(client.next().id == id(301));
  }
  SECTION("by the parameter") {
    event_client client(server, "?after=" + id(299));
    CHECK(client.next().id == id(300));
  }
  SECTION("by the header where both are there, which is the newer") {
    event_client client(server, "?after=" + id(1), "Last-Event-ID: " + id(298) + "\r\n");
    CHECK(client.next().id == id(299));
  }
  SECTION("and from now on where it has had the newest") {
    event_client client(server, "?after=" + id(300));
    tell(server, events::config_reloaded{});
    CHECK(client.next().id == id(301));
  }
}

TEST_CASE("a reader is told where it has missed something, and goes on from now") {
  running_server server(add_tests);
  const auto era = server.happenings.era();
  const int told = 5000;
  server.on_loop([&] {
    for (int i = 0; i < told; ++i) server.happenings.tell(events::run_started{run_of("login")});
  });
  struct row {
    std::string last;
    std::string_view reason;
  };
  const std::string_view forgotten = "what came after the last event that was read is not kept any more";
  const std::string_view stranger = "the last event that was read is not of this process";
  const row rows[] = {
      {api::event_id(era, 3), forgotten},
      {api::event_id(era, told + 1), forgotten},
      {api::event_id(era, ~0ull), forgotten},
      {api::event_id(era - 1, 4999), stranger},
      {"57", stranger},
      {"-", stranger},
      {std::to_string(era) + "-4999x", stranger},
      {std::to_string(era) + "-99999999999999999999999", stranger},
      {"<script>", stranger},
      {std::string(9000, '1'), stranger},
  };
  for (const auto& r : rows) {
    CAPTURE(r.last.substr(0, 100));
    event_client client(server, "", "Last-Event-ID: " + r.last + "\r\n");
    CHECK(client.opening.find("id: " + api::event_id(era, told) + "\nevent: missed\n") != std::string::npos);
    CHECK(client.opening.find(r.reason) != std::string::npos);
  }
}

TEST_CASE("what is wrong with a request for events is said") {
  running_server server(add_tests, options_of(1));
  CHECK(server.ask_get("/api/v1/events?test=nobody").status == 404);
  const auto bad = server.ask_get("/api/v1/events?after=yesterday");
  CHECK(bad.status == 400);
  CHECK(bad.body.find("'after'") != std::string::npos);
  CHECK(server.ask_get("/api/v1/events?tests=a").status == 400);
  CHECK(server.ask_get("/api/v1/events?label=1=x").status == 400);
  CHECK(server.ask("POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n").status == 405);
  const auto head = server.ask("HEAD /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n", false);
  CHECK(head.status == 200);
  CHECK(readers(server) == 0);
}

TEST_CASE("past the most readers the next one is refused until another goes") {
  running_server server(add_tests, options_of(2));
  auto first = std::make_unique<event_client>(server);
  event_client second(server);
  const auto refused = server.ask_get("/api/v1/events");
  CHECK(refused.status == 503);
  CHECK(refused.headers.contains("retry-after"));
  first.reset();
  wait_for_readers(server, 1);
  event_client third(server);
  tell(server, events::config_reloaded{});
  CHECK(third.next().name == "config_reloaded");
  CHECK(second.next().name == "config_reloaded");
}

TEST_CASE("readers do not count as connections") {
  auto options = options_of(20);
  options.max_connections = 3;
  running_server server(add_tests, options);
  std::vector<std::unique_ptr<event_client>> clients;
  for (int i = 0; i < 20; ++i) clients.push_back(std::make_unique<event_client>(server));
  CHECK(readers(server) == 20);
  tell(server, events::config_reloaded{});
  for (auto& client : clients) CHECK(client->next().name == "config_reloaded");
}

TEST_CASE("a reader to whom nothing is told gets comments") {
  running_server server(add_tests, options_of(2, 20ms));
  event_client client(server);
  CHECK(client.block() == ":");
  CHECK(client.block() == ":");
}

TEST_CASE("a reader that never reads is dropped, and nobody else notices") {
  running_server server(add_tests, options_of(10, 50ms));
  event_client reads(server, "?test=search");
  event_client never_reads(server, "", "", 4096);
  const auto long_cause = std::string(4000, 'x');
  SECTION("when the feed has forgotten what it has not been sent") {
    auto run = run_of("login", run_status::failed);
    run.cause.message = long_cause;
    for (int i = 0; i < 2500; ++i) tell(server, events::run_finished{run});
  }
  SECTION("when it has read nothing from one heartbeat to the next") {
    auto run = run_of("login", run_status::failed);
    run.cause.message = long_cause;
    for (int i = 0; i < 200; ++i) tell(server, events::run_finished{run});
  }
  wait_for_readers(server, 1);
  CHECK(server.get_json("/api/v1/status").at("events").at("dropped") == 1);
  tell(server, events::run_started{run_of("search")});
  // Where more was told than is kept, before its turn came, it hears of that first.
  auto heard = reads.next();
  for (int i = 0; i < 100 && heard.name == "missed"; ++i) heard = reads.next();
  CHECK(heard.name == "run_started");
}

TEST_CASE("a reader of one test hears of what lies far behind the events of others") {
  running_server server(add_tests);
  const event_client early(server);
  const auto id = early.opening.substr(early.opening.find("id: ") + 4);
  for (int i = 0; i < 3000; ++i) tell(server, events::run_started{run_of("login")});
  tell(server, events::run_started{run_of("search")});
  event_client late(server, "?test=search&after=" + id);
  CHECK(late.next().name == "run_started");
}

TEST_CASE("a reader that talks without end is dropped") {
  running_server server(add_tests);
  raw_client client(server.port);
  REQUIRE(client.send(get("/api/v1/events")));
  for (int i = 0; i < 100 && client.send(std::string(1024, 'x')); ++i) std::this_thread::yield();
  CHECK(client.closed());
}

TEST_CASE("readers are told the last events and closed when the server stops") {
  running_server server(add_tests);
  event_client client(server);
  server.on_loop([] {});  // what the client has got may be under way still for the server
  server.on_loop([&] {
    server.happenings.tell(events::run_finished{run_of("login", run_status::interrupted)});
    server.server->stop();
  });
  CHECK(client.next().name == "run_finished");
  CHECK(client.closed());
}
