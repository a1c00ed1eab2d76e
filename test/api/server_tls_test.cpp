// The server within TLS: good clients, bad ones, and certificates that change.
#include "canary/api/server_tls.hpp"

#include "api/running_server.hpp"
#include "api/tls_client.hpp"

#include "support/certificates.hpp"
#include "support/temporary_folder.hpp"

using namespace canary;
using namespace std::chrono_literals;
using testing::certificate;

namespace {

/// A certificate and its key in files.
struct identity_files {
  identity_files() { write("one.test"); }

  void write(const std::string& name, long until = 86400) {
    const certificate made({.name = name, .valid_from = -2 * 86400, .valid_until = until});
    folder.write("cert.pem", made.pem());
    folder.write("key.pem", made.key_pem());
    std::filesystem::permissions(files.key, std::filesystem::perms{0600});
  }

  testing::temporary_folder folder;
  api::tls_files files{folder.path() / "cert.pem", folder.path() / "key.pem"};
};

api::server_options strict() {
  api::server_options options;
  options.head_timeout = 300ms;
  options.idle_timeout = 300ms;
  options.max_headers = 4096;
  return options;
}

auto with(const identity_files& identity) {
  return [&identity](running_server& s) {
    s.tls.emplace(identity.files, *s.time, s.log, *s.counters);
    REQUIRE(s.tls->load().has_value());
  };
}

int ask(running_server& server, std::string_view target = "/healthz") {
  tls_client client(server.port);
  REQUIRE(client.connected());
  REQUIRE(client.send(get(target)));
  const auto answer = client.read();
  REQUIRE(answer);
  return answer->status;
}

std::string metrics_of(running_server& server) {
  std::string all;
  server.on_loop([&] { all = server.counters->exposition(); });
  return all;
}

}  // namespace

