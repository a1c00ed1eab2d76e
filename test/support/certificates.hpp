#pragma once
// Certificates made while a test runs, by OpenSSL.

#include <boost/asio/ssl/context.hpp>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

#include <unistd.h>

namespace canary::testing {

/// What a certificate says of itself. Times are seconds from now.
struct certificate_wish {
  std::string name = {};          ///< its common name
  std::string alternatives = {};  ///< 'DNS:a.test,IP:127.0.0.1'
  bool authority = false;         ///< may sign others
  long valid_from = -86400, valid_until = 86400;
};

/// A certificate with its key.
class certificate {
 public:
  /// Signed by `issuer`, or by itself.
  explicit certificate(const certificate_wish& wish, const certificate* issuer = nullptr)
      : key_(EVP_EC_gen("P-256"), &EVP_PKEY_free), x509_(X509_new(), &X509_free) {
    X509* x = x509_.get();
    X509_set_version(x, X509_VERSION_3);
    static long serial = 1;
    ASN1_INTEGER_set(X509_get_serialNumber(x), serial++);
    X509_gmtime_adj(X509_getm_notBefore(x), wish.valid_from);
    X509_gmtime_adj(X509_getm_notAfter(x), wish.valid_until);
    X509_set_pubkey(x, key_.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.name.c_str()), -1, -1, 0);
    X509_set_issuer_name(x, X509_get_subject_name(issuer ? issuer->x509_.get() : x));
    if (wish.authority) add(NID_basic_constraints, "critical,CA:TRUE");
    if (!wish.alternatives.empty()) add(NID_subject_alt_name, wish.alternatives);
    if (X509_sign(x, issuer ? issuer->key_.get() : key_.get(), EVP_sha256()) == 0)
      throw std::runtime_error("X509_sign");
  }

  std::string pem() const {
    const std::unique_ptr<BIO, int (*)(BIO*)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(bio.get(), x509_.get());
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size)};
  }

  /// The certificate's end as RFC 3339, to the second.
  std::string end() const {
    tm t{};
    ASN1_TIME_to_tm(X509_get0_notAfter(x509_.get()), &t);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t)};
  }

  /// A server's context that shows this certificate.
  boost::asio::ssl::context server_context() const {
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_server);
    SSL_CTX_use_certificate(context.native_handle(), x509_.get());
    SSL_CTX_use_PrivateKey(context.native_handle(), key_.get());
    return context;
  }

 private:
  void add(int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, x509_.get(), x509_.get(), nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    if (extension == nullptr) throw std::runtime_error("bad extension: " + value);
    X509_add_ext(x509_.get(), extension, -1);
    X509_EXTENSION_free(extension);
  }

  std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
  std::unique_ptr<X509, void (*)(X509*)> x509_;
};

/// A file in the system's temporary folder, gone with its object.
class temporary_file {
 public:
  explicit temporary_file(const std::string& content)
      : path_((std::filesystem::temp_directory_path() / "canary-test-XXXXXX").string()) {
    const int descriptor = ::mkstemp(path_.data());
    if (descriptor < 0) throw std::runtime_error("mkstemp " + path_);
    ::close(descriptor);
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~temporary_file() { std::filesystem::remove(path_); }
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace canary::testing
