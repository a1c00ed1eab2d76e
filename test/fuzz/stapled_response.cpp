// Responses about revocation that a server staples: ours, which may lie about anything and be broken anywhere.

#include "canary/net/stapled_response.hpp"

#include "fuzz/fuzz.hpp"
#include "support/certificates.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <memory>
#include <vector>

namespace {

using canary::testing::certificate;
using session_ptr = std::unique_ptr<SSL, void (*)(SSL*)>;

// What is made once: an authority, a certificate of its, and the client's side of a handshake that showed it.
struct stage {
  stage() {
    auto of_server = leaf.server_context();
    SSL_CTX_add1_chain_cert(of_server.native_handle(), authority.get());
    boost::asio::ssl::context of_client(boost::asio::ssl::context::tls_client);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(of_client.native_handle()), authority.get());
    of_client.set_verify_mode(boost::asio::ssl::verify_peer);
    client.reset(SSL_new(of_client.native_handle()));
    server.reset(SSL_new(of_server.native_handle()));
    BIO *one = nullptr, *other = nullptr;
    MUST_HOLD(BIO_new_bio_pair(&one, 1u << 17, &other, 1u << 17) == 1);
    SSL_set_bio(client.get(), one, one);
    SSL_set_bio(server.get(), other, other);
    SSL_set_connect_state(client.get());
    SSL_set_accept_state(server.get());
    for (int i = 0; i < 10; ++i) SSL_do_handshake(client.get()), SSL_do_handshake(server.get());
    MUST_HOLD(SSL_is_init_finished(client.get()) == 1);
    // Signing takes long.
    for (const certificate* by : {&stranger, &authority}) {
      for (const int status : {V_OCSP_CERTSTATUS_GOOD, V_OCSP_CERTSTATUS_REVOKED, V_OCSP_CERTSTATUS_UNKNOWN}) {
        for (const long seconds : {86400L, -3600L}) responses.push_back(by->ocsp_response(leaf, status, seconds));
      }
    }
  }

  certificate authority{{.name = "Authority", .authority = true}};
  certificate leaf{{.name = "a.test", .alternatives = "DNS:a.test"}, &authority};
  certificate stranger{{.name = "Stranger"}};
  session_ptr client{nullptr, &SSL_free}, server{nullptr, &SSL_free};
  std::vector<std::string> responses;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const stage on;
  canary::fuzz::input in(data, size);
  std::string der;
  bool untouched = false;
  unsigned which = 0;
  if (in.flag()) {
    der = in.rest();
  } else {
    which = in.choice(11);
    der = on.responses.at(which);
    untouched = in.empty();
    // Where, and with what.
    while (!in.empty()) {
      const auto place = in.number(2) % der.size();
      der[place] = static_cast<char>(in.byte());
    }
  }
  auto* copy = static_cast<unsigned char*>(OPENSSL_malloc(der.size() + 1));
  std::copy(der.begin(), der.end(), copy);
  SSL_set_tlsext_status_ocsp_resp(on.client.get(), copy, static_cast<long>(der.size()));
  const auto read = canary::net::read_stapled_response(on.client.get());
  const std::string& s = read.status;
  MUST_HOLD(s == "none" || s == "good" || s == "revoked" || s == "unknown" || s == "invalid");
  MUST_HOLD(s != "none" || der.empty());
  MUST_HOLD(read.revoked_at.has_value() == (s == "revoked"));
  constexpr std::array expected{"good", "invalid", "revoked", "invalid", "unknown", "invalid"};
  if (untouched) MUST_HOLD(s == (which < 6 ? "invalid" : expected[which - 6]));
  MUST_HOLD(ERR_peek_error() == 0);
  return 0;
}
