// Servers whose certificate is not to be trusted, or who do not trust ours.

#include "net/misbehaviours.hpp"

namespace canary::testing {
namespace {

using tls_context = std::shared_ptr<asio::ssl::context>;

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true});
  return made;
}

const std::string here = "DNS:localhost,IP:127.0.0.1";

certificate signed_by_authority(certificate_wish wish) {
  if (wish.alternatives.empty()) wish.alternatives = here;
  return certificate(wish, &authority());
}

tls_context context_of(const certificate& shown, const std::vector<const certificate*>& between = {}) {
  auto context = std::make_shared<asio::ssl::context>(shown.server_context());
  for (const auto* one : between) SSL_CTX_add1_chain_cert(context->native_handle(), one->get());
  return context;
}

misbehaviour row(std::string name, tls_context context, int code, const std::string& cause) {
  return {.name = std::move(name),
          .script = says(ok("secret")),
          .kind = failure_class::tls,
          .error_code = code,
          .message = failed(cause),
          .tls = std::move(context),
          .request = {.tls = {.ca = authority().pem()}}};
}

tls_context wanting_certificates(int version) {
  auto context = context_of(signed_by_authority({.name = "server"}));
  SSL_CTX_set_max_proto_version(context->native_handle(), version);
  X509_STORE_add_cert(SSL_CTX_get_cert_store(context->native_handle()), authority().get());
  context->set_verify_mode(asio::ssl::verify_peer | asio::ssl::verify_fail_if_no_peer_cert);
  return context;
}

misbehaviour with_client_certificate(misbehaviour of, const certificate& shown) {
  of.request.tls.cert = shown.pem();
  of.request.tls.key = shown.key_pem();
  return of;
}

tls_context of_versions(int most) {
  auto context = context_of(signed_by_authority({.name = "server"}));
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context->native_handle(), most);
  return context;
}

// A group for Diffie-Hellman of 1024 bits (RFC 2409, 6.2), which is too short by now.
tls_context with_short_dh() {
  auto context = context_of(signed_by_authority({.name = "server", .weak_rsa_bits = 2048}));
  SSL_CTX* native = context->native_handle();
  SSL_CTX_set_max_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(native, "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0");
  const std::unique_ptr<BIGNUM, void (*)(BIGNUM*)> prime(BN_get_rfc2409_prime_1024(nullptr), &BN_free);
  std::vector<unsigned char> p(static_cast<std::size_t>(BN_num_bytes(prime.get())));
  BN_bn2nativepad(prime.get(), p.data(), static_cast<int>(p.size()));
  unsigned char generator = 2;
  OSSL_PARAM group[] = {OSSL_PARAM_construct_BN("p", p.data(), p.size()), OSSL_PARAM_construct_BN("g", &generator, 1),
                        OSSL_PARAM_construct_end()};
  const std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX*)> maker(EVP_PKEY_CTX_new_from_name(nullptr, "DH", nullptr),
                                                                     &EVP_PKEY_CTX_free);
  EVP_PKEY* parameters = nullptr;
  EVP_PKEY_fromdata_init(maker.get());
  EVP_PKEY_fromdata(maker.get(), &parameters, EVP_PKEY_KEY_PARAMETERS, group);
  SSL_CTX_set0_tmp_dh_pkey(native, parameters);
  return context;
}

tls_context stapling(int status) {
  const certificate shown = signed_by_authority({.name = "server"});
  auto context = context_of(shown);
  // The response lives as long as the context that staples it.
  auto response = std::make_shared<std::string>(authority().ocsp_response(shown, status, 3600, "20200131235959Z"));
  staple(*context, *response);
  return {context.get(), [context, response](auto*) {}};
}

