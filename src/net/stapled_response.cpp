#include "canary/net/stapled_response.hpp"

#include "canary/net/certificate.hpp"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <memory>

namespace canary::net {
namespace {

template <auto Free>
struct freeing {
  template <class T>
  void operator()(T* owned) const {
    Free(owned);
  }
};

X509* issuer_of(SSL* session, X509* leaf) {
  for (STACK_OF(X509) * chain : {SSL_get0_verified_chain(session), SSL_get_peer_cert_chain(session)}) {
    for (int i = 0; i < sk_X509_num(chain); ++i) {
      X509* candidate = sk_X509_value(chain, i);
      if (X509_check_issued(candidate, leaf) == X509_V_OK) return candidate;
    }
  }
  return nullptr;
}

// Whether `about` speaks of `leaf`; each response chooses the hash by which it names certificates.
bool names(const OCSP_CERTID* about, X509* leaf, X509* issuer) {
  ASN1_OBJECT* algorithm = nullptr;
  OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID*>(about));
  const EVP_MD* hash = EVP_get_digestbyobj(algorithm);
  if (hash == nullptr) return false;
  const std::unique_ptr<OCSP_CERTID, freeing<OCSP_CERTID_free>> wanted(OCSP_cert_to_id(hash, leaf, issuer));
  return wanted && OCSP_id_cmp(wanted.get(), const_cast<OCSP_CERTID*>(about)) == 0;
}

X509_STORE* store_of(SSL* session) {
  X509_STORE* own = nullptr;
  SSL_get0_verify_cert_store(session, &own);
  return own != nullptr ? own : SSL_CTX_get_cert_store(SSL_get_SSL_CTX(session));
}

stapled_response read(SSL* session) {
  const unsigned char* bytes = nullptr;
  const long size = SSL_get_tlsext_status_ocsp_resp(session, &bytes);
  if (size <= 0 || bytes == nullptr) return {};
  const stapled_response invalid{.status = "invalid", .revoked_at = {}, .reason = {}};
  const std::unique_ptr<OCSP_RESPONSE, freeing<OCSP_RESPONSE_free>> whole(d2i_OCSP_RESPONSE(nullptr, &bytes, size));
  if (!whole || OCSP_response_status(whole.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) return invalid;
  const std::unique_ptr<OCSP_BASICRESP, freeing<OCSP_BASICRESP_free>> basic(OCSP_response_get1_basic(whole.get()));
  X509* leaf = SSL_get0_peer_certificate(session);
  X509* issuer = leaf != nullptr ? issuer_of(session, leaf) : nullptr;
  if (!basic || issuer == nullptr) return invalid;
  STACK_OF(X509)* chain = SSL_get0_verified_chain(session);
  if (chain == nullptr) chain = SSL_get_peer_cert_chain(session);
  if (OCSP_basic_verify(basic.get(), chain, store_of(session), 0) <= 0) return invalid;
  for (int i = 0; i < OCSP_resp_count(basic.get()); ++i) {
    OCSP_SINGLERESP* one = OCSP_resp_get0(basic.get(), i);
    if (!names(OCSP_SINGLERESP_get0_id(one), leaf, issuer)) continue;
    int why = -1;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *from = nullptr, *until = nullptr;
    const int status = OCSP_single_get0_status(one, &why, &revoked, &from, &until);
    constexpr long clock_skew_seconds = 300;
    if (OCSP_check_validity(from, until, clock_skew_seconds, -1) != 1) return invalid;
    if (status == V_OCSP_CERTSTATUS_GOOD) return {.status = "good", .revoked_at = {}, .reason = {}};
    if (status != V_OCSP_CERTSTATUS_REVOKED) return {.status = "unknown", .revoked_at = {}, .reason = {}};
    return {.status = "revoked",
            .revoked_at = to_wall_time(revoked),
            .reason = why == OCSP_REVOKED_STATUS_NOSTATUS ? "" : OCSP_crl_reason_str(why)};
  }
  return invalid;
}

}  // namespace

bool demands_stapled_response(const X509* certificate) {
  const std::unique_ptr<TLS_FEATURE, freeing<TLS_FEATURE_free>> features(
      static_cast<TLS_FEATURE*>(X509_get_ext_d2i(certificate, NID_tlsfeature, nullptr, nullptr)));
  for (int i = 0; features && i < sk_ASN1_INTEGER_num(features.get()); ++i) {
    if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features.get(), i)) == TLSEXT_TYPE_status_request) return true;
  }
  return false;
}

stapled_response read_stapled_response(SSL* session) {
  auto found = read(session);
  ERR_clear_error();  // what went wrong with a response is no error of the connection
  return found;
}

}  // namespace canary::net
