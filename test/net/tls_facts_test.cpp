// What is told of a handshake, and of the certificates in it.

#include "canary/net/certificate.hpp"
#include "canary/net/stapled_response.hpp"

#include "net/network.hpp"
#include "support/certificates.hpp"

#include <openssl/evp.h>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true, .valid_until = 400'000});
  return made;
}

std::string digest_of(X509* one) {
  std::array<unsigned char, 32> bytes{};
  unsigned size = 0;
  X509_digest(one, EVP_sha256(), bytes.data(), &size);
  std::string text;
  char digits[3];
  for (const auto byte : bytes) text.append(digits, std::snprintf(digits, sizeof digits, "%02x", byte));
  return text;
}

}  // namespace

TEST_CASE("what was agreed, and with whom, stands with the response and its exchange") {
  const certificate between({.name = "Between", .authority = true}, &authority());
  const certificate mine({.name = "shop", .alternatives = "DNS:localhost,DNS:*.shop.test,IP:127.0.0.1,IP:::1"},
                         &between);
  auto context = mine.server_context();
  SSL_CTX_add1_chain_cert(context.native_handle(), between.get());
  SSL_CTX_set_alpn_select_cb(
      context.native_handle(),
      +[](SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered, unsigned, void*) {
        *chosen = offered + 1;
        *size = offered[0];
        return SSL_TLSEXT_ERR_OK;
      },
      nullptr);
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  const net::http_request request{.url = server.url(), .tls = {.ca = authority().pem()}};
  const auto result = n.fetch(request);
  REQUIRE(result.response.has_value());
  REQUIRE(result.response->tls);
  const tls_facts& facts = *result.response->tls;
  CHECK(result.exchanges[0].tls == result.response->tls);
  CHECK(facts.host == "127.0.0.1:" + std::to_string(server.port()));
  CHECK(facts.version == "TLSv1.3");
  CHECK(facts.cipher == "TLS_AES_256_GCM_SHA384");
  CHECK(facts.alpn == "http/1.1");
  CHECK(facts.ocsp == "none");
  REQUIRE(facts.chain.size() == 2);
  CHECK(facts.chain[0].subject == "CN=shop");
  CHECK(facts.chain[0].issuer == "CN=Between");
  CHECK(facts.chain[0].sans == std::vector<std::string>{"localhost", "*.shop.test", "127.0.0.1", "::1"});
  CHECK(facts.chain[0].sha256 == digest_of(mine.get()));
  CHECK(format_rfc3339(facts.chain[0].not_after) == mine.end());
  CHECK(facts.chain[0].not_after - facts.chain[0].not_before == 48h);
  CHECK(facts.chain[1].subject == "CN=Between");
  CHECK(facts.chain[1].issuer == "CN=Test Authority");
  CHECK(facts.chain[1].sans.empty());
  CHECK(facts.chain[0].serial != facts.chain[1].serial);
  CHECK(earliest_end(facts) == std::min(facts.chain[0].not_after, facts.chain[1].not_after));

  const auto again = n.fetch(request);
  CHECK(again.exchanges[0].reused);
  CHECK(again.exchanges[0].tls == result.exchanges[0].tls);
  scripted_server plain(n.loop.get_executor(), answering(ok("x")));
  CHECK(n.get(plain.url()).exchanges[0].tls == nullptr);
}

TEST_CASE("a certificate that is refused is told of nevertheless") {
  const certificate old({.name = "old", .alternatives = "IP:127.0.0.1", .valid_until = -3600}, &authority());
  auto context = old.server_context();
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  const auto result = n.fetch({.url = server.url(), .tls = {.ca = authority().pem()}});
  CHECK(failure_of(result).code == failure_code::expired);
  REQUIRE(result.exchanges[0].tls);
  REQUIRE(result.exchanges[0].tls->chain.size() == 1);
  CHECK(format_rfc3339(result.exchanges[0].tls->chain[0].not_after) == old.end());
  CHECK(result.exchanges[0].tls->version.empty());
}

