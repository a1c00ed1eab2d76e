// What a script may say about TLS.

#include "canary/net/tls_options.hpp"

#include "net/network.hpp"
#include "support/certificates.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true});
  return made;
}

const certificate& server_certificate() {
  static const certificate made({.name = "server", .alternatives = "DNS:localhost,IP:127.0.0.1"}, &authority());
  return made;
}

net::http_result get(network& n, const std::string& url, const net::tls_options& tls) {
  return n.fetch({.url = url, .tls = tls});
}

std::string cause_of(const net::http_result& result, const std::string& url) {
  const std::string prefix = "GET " + url + " failed: ";
  const auto why = failure_of(result);
  REQUIRE(why.message.find(prefix) == 0);
  return why.message.substr(prefix.size());
}

}  // namespace

TEST_CASE("an insecure request takes any certificate, and the next one does not") {
  const certificate other({.name = "Other Authority", .authority = true});
  const certificate shown[] = {certificate({.name = "own"}),
                               certificate({.name = "x", .valid_until = -3600}, &authority()),
                               certificate({.name = "x", .alternatives = "DNS:a.test"}, &other)};
  for (const auto& one : shown) {
    auto context = one.server_context();
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const auto result = get(n, server.url(), {.insecure = true});
    REQUIRE(result.response.has_value());
    CHECK(result.exchanges[0].tls->chain.size() == 1);
    CHECK(failure_of(n.get(server.url())).kind == failure_class::tls);
    CHECK(server.connections() == 2);
  }
}

TEST_CASE("given authorities are trusted instead of the system's") {
  auto context = server_certificate().server_context();
  const certificate other({.name = "Other Authority", .authority = true});
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  CHECK(get(n, server.url(), {.ca = other.pem() + authority().pem()}).response.has_value());
  CHECK(get(n, server.url(), {.ca = server_certificate().pem()}).response.has_value());
  const auto refused = get(n, server.url(), {.ca = other.pem()});
  CHECK(cause_of(refused, server.url()) ==
        "certificate 'server' was issued by 'Test Authority', which is not trusted (or an intermediate certificate is "
        "missing)");
  CHECK(failure_of(refused).code == failure_code::unknown_authority);
}

TEST_CASE("connections are not shared by requests whose TLS options differ") {
  auto context = server_certificate().server_context();
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  const net::tls_options trusting{.ca = authority().pem()};
  CHECK_FALSE(get(n, server.url(), trusting).exchanges[0].reused);
  CHECK(get(n, server.url(), trusting).exchanges[0].reused);
  auto other = trusting;
  other.min_version = "1.3";
  CHECK_FALSE(get(n, server.url(), other).exchanges[0].reused);
  CHECK_FALSE(get(n, server.url(), {.insecure = true}).exchanges[0].reused);
  CHECK(get(n, server.url(), other).exchanges[0].reused);
}

TEST_CASE("another name can be asked for and verified") {
  const certificate named({.name = "x", .alternatives = "DNS:shop.example"}, &authority());
  auto context = named.server_context();
  std::vector<std::string> asked;
  note_names(context, asked);
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  CHECK(get(n, server.url(), {.ca = authority().pem(), .server_name = "shop.example"}).response.has_value());
  const auto refused = get(n, server.url(), {.ca = authority().pem(), .server_name = "other.example"});
  CHECK(cause_of(refused, server.url()) == "certificate is not for host 'other.example' but for shop.example");
  CHECK(failure_of(refused).code == failure_code::wrong_host);
  CHECK(asked == std::vector<std::string>{"shop.example", "other.example"});
}

TEST_CASE("a server that is too old is told from one that is accepted") {
  struct row {
    int server_most;
    std::string least, spoken, cause;
  };
  const std::string alert = " (protocol version)";
  for (const auto& row : {
           row{TLS1_3_VERSION, "", "TLSv1.3", ""},
           row{TLS1_2_VERSION, "", "TLSv1.2", ""},
           row{TLS1_1_VERSION, "", "", "which are 1.2 and 1.3"},
           row{TLS1_1_VERSION, "1.0", "TLSv1.1", ""},
           row{TLS1_VERSION, "1.0", "TLSv1", ""},
           row{TLS1_VERSION, "1.1", "", "which are 1.1 to 1.3"},
           row{TLS1_2_VERSION, "1.3", "", "which is 1.3 alone"},
       }) {
    CAPTURE(row.server_most, row.least);
    auto context = server_certificate().server_context();
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.native_handle(), row.server_most);
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const auto result = get(n, server.url(), {.ca = authority().pem(), .min_version = row.least});
    if (row.cause.empty()) {
      REQUIRE(result.response.has_value());
      CHECK(result.response->tls->version == row.spoken);
    } else {
      CHECK(cause_of(result, server.url()) ==
            "the server speaks no TLS version that is accepted, " + row.cause + alert);
      CHECK(failure_of(result).code == failure_code::tls_version);
    }
  }
}

