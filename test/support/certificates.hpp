#pragma once
// Certificates made while a test runs, by OpenSSL.

#include <boost/asio/ssl/context.hpp>

#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <vector>

namespace canary::testing {

/// What a certificate says of itself. Times are seconds from now.
struct certificate_wish {
  std::string name = {};          ///< its common name
  std::string alternatives = {};  ///< 'DNS:a.test,IP:127.0.0.1'
  bool authority = false;         ///< may sign others
  bool must_staple = false;       ///< is good only with a stapled OCSP response (RFC 7633)
  int weak_rsa_bits = 0;          ///< an RSA key of so many bits instead of one on P-256
  long valid_from = -86400, valid_until = 86400;
  std::string from = {}, until = {};  ///< instead of these, where given: '20200131235959Z'
  std::string usage = {};             ///< 'clientAuth' alone, say; '' for any
  bool sha1 = false;                  ///< what it is signed with
  bool forged = false;                ///< signed with a key that is not its issuer's
};

/// A certificate with its key.
class certificate {
 public:
  /// Signed by `issuer`, or by itself.
  explicit certificate(const certificate_wish& wish, const certificate* issuer = nullptr);

  std::string pem() const;

  /// Its private key, as PEM.
  std::string key_pem() const;

  /// What this authority says of `other` (RFC 6960): V_OCSP_CERTSTATUS_GOOD, …, for `seconds` from now. Where that is
  /// revoked, since two hours ago or since `revoked_at`, '20200131235959Z'.
  std::string ocsp_response(const certificate& other, int status, long seconds = 3600,
                            const char* revoked_at = nullptr) const;

  /// The certificate's end as RFC 3339, to the second.
  std::string end() const;

  /// A server's context that shows this certificate.
  boost::asio::ssl::context server_context() const;

  X509* get() const { return x509_.get(); }

 private:
  void add(int kind, const std::string& value);

  std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
  std::unique_ptr<X509, void (*)(X509*)> x509_;
};

/// Has a server's context append to `names` whom each client asks for; '' for nobody. They must outlive it.
void note_names(boost::asio::ssl::context& context, std::vector<std::string>& names);

/// Has a server's context staple `response` to every handshake. It must outlive the context.
void staple(boost::asio::ssl::context& context, const std::string& response);

/// A file in the system's temporary folder, gone with its object.
class temporary_file {
 public:
  explicit temporary_file(const std::string& content);
  ~temporary_file();
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace canary::testing
