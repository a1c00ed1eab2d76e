#include "canary/net/handshake.hpp"

#include "net/codings.hpp"
#include "net/network.hpp"
#include "support/certificates.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true});
  return made;
}

}  // namespace

TEST_CASE("a trusted certificate for the host, by name or address, lets the request through") {
  const temporary_file trusted(authority().pem());
  const certificate mine({.name = "x", .alternatives = "DNS:localhost,IP:127.0.0.1"}, &authority());
  auto context = mine.server_context();
  network n;
  n.options.ca_file = trusted.path();
  scripted_server server(n.loop.get_executor(), answering(ok("secret")), &context);
  for (const std::string host : {"localhost", "127.0.0.1"}) {
    CAPTURE(host);
    for (const bool reused : {false, true}) {
      const auto result = n.get("https://" + host + ":" + std::to_string(server.port()) + "/");
      REQUIRE(result.response.has_value());
      CHECK(result.response->body == "secret");
      CHECK(result.exchanges[0].reused == reused);
      CHECK((result.exchanges[0].timings.tls_handshaking > 0) == !reused);
      CHECK(result.exchanges[0].bytes_received == ok("secret").size());
    }
  }
  CHECK(server.connections() == 2);
}

TEST_CASE("a certificate that is not to be trusted ends the request with class tls and the reason") {
  const temporary_file trusted(authority().pem());
  const certificate other_authority({.name = "Other Authority", .authority = true});
  const std::string good = "DNS:localhost";
  const certificate expired({.name = "old", .alternatives = good, .valid_until = -3600}, &authority());
  struct row {
    std::string name;
    certificate shown;
    std::string cause;
  };
  row rows[] = {
      {"expired", certificate({.name = "old", .alternatives = good, .valid_until = -3600}, &authority()),
       "certificate 'old' expired at "},
      {"from the future", certificate({.name = "new", .alternatives = good, .valid_from = 3600}, &authority()),
       "certificate 'new' is not valid before "},
      {"self-signed", certificate({.name = "own", .alternatives = good}),
       "certificate 'own' is self-signed and not trusted"},
      {"of another authority", certificate({.name = "leaf", .alternatives = good}, &other_authority),
       "certificate 'leaf' was issued by 'Other Authority', which is not trusted (or an intermediate certificate is "
       "missing)"},
      {"for another host",
       certificate({.name = "x", .alternatives = "DNS:a.test,DNS:*.b.test,IP:10.0.0.1"}, &authority()),
       "certificate is not for host 'localhost' but for a.test, *.b.test, 10.0.0.1"},
  };
  for (auto& row : rows) {
    CAPTURE(row.name);
    auto context = row.shown.server_context();
    network n;
    n.options.ca_file = trusted.path();
    scripted_server server(n.loop.get_executor(), answering(ok("secret")), &context);
    const std::string url = "https://localhost:" + std::to_string(server.port()) + "/";
    const auto result = n.get(url);
    const auto why = failure_of(result);
    CHECK(to_string(why.kind) == "tls");
    std::string expected = "GET " + url + " failed: " + row.cause;
    if (row.name == "expired") expected += row.shown.end();
    if (row.name == "from the future") {
      CHECK(why.message.find(expected) == 0);
    } else {
      CHECK(why.message == expected);
    }
    CHECK(result.exchanges.at(0).remote_port == server.port());
    CHECK(result.exchanges[0].bytes_sent == 0);
  }
}

TEST_CASE("an address has to be in the certificate as an address") {
  const temporary_file trusted(authority().pem());
  const certificate named({.name = "127.0.0.1", .alternatives = "DNS:127.0.0.1"}, &authority());
  auto context = named.server_context();
  network n;
  n.options.ca_file = trusted.path();
  scripted_server server(n.loop.get_executor(), answering(ok("secret")), &context);
  const auto why = failure_of(n.get(server.url()));
  CHECK(why.kind == failure_class::tls);
  CHECK(why.message == "GET " + server.url() +
                           " failed: certificate is not for host '127.0.0.1' but for 127.0.0.1 (as a DNS name, and an "
                           "address has to be an IP address entry)");
}

TEST_CASE("the server's name goes out with the handshake, and an address does not") {
  const certificate own({.name = "x"});
  auto context = own.server_context();
  std::vector<std::string> asked;
  note_names(context, asked);
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  failure_of(n.get("https://sub.localhost:" + std::to_string(server.port()) + "/"));
  failure_of(n.get(server.url()));
  REQUIRE(asked.size() == 2);
  CHECK(asked[0] == "sub.localhost");
  CHECK(asked[1].empty());
}

TEST_CASE("a body may end with a TLS connection that says no goodbye") {
  const temporary_file trusted(authority().pem());
  const certificate mine({.name = "x", .alternatives = "IP:127.0.0.1"}, &authority());
  auto context = mine.server_context();
  network n;
  n.options.ca_file = trusted.path();
  scripted_server server(
      n.loop.get_executor(),
      [](scripted_connection& c) {
        c.read_request();
        c.send("HTTP/1.1 200 OK\r\n\r\nto the end");
      },
      &context);
  const auto result = n.get(server.url());
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "to the end");
}

TEST_CASE("an https request goes through a proxy's tunnel, and verifies the server behind it") {
  const temporary_file trusted(authority().pem());
  const certificate mine({.name = "x", .alternatives = "DNS:a.test"}, &authority());
  auto context = mine.server_context();
  network n;
  std::string connect, request;
  // The proxy is its own origin server: after its yes, it speaks TLS on the same connection.
  scripted_server proxy(n.loop.get_executor(), [&](scripted_connection& c) {
    connect = c.read_request();
    c.send("HTTP/1.1 200 Go On\r\nX: y\r\n\r\n");
    if (!c.start_tls(context)) return;
    request = c.read_request();
    c.send(ok("tunnelled"));
  });
  n.options.ca_file = trusted.path();
  n.options.https_proxy = "http://me:pw@127.0.0.1:" + std::to_string(proxy.port());
  const auto result = n.get("https://a.test/x");
  REQUIRE(result.response.has_value());
  CHECK(result.response->body == "tunnelled");
  CHECK(connect ==
        "CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\nUser-Agent: canaryd\r\nProxy-Authorization: Basic "
        "bWU6cHc=\r\n\r\n");
  CHECK(request == "GET /x HTTP/1.1\r\nHost: a.test\r\nUser-Agent: canaryd\r\nAccept-Encoding: " CODINGS "\r\n\r\n");
  const auto& e = result.exchanges[0];
  CHECK(e.bytes_sent == connect.size() + request.size());
  const auto& t = e.timings;
  CHECK(sums_up(t));

  CHECK(failure_of(n.get("https://b.test/")) ==
        failure{failure_class::tls, "GET https://b.test/ failed: certificate is not for host 'b.test' but for a.test"});
}

TEST_CASE("a file of trusted certificates that cannot be read stops the composition") {
  network n;
  n.options.ca_file = "/nowhere/ca.pem";
  std::string message;
  try {
    n.session();
  } catch (const std::runtime_error& error) {
    message = error.what();
  }
  CHECK(message.find("trusted certificates cannot be read from '/nowhere/ca.pem': ") == 0);
}