TEST_CASE("requests are answered within TLS, one after the other and two at once") {
  const identity_files identity;
  running_server server(with(identity));
  tls_client client(server.port);
  REQUIRE(client.connected());
  CHECK(client.version() == "TLSv1.3");
  CHECK(client.server_name() == "one.test");
  for (int i = 0; i < 3; ++i) {
    REQUIRE(client.send(get("/healthz")));
    CHECK(client.read()->body == "ok\n");
  }
  // Both in one record: the second is nowhere in the socket any more.
  REQUIRE(client.send(get("/healthz") + get("/readyz")));
  CHECK(client.read()->body == "ok\n");
  CHECK(client.read()->body == "ready\n");
  // A request of more than one record.
  REQUIRE(client.send("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "));
  const std::string body = R"({"query":"{ __typename }")" + std::string(40'000, ' ') + "}";
  REQUIRE(client.send(std::to_string(body.size()) + "\r\n\r\n"));
  REQUIRE(client.send(body));
  CHECK(client.read()->status == 200);
  REQUIRE(client.send(get("/healthz", "Connection: close\r\n")));
  CHECK(client.read()->status == 200);
  CHECK(client.closed());
}

TEST_CASE("TLS is 1.2 or later, and HTTP/1.1 within") {
  const identity_files identity;
  running_server server(with(identity));
  CHECK(tls_client(server.port, {.most = TLS1_2_VERSION}).version() == "TLSv1.2");
  CHECK(!tls_client(server.port, {.least = TLS1_VERSION, .most = TLS1_1_VERSION}).connected());
  CHECK(tls_client(server.port, {.protocols = "\x02h2\x08http/1.1"}).protocol() == "http/1.1");
  CHECK(tls_client(server.port, {.protocols = "\x02h2"}).protocol().empty());
  CHECK(metrics_of(server).find("canary_web_tls_handshake_failures_total 1\n") != std::string::npos);
}

TEST_CASE("plain HTTP where TLS is spoken is told so") {
  const identity_files identity;
  running_server server(with(identity));
  const auto told = server.ask_get("/api/v1/status");
  CHECK(told.status == 400);
  CHECK(told.headers.at("content-type") == "text/plain; charset=utf-8");
  CHECK(told.body == "This port speaks TLS: write https:// and not http://.\n");
  raw_client posting(server.port);
  REQUIRE(posting.send("POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" +
                       std::string(100'000, 'x')));
  CHECK(posting.read()->status == 400);
  CHECK(posting.closed());
}

TEST_CASE("clients that are no good at TLS are closed, and others are served") {
  using namespace std::string_literals;
  const identity_files identity;
  running_server server(with(identity), strict());
  const struct {
    const char* name;
    std::string bytes;
  } rows[] = {
      {"nothing at all", ""},
      {"a NUL", "\0"s},
      {"a record without its rest", "\x16\x03\x01"s},
      {"a record of another type", "\x17\x03\x03\x00\x05hello"s},
      {"a hello that is none", "\x16\x03\x01\x00\x05hello"s},
      {"a record that is too long", "\x16\x03\x01\xff\xff"s + std::string(70'000, 'x')},
      {"a hello that promises 16 MB", "\x16\x03\x01\x00\x04\x01\xff\xff\xff"s},
      {"an alert", "\x15\x03\x01\x00\x02\x02\x28"s},
      {"SSL 2", "\x80\x2e\x01\x00\x02"s + std::string(41, 'x')},
      {"noise", std::string(5000, '\xfe')},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    raw_client client(server.port);
    client.send(row.bytes);
    CHECK(ask(server) == 200);
    CHECK(client.closed());
  }
  {
    raw_client gone(server.port);
    REQUIRE(gone.send("\x16\x03\x01\x00\x80"s));
  }
  CHECK(ask(server) == 200);
}

TEST_CASE("what is hostile in plain HTTP is so within TLS") {
  const identity_files identity;
  running_server server(with(identity), strict());
  const struct {
    std::string bytes;
    int status;
  } rows[] = {
      {"garbage\r\n\r\n", 400},
      {get("/", "X: " + std::string(5000, 'x') + "\r\n"), 431},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
      {"GET / HTTP/1.1\r\nHost: local", 408},
  };
  for (const auto& row : rows) {
    CAPTURE(row.bytes.substr(0, 60));
    tls_client client(server.port);
    REQUIRE(client.send(row.bytes));
    const auto answer = client.read();
    REQUIRE(answer);
    CHECK(answer->status == row.status);
    CHECK(client.closed());
  }
  tls_client idle(server.port);
  CHECK(idle.closed());
  tls_client cut(server.port);
  REQUIRE(cut.send("GET / HTTP/1.1\r\n"));
  cut.cut();
  CHECK(ask(server) == 200);
}

TEST_CASE("a stopped server ends what waits within TLS, and a full one closes who comes") {
  const identity_files identity;
  auto options = strict();
  options.idle_timeout = 60s;
  options.max_connections = 1;
  running_server server(with(identity), options);
  tls_client first(server.port);
  REQUIRE(first.send(get("/healthz")));
  REQUIRE(first.read());
  CHECK(ask(server) == 200);  // the idle one made room
  CHECK(first.closed());
  tls_client waits(server.port);
  REQUIRE(waits.send(get("/healthz")));
  REQUIRE(waits.read());
  server.on_loop([&] { server.server->stop(); });
  CHECK(waits.closed());
}

TEST_CASE("events are told within TLS") {
  const identity_files identity;
  running_server server(with(identity));
  tls_client reader(server.port);
  REQUIRE(reader.send(get("/api/v1/events")));
  const auto wait_for = [&](std::string_view text) {
    while (reader.received().find(text) == std::string::npos) REQUIRE(reader.receive());
  };
  wait_for("retry:");
  for (int i = 0; i < 100; ++i) {
    server.on_loop([&] { server.happenings.tell(events::config_reloaded{false, "error " + std::to_string(i), 1}); });
  }
  wait_for("error 99");
  reader.cut();
  while (metrics_of(server).find("canary_api_event_readers 0\n") == std::string::npos) std::this_thread::yield();
}

TEST_CASE("within TLS a session's cookie is for TLS alone, and its own page is https") {
  const identity_files identity;
  running_server server([&](running_server& s) {
    with(identity)(s);
    s.access.use({{"ci", api::permission::write, api::sha256("secret")}});
  });
  const auto post = [&](std::string_view origin) {
    tls_client client(server.port);
    REQUIRE(
        client.send("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    "Content-Length: 18\r\nOrigin: " +
                    std::string(origin) + "\r\n\r\n{\"token\":\"secret\"}"));
    const auto answer = client.read();
    REQUIRE(answer);
    return *answer;
  };
  CHECK(post("https://localhost").headers.at("set-cookie").ends_with("; Secure"));
  CHECK(post("http://localhost").status == 403);
}

TEST_CASE("a certificate that changes is for the next connection, and a bad one leaves the one before") {
  identity_files identity;
  running_server server(with(identity));
  tls_client before(server.port);
  const auto load = [&] {
    result<void> loaded;
    server.on_loop([&] { loaded = server.tls->load(); });
    return loaded;
  };
  identity.write("two.test");
  CHECK(load().has_value());
  CHECK(tls_client(server.port).server_name() == "two.test");
  REQUIRE(before.send(get("/healthz")));
  CHECK(before.read()->status == 200);
  CHECK(metrics_of(server).find("canary_web_certificate_last_load_successful 1\n") != std::string::npos);
  identity.folder.write("key.pem", "no key");
  CHECK(load().error().message.starts_with(identity.files.key.string() + " holds no private key"));
  CHECK(tls_client(server.port).server_name() == "two.test");
  CHECK(metrics_of(server).find("canary_web_certificate_last_load_successful 0\n") != std::string::npos);
}

TEST_CASE("what is no certificate, or not its key, is told of") {
  identity_files identity;
  const auto message = [&] { return api::read_identity(identity.files).error().message; };
  const auto cert = identity.files.certificate.string(), key = identity.files.key.string();
  CHECK(api::read_identity(identity.files).has_value());
  const certificate other({.name = "other.test"});
  identity.folder.write("key.pem", other.key_pem());
  CHECK(message().starts_with(key + " is not the key of " + cert));
  identity.folder.write("key.pem",
                        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
  CHECK(message().starts_with(key + " holds no private key as PEM, or an encrypted one"));
  identity.folder.write("cert.pem", "nothing");
  CHECK(message().starts_with(cert + " holds no certificates as PEM"));
  std::filesystem::remove(identity.files.certificate);
  CHECK(message() == "there is no file " + cert);
  std::filesystem::create_directory(identity.files.certificate);
  CHECK(message() == cert + " is no regular file");
}

TEST_CASE("the files are looked at once a minute, and read where they have changed") {
  identity_files identity;
  virtual_clock time;
  std::vector<std::string> lines;
  const logger log(time, [&](std::string line) { lines.push_back(std::move(line)); });
  const auto counters = metrics::create_metrics("1", "a", time.wall());
  api::server_tls tls(identity.files, time, log, *counters);
  REQUIRE(tls.load().has_value());
  tls.watch();
  const auto* const first = &tls.context();
  time.advance(1h);
  CHECK(&tls.context() == first);
  CHECK(lines.empty());
  auto later = [n = 0](const auto& file) mutable {
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() + std::chrono::seconds(++n));
  };
  identity.write("two.test");
  later(identity.files.key);
  time.advance(59s);
  CHECK(&tls.context() == first);
  time.advance(1s);
  const auto* const second = &tls.context();
  CHECK(second != first);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("was read again") != std::string::npos);
  identity.folder.write("cert.pem", "nothing");
  later(identity.files.certificate);
  time.advance(10min);
  CHECK(&tls.context() == second);
  REQUIRE(lines.size() == 2);  // once, and not each minute
  CHECK(lines[1].find("the one before stays") != std::string::npos);
}

TEST_CASE("a certificate that has ended is warned of once") {
  identity_files identity;
  identity.write("old.test", -86400);
  boost::asio::io_context loop;
  const auto time = create_real_clock(loop.get_executor());
  std::vector<std::string> lines;
  const logger log(*time, [&](std::string line) { lines.push_back(std::move(line)); });
  const auto counters = metrics::create_metrics("1", "a", time->wall());
  api::server_tls tls(identity.files, *time, log, *counters);
  REQUIRE(tls.load().has_value());
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("the server's certificate has ended") != std::string::npos);
}