// More than a client has to keep: certificates of 120 KB.
tls_context with_a_long_chain() {
  static const certificate big({.name = "big", .alternatives = "DNS:" + std::string(10'000, 'x'), .authority = true},
                               &authority());
  return context_of(signed_by_authority({.name = "server"}), std::vector<const certificate*>(12, &big));
}

tls_context choosing(const char* protocol) {
  auto context = context_of(signed_by_authority({.name = "server"}));
  SSL_CTX_set_alpn_select_cb(
      context->native_handle(),
      +[](SSL*, const unsigned char** out, unsigned char* size, const unsigned char*, unsigned, void* chosen) {
        *out = static_cast<const unsigned char*>(chosen);
        *size = 2;
        return SSL_TLSEXT_ERR_OK;
      },
      const_cast<char*>(protocol));
  return context;
}

}  // namespace

std::vector<misbehaviour> certificate_misbehaviours() {
  static const certificate other({.name = "Other Authority", .authority = true});
  static const certificate between({.name = "Between", .authority = true}, &authority());
  static const certificate old_between({.name = "Between", .authority = true, .until = "20200131235959Z"},
                                       &authority());
  static const certificate no_authority({.name = "no authority", .alternatives = "DNS:x"}, &authority());
  static const certificate same_name({.name = "Test Authority", .authority = true});
  const auto by = [](const certificate& issuer) {
    return certificate({.name = "server", .alternatives = here}, &issuer);
  };
  const std::string missing = ", which is not trusted (or an intermediate certificate is missing)";
  const std::string versions = "the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (";
  return {
      row("shows an expired certificate", context_of(signed_by_authority({.name = "old", .until = "20200131235959Z"})),
          1312, "certificate 'old' expired at 2020-01-31T23:59:59Z"),
      row("shows a certificate of the future",
          context_of(signed_by_authority({.name = "new", .from = "20990131235959Z", .until = "20991231235959Z"})), 1313,
          "certificate 'new' is not valid before 2099-01-31T23:59:59Z"),
      row("shows a self-signed certificate", context_of(certificate({.name = "own", .alternatives = here})), 1314,
          "certificate 'own' is self-signed and not trusted"),
      row("shows a certificate of another authority", context_of(by(other)), 1310,
          "certificate 'server' was issued by 'Other Authority'" + missing),
      row("shows a certificate of another authority, and that one", context_of(by(other), {&other}), 1310,
          "certificate chain ends at 'Other Authority', which is not trusted"),
      row("leaves out an intermediate certificate", context_of(by(between)), 1310,
          "certificate 'server' was issued by 'Between'" + missing),
      row("shows an expired intermediate certificate", context_of(by(old_between), {&old_between}), 1312,
          "certificate 'Between' expired at 2020-01-31T23:59:59Z"),
      row("shows a chain by way of no authority", context_of(by(no_authority), {&no_authority}), 1317,
          "certificate 'no authority' signed another one, and is no authority's"),
      row("shows a certificate with a forged signature",
          context_of(signed_by_authority({.name = "forged", .forged = true})), 1317,
          "certificate 'forged' has a signature that is not its issuer's"),
      row("shows a certificate of a namesake of the authority", context_of(by(same_name)), 1317,
          "certificate 'server' has a signature that is not its issuer's"),
      row("shows a certificate for other hosts",
          context_of(signed_by_authority({.name = "x", .alternatives = "DNS:a.test,DNS:*.b.test,IP:10.0.0.1"})), 1311,
          "certificate is not for host '127.0.0.1' but for a.test, *.b.test, 10.0.0.1"),
      row("shows its address as a name",
          context_of(signed_by_authority({.name = "x", .alternatives = "DNS:127.0.0.1"})), 1311,
          "certificate is not for host '127.0.0.1' but for 127.0.0.1 (as a DNS name, and an address has to be an IP "
          "address entry)"),
      row("shows a certificate for no host", context_of(certificate({.name = "nobody"}, &authority())), 1311,
          "certificate is not for host '127.0.0.1' but for nobody"),
      row("shows a certificate for clients", context_of(signed_by_authority({.name = "client", .usage = "clientAuth"})),
          1317, "certificate 'client' is not meant for servers"),
      row("shows a certificate with an RSA key of 1024 bits",
          context_of(signed_by_authority({.name = "short", .weak_rsa_bits = 1024})), 1316,
          "certificate 'short' has a key that is too short to be safe"),
      row("shows a certificate signed with SHA-1", context_of(signed_by_authority({.name = "old", .sha1 = true})), 1316,
          "certificate 'old' is signed with an algorithm that is too weak to be safe"),
      row("shows a certificate that was revoked", stapling(V_OCSP_CERTSTATUS_REVOKED), 1315,
          "certificate 'server' was revoked at 2020-01-31T23:59:59Z (keyCompromise), says the OCSP response that the "
          "server stapled"),
      row("shows certificates of 120 KB", with_a_long_chain(), 1300, "TLS handshake failed: excessive message size"),
      row("agrees on a key by way of 1024 bits", with_short_dh(), 1316,
          "the server's key is too weak to be safe (dh key too small)"),
      row("speaks TLS 1.0 at most", of_versions(TLS1_VERSION), 1302, versions + "protocol version)"),
      row("speaks TLS 1.1 at most", of_versions(TLS1_1_VERSION), 1302, versions + "protocol version)"),
      row("chooses a protocol that was not offered", choosing("h2"), 1300, "TLS handshake failed: bad extension"),
      row("wants a client certificate, by TLS 1.3", wanting_certificates(TLS1_3_VERSION), 1305,
          "the server requires a client certificate, and none was given (certificate required)"),
      row("wants a client certificate, by TLS 1.2", wanting_certificates(TLS1_2_VERSION), 1305,
          "the server requires a client certificate, and none was given (handshake failure)"),
      with_client_certificate(row("wants another client certificate", wanting_certificates(TLS1_3_VERSION), 1306,
                                  "the server refused the client certificate: unknown ca"),
                              certificate({.name = "stranger"}, &other)),
      with_client_certificate(row("wants a client certificate that is valid", wanting_certificates(TLS1_3_VERSION),
                                  1306, "the server refused the client certificate: certificate expired"),
                              signed_by_authority({.name = "late", .until = "20200131235959Z"})),
  };
}

}  // namespace canary::testing
