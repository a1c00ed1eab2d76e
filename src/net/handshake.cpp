#include "canary/net/handshake.hpp"

#include "canary/core/time.hpp"
#include "canary/net/certificate.hpp"
#include "canary/net/stapled_response.hpp"
#include "net/handshake_words.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace canary::net {
namespace {

using boost::system::error_code;

void read_chain(const STACK_OF(X509) * certificates, std::vector<tls_certificate>& chain) {
  const int count = std::min(sk_X509_num(certificates), static_cast<int>(longest_chain));
  for (int i = 0; i < count; ++i) chain.push_back(read_certificate(sk_X509_value(certificates, i)));
}

void use(SSL* session, const tls_material& material) {
  if (material.trusted) SSL_set1_verify_cert_store(session, material.trusted.get());
  if (material.min_version < TLS1_2_VERSION) {
    // What older versions sign with is below OpenSSL's default level.
    SSL_set_security_level(session, 0);
  }
  SSL_set_min_proto_version(session, material.min_version);
  if (!material.key) return;
  SSL_use_certificate(session, material.certificates.front().get());
  for (std::size_t i = 1; i < material.certificates.size(); ++i) {
    SSL_add1_chain_cert(session, material.certificates[i].get());
  }
  SSL_use_PrivateKey(session, material.key.get());
}

}  // namespace

handshake::handshake(tls_stream& stream, handshake_wish wish) : stream_(stream), wish_(std::move(wish)) {
  SSL* session = stream.native_handle();
  const std::string host = verified_host();
  X509_VERIFY_PARAM* checks = SSL_get0_param(session);
  X509_VERIFY_PARAM_set_hostflags(checks, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  error_code not_an_address;
  boost::asio::ip::make_address(host, not_an_address);
  if (not_an_address) {
    SSL_set_tlsext_host_name(session, host.c_str());  // names only (RFC 6066, 3)
    X509_VERIFY_PARAM_set1_host(checks, host.c_str(), host.size());
  } else {
    X509_VERIFY_PARAM_set1_ip_asc(checks, host.c_str());
  }
  use(session, *wish_.material);
  static constexpr unsigned char protocols[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  if (wish_.http) SSL_set_alpn_protos(session, protocols, sizeof protocols);
  SSL_set_tlsext_status_type(session, TLSEXT_STATUSTYPE_ocsp);
  SSL_set_cert_cb(
      session,
      [](SSL*, void* self) {
        static_cast<handshake*>(self)->certificate_wanted_ = true;
        return 1;
      },
      this);
  stream.set_verify_mode(boost::asio::ssl::verify_peer);
  stream.set_verify_callback(
      [this](bool good, boost::asio::ssl::verify_context& context) { return verify(good, context.native_handle()); });
}

std::string handshake::verified_host() const {
  std::string host = wish_.material->server_name.empty() ? wish_.host : wish_.material->server_name;
  if (host.ends_with('.')) host.pop_back();
  return host;
}

bool handshake::verify(bool good, X509_STORE_CTX* checked) {
  if (good) return true;
  if (!verdict_) {
    verdict_ = describe_refusal(checked, verified_host());
    read_chain(X509_STORE_CTX_get0_untrusted(checked), seen_.chain);
  }
  return wish_.material->insecure;
}

std::optional<failure> handshake::finish() {
  done_ = true;
  const auto stapled = read_stapled_response(stream_.native_handle());
  ocsp_ = stapled.status;
  auto refused = describe_stapled(stapled, SSL_get0_peer_certificate(stream_.native_handle()));
  if (!verdict_) verdict_ = refused;
  if (wish_.material->insecure) return std::nullopt;
  return refused;
}

std::shared_ptr<const tls_facts> handshake::facts() const {
  SSL* session = stream_.native_handle();
  auto known = std::make_shared<tls_facts>(seen_);
  if (known->chain.empty()) read_chain(SSL_get_peer_cert_chain(session), known->chain);
  if (known->chain.empty()) return nullptr;
  const bool v6 = wish_.host.find(':') != wish_.host.npos;
  known->host = v6 ? "[" + wish_.host + "]" : wish_.host;
  if (wish_.port != 443) known->host += ":" + std::to_string(wish_.port);
  if (!done_) return known;
  known->version = SSL_get_version(session);
  known->cipher = SSL_get_cipher_name(session);
  const unsigned char* protocol = nullptr;
  unsigned size = 0;
  SSL_get0_alpn_selected(session, &protocol, &size);
  if (protocol != nullptr) known->alpn.assign(reinterpret_cast<const char*>(protocol), size);
  known->ocsp = ocsp_;
  return known;
}

failure handshake::describe(const error_code& error) const {
  if (verdict_ && !wish_.material->insecure) return *verdict_;
  const auto broken = [this](const std::string& how) {
    return failure{failure_class::tls,
                   "the server " + how + (done_ ? "" : " during the TLS handshake") +
                       (certificate_wanted_ && !wish_.material->key ? ", after it asked for a client certificate" : ""),
                   failure_code::tls_broken_off};
  };
  if (error == boost::asio::error::eof || error == boost::asio::ssl::error::stream_truncated) {
    return broken("closed the connection");
  }
  if (error == boost::asio::error::connection_reset || error == boost::asio::error::broken_pipe) {
    return broken("reset the connection");
  }
  if (error.category() != boost::asio::error::get_ssl_category()) {
    return {failure_class::tls, "TLS handshake failed: " + error.message()};
  }
  return describe_alert(static_cast<unsigned long>(error.value()), {.host = verified_host(),
                                                                    .min_version = wish_.material->min_version,
                                                                    .certificate_wanted = certificate_wanted_,
                                                                    .certificate_given = wish_.material->key != nullptr,
                                                                    .done = done_});
}

}  // namespace canary::net
