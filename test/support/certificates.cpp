#include "support/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <unistd.h>

namespace canary::testing {

certificate::certificate(const certificate_wish& wish, const certificate* issuer)
    : key_(wish.weak_rsa_bits > 0 ? EVP_RSA_gen(static_cast<unsigned>(wish.weak_rsa_bits)) : EVP_EC_gen("P-256"),
           &EVP_PKEY_free),
      x509_(X509_new(), &X509_free) {
  X509* x = x509_.get();
  X509_set_version(x, X509_VERSION_3);
  static long serial = 1;
  ASN1_INTEGER_set(X509_get_serialNumber(x), serial++);
  X509_gmtime_adj(X509_getm_notBefore(x), wish.valid_from);
  X509_gmtime_adj(X509_getm_notAfter(x), wish.valid_until);
  if (!wish.from.empty()) ASN1_TIME_set_string_X509(X509_getm_notBefore(x), wish.from.c_str());
  if (!wish.until.empty()) ASN1_TIME_set_string_X509(X509_getm_notAfter(x), wish.until.c_str());
  X509_set_pubkey(x, key_.get());
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(wish.name.c_str()), -1, -1, 0);
  X509_set_issuer_name(x, X509_get_subject_name(issuer ? issuer->x509_.get() : x));
  if (wish.authority) add(NID_basic_constraints, "critical,CA:TRUE");
  if (!wish.alternatives.empty()) add(NID_subject_alt_name, wish.alternatives);
  if (wish.must_staple) add(NID_tlsfeature, "status_request");
  if (!wish.usage.empty()) add(NID_ext_key_usage, wish.usage);
  const bool by_issuer = issuer != nullptr && !wish.forged;
  if (X509_sign(x, by_issuer ? issuer->key_.get() : key_.get(), wish.sha1 ? EVP_sha1() : EVP_sha256()) == 0)
    throw std::runtime_error("X509_sign");
}

std::string certificate::pem() const {
  const std::unique_ptr<BIO, int (*)(BIO*)> bio(BIO_new(BIO_s_mem()), &BIO_free);
  PEM_write_bio_X509(bio.get(), x509_.get());
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string certificate::key_pem() const {
  const std::unique_ptr<BIO, int (*)(BIO*)> bio(BIO_new(BIO_s_mem()), &BIO_free);
  PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

std::string certificate::ocsp_response(const certificate& other, int status, long seconds,
                                       const char* revoked_at) const {
  const std::unique_ptr<OCSP_BASICRESP, void (*)(OCSP_BASICRESP*)> basic(OCSP_BASICRESP_new(), &OCSP_BASICRESP_free);
  OCSP_CERTID* id = OCSP_cert_to_id(EVP_sha1(), other.x509_.get(), x509_.get());
  ASN1_TIME* from = X509_gmtime_adj(nullptr, -7200);
  ASN1_TIME* until = X509_gmtime_adj(nullptr, seconds);
  const bool revoked = status == V_OCSP_CERTSTATUS_REVOKED;
  ASN1_TIME* since = X509_gmtime_adj(nullptr, -7200);
  if (revoked_at != nullptr) ASN1_TIME_set_string(since, revoked_at);
  OCSP_basic_add1_status(basic.get(), id, status, OCSP_REVOKED_STATUS_KEYCOMPROMISE, revoked ? since : nullptr, from,
                         until);
  OCSP_basic_sign(basic.get(), x509_.get(), key_.get(), EVP_sha256(), nullptr, 0);
  OCSP_RESPONSE* whole = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get());
  unsigned char* der = nullptr;
  const int size = i2d_OCSP_RESPONSE(whole, &der);
  std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  OCSP_RESPONSE_free(whole);
  OCSP_CERTID_free(id);
  ASN1_TIME_free(since);
  ASN1_TIME_free(from);
  ASN1_TIME_free(until);
  return bytes;
}

std::string certificate::end() const {
  tm t{};
  ASN1_TIME_to_tm(X509_get0_notAfter(x509_.get()), &t);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t)};
}

boost::asio::ssl::context certificate::server_context() const {
  boost::asio::ssl::context context(boost::asio::ssl::context::tls_server);
  SSL_CTX_set_security_level(context.native_handle(), 0);  // a test may want what is weak
  SSL_CTX_use_certificate(context.native_handle(), x509_.get());
  SSL_CTX_use_PrivateKey(context.native_handle(), key_.get());
  return context;
}

void certificate::add(int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, x509_.get(), x509_.get(), nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  if (extension == nullptr) throw std::runtime_error("bad extension: " + value);
  X509_add_ext(x509_.get(), extension, -1);
  X509_EXTENSION_free(extension);
}

void note_names(boost::asio::ssl::context& context, std::vector<std::string>& names) {
  SSL_CTX_set_tlsext_servername_arg(context.native_handle(), &names);
  SSL_CTX_set_tlsext_servername_callback(
      context.native_handle(), +[](SSL* session, int*, void* argument) {
        const char* name = SSL_get_servername(session, TLSEXT_NAMETYPE_host_name);
        static_cast<std::vector<std::string>*>(argument)->emplace_back(name != nullptr ? name : "");
        return SSL_TLSEXT_ERR_OK;
      });
}

void staple(boost::asio::ssl::context& context, const std::string& response) {
  SSL_CTX_set_tlsext_status_arg(context.native_handle(), const_cast<std::string*>(&response));
  SSL_CTX_set_tlsext_status_cb(
      context.native_handle(), +[](SSL* session, void* argument) {
        const auto& bytes = *static_cast<const std::string*>(argument);
        auto* copy = static_cast<unsigned char*>(OPENSSL_memdup(bytes.data(), bytes.size()));
        SSL_set_tlsext_status_ocsp_resp(session, copy, static_cast<long>(bytes.size()));
        return SSL_TLSEXT_ERR_OK;
      });
}

temporary_file::temporary_file(const std::string& content)
    : path_((std::filesystem::temp_directory_path() / "canary-test-XXXXXX").string()) {
  const int descriptor = ::mkstemp(path_.data());
  if (descriptor < 0) throw std::runtime_error("mkstemp " + path_);
  ::close(descriptor);
  std::ofstream(path_, std::ios::binary) << content;
}

temporary_file::~temporary_file() { std::filesystem::remove(path_); }

}  // namespace canary::testing