TEST_CASE("a client shows its certificate, and a server that wants another or none at all is understood") {
  const certificate other({.name = "Other Authority", .authority = true});
  const certificate client({.name = "client"}, &authority());
  const certificate stranger({.name = "stranger"}, &other);
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    CAPTURE(version);
    auto context = server_certificate().server_context();
    SSL_CTX_set_max_proto_version(context.native_handle(), version);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context.native_handle()), authority().get());
    context.set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const net::tls_options none{.ca = authority().pem()};

    const auto without = get(n, server.url(), none);
    CHECK(cause_of(without, server.url()) ==
          (version == TLS1_3_VERSION
               ? "the server requires a client certificate, and none was given (certificate required)"
               : "the server requires a client certificate, and none was given (handshake failure)"));
    CHECK(failure_of(without).code == failure_code::client_certificate_required);

    auto wrong = none;
    wrong.cert = stranger.pem();
    wrong.key = stranger.key_pem();
    const auto refused = get(n, server.url(), wrong);
    CHECK(cause_of(refused, server.url()) == "the server refused the client certificate: unknown ca");
    CHECK(failure_of(refused).code == failure_code::client_certificate_refused);

    auto right = none;
    right.cert = client.pem() + authority().pem();
    right.key = client.key_pem();
    CHECK(get(n, server.url(), right).response.has_value());
  }
}

TEST_CASE("a client certificate does not go on to another host") {
  const certificate client({.name = "client"}, &authority());
  const certificate servers({.name = "server", .alternatives = "DNS:localhost,IP:127.0.0.1"}, &authority());
  auto context = servers.server_context();
  X509_STORE_add_cert(SSL_CTX_get_cert_store(context.native_handle()), authority().get());
  context.set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
  network n;
  scripted_server second(n.loop.get_executor(), answering(ok("x")), &context);
  const std::string at_second = std::to_string(second.port());
  scripted_server first(
      n.loop.get_executor(),
      [&](scripted_connection& c) {
        const bool away = c.read_request().starts_with("GET /away ");
        c.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: https://" +
               std::string(away ? "127.0.0.1" : "localhost") + ":" + at_second + "/\r\n\r\n");
      },
      &context);
  const net::tls_options with{.ca = authority().pem(), .cert = client.pem(), .key = client.key_pem()};
  const std::string at_first = "https://localhost:" + std::to_string(first.port());
  CHECK(get(n, at_first + "/stay", with).response.has_value());
  CHECK(failure_of(get(n, at_first + "/away", with)).code == failure_code::client_certificate_required);
}

TEST_CASE("options that cannot be are refused before anybody is asked") {
  const certificate client({.name = "client"}, &authority());
  const certificate other({.name = "other"});
  struct row {
    net::tls_options options;
    std::string message;
  };
  const std::string no_certificate = " must be certificates in PEM form ('-----BEGIN CERTIFICATE-----…')";
  std::string damaged = client.pem();
  damaged[damaged.size() / 2] = '!';
  const row rows[] = {
      {{.ca = "x"}, "tls.ca" + no_certificate},
      {{.ca = client.pem() + damaged}, "tls.ca" + no_certificate},
      {{.ca = std::string(70'000, 'x')}, "tls.ca is longer than 64 KiB"},
      {{.cert = "/etc/passwd", .key = "x"}, "tls.cert" + no_certificate},
      {{.cert = client.pem()}, "tls.cert needs tls.key beside it"},
      {{.key = client.key_pem()}, "tls.key needs tls.cert beside it"},
      {{.cert = client.pem(), .key = client.pem()}, "tls.key must be a private key in PEM form, and not encrypted"},
      {{.cert = client.pem(), .key = other.key_pem()}, "tls.key is not the key of the first certificate in tls.cert"},
      {{.min_version = "1.4"}, "tls.min_version must be '1.0', '1.1', '1.2' or '1.3', not '1.4'"},
      {{.min_version = "1\n\x1b"}, "tls.min_version must be '1.0', '1.1', '1.2' or '1.3', not '1?\?'"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.message);
    network n;
    const auto result = get(n, "https://127.0.0.1:1/", row.options);
    CHECK(failure_of(result) == failure{failure_class::script, row.message});
    CHECK(result.exchanges.empty());
  }
}

TEST_CASE("options are read once, as long as they are used") {
  net::tls_material_cache cache;
  const auto first = cache.load({.ca = authority().pem()}).value();
  CHECK(cache.load({.ca = authority().pem()}).value() == first);
  for (std::size_t i = 0; i + 1 < net::tls_material_cache::capacity; ++i) {
    REQUIRE(cache.load({.server_name = std::to_string(i)}).has_value());
  }
  CHECK(cache.load({.ca = authority().pem()}).value() == first);
  for (std::size_t i = 0; i < net::tls_material_cache::capacity; ++i) {
    REQUIRE(cache.load({.server_name = "x" + std::to_string(i)}).has_value());
  }
  CHECK(cache.load({.ca = authority().pem()}).value() != first);
}