TEST_CASE("a stapled response is believed where it is signed by the issuer, of this certificate, and of today") {
  const certificate other({.name = "Other Authority", .authority = true});
  const certificate mine({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority());
  const certificate another({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority());
  const int good = V_OCSP_CERTSTATUS_GOOD;
  struct row {
    std::string response, status;
  };
  const row rows[] = {
      {"", "none"},
      {authority().ocsp_response(mine, good), "good"},
      {authority().ocsp_response(mine, V_OCSP_CERTSTATUS_UNKNOWN), "unknown"},
      {authority().ocsp_response(mine, good, -3600), "invalid"},
      {authority().ocsp_response(another, good), "invalid"},
      {other.ocsp_response(mine, good), "invalid"},
      {other.ocsp_response(mine, V_OCSP_CERTSTATUS_REVOKED), "invalid"},
      {"garbage", "invalid"},
  };
  int number = 0;
  for (const auto& row : rows) {
    CAPTURE(++number);
    auto context = mine.server_context();
    if (!row.response.empty()) staple(context, row.response);
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const auto result = n.fetch({.url = server.url(), .tls = {.ca = authority().pem()}});
    REQUIRE(result.response.has_value());
    CHECK(result.response->tls->ocsp == row.status);
  }
}

TEST_CASE("a certificate whose stapled response has it revoked is refused, unless the request is insecure") {
  const certificate mine({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority());
  const std::string revoked = authority().ocsp_response(mine, V_OCSP_CERTSTATUS_REVOKED);
  auto context = mine.server_context();
  staple(context, revoked);
  network n;
  scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
  const auto result = n.fetch({.url = server.url(), .tls = {.ca = authority().pem()}});
  const auto why = failure_of(result);
  CHECK(why.kind == failure_class::tls);
  CHECK(why.code == failure_code::revoked);
  CHECK(why.message.find("GET " + server.url() + " failed: certificate 'shop' was revoked at 20") == 0);
  CHECK(why.message.find("Z (keyCompromise), says the OCSP response that the server stapled") != std::string::npos);
  CHECK(result.exchanges[0].bytes_sent == 0);
  CHECK(result.exchanges[0].tls->ocsp == "revoked");

  const auto insecure = n.fetch({.url = server.url(), .tls = {.insecure = true, .ca = authority().pem()}});
  REQUIRE(insecure.response.has_value());
  CHECK(insecure.response->tls->ocsp == "revoked");
}

TEST_CASE("a certificate that demands a stapled response is refused without one that is to be believed") {
  const certificate demanding({.name = "shop", .alternatives = "IP:127.0.0.1", .must_staple = true}, &authority());
  const certificate easy({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority());
  CHECK(net::demands_stapled_response(demanding.get()));
  CHECK_FALSE(net::demands_stapled_response(easy.get()));
  const std::string demand = "certificate 'shop' demands that the server staples an OCSP response, and ";
  struct row {
    std::string response, cause;
  };
  for (const auto& row :
       {row{"", demand + "it stapled none"}, row{"garbage", demand + "what it stapled is not to be believed"},
        row{authority().ocsp_response(demanding, V_OCSP_CERTSTATUS_UNKNOWN),
            demand + "what it stapled does not know the certificate"},
        row{authority().ocsp_response(demanding, V_OCSP_CERTSTATUS_GOOD), ""}}) {
    CAPTURE(row.cause);
    auto context = demanding.server_context();
    if (!row.response.empty()) staple(context, row.response);
    network n;
    scripted_server server(n.loop.get_executor(), answering(ok("x")), &context);
    const auto result = n.fetch({.url = server.url(), .tls = {.ca = authority().pem()}});
    CHECK(n.fetch({.url = server.url(), .tls = {.insecure = true, .ca = authority().pem()}}).response.has_value());
    REQUIRE(result.response.has_value() == row.cause.empty());
    if (row.cause.empty()) continue;
    CHECK(failure_of(result) == failure{failure_class::tls, "GET " + server.url() + " failed: " + row.cause});
    CHECK(failure_of(result).code == failure_code::staple_missing);
    CHECK(result.exchanges[0].bytes_sent == 0);
  }
}

TEST_CASE("dates beyond what can be kept are kept as the last that can") {
  const auto time_of = [](const char* text) {
    ASN1_TIME* made = ASN1_TIME_new();
    ASN1_TIME_set_string(made, text);
    const wall_time read = net::to_wall_time(made);
    ASN1_TIME_free(made);
    return format_rfc3339(read);
  };
  CHECK(time_of("20260102030405Z") == "2026-01-02T03:04:05Z");
  CHECK(time_of("99991231235959Z") == "2261-12-31T00:00:00Z");
  CHECK(time_of("00010101000000Z") == "1678-01-01T00:00:00Z");
}

TEST_CASE("what a certificate says of itself is bounded, and steers no terminal") {
  std::string many = "DNS:a.test";
  for (int i = 0; i < 500; ++i) many += ",DNS:" + std::to_string(i) + ".test";
  const certificate big({.name = "\x1b[31mred\nline", .alternatives = many});
  const auto read = net::read_certificate(big.get());
  CHECK(read.sans.size() == net::most_sans);
  CHECK(read.subject.find('\x1b') == std::string::npos);
  CHECK(read.subject.find('\n') == std::string::npos);
  CHECK(net::short_name(X509_get_subject_name(big.get())) == "?[31mred?line");
  CHECK(net::hosts_of(big.get(), 2) == "a.test, 0.test, …");

  // A name of the DNS may hold any byte, in whatever encoding.
  const certificate foreign({.name = "\xc2\x9b[31m", .alternatives = "DNS:b\xfc.test,DNS:b\xc3\xbc.test"});
  CHECK(net::read_certificate(foreign.get()).sans == std::vector<std::string>{"b?.test", "b\u00fc.test"});
  CHECK(net::read_certificate(foreign.get()).subject == "CN=?[31m");
}
