#pragma once
// What a script may say about TLS, and what becomes of it.

#include "canary/core/result.hpp"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <list>
#include <memory>
#include <string>
#include <vector>

namespace canary::net {

struct tls_options {
  bool insecure = false;         ///< whatever the certificate, the connection stands
  std::string ca = {};           ///< PEM: trusted certificates instead of the system's; '' is those
  std::string cert = {};         ///< PEM: the client's certificate, intermediate ones after it; '' is none
  std::string key = {};          ///< PEM: the private key of `cert`
  std::string server_name = {};  ///< asked for and verified instead of the URL's host; '' is that one
  std::string min_version = {};  ///< '1.0' to '1.3'; '' is 1.2

  bool operator==(const tls_options&) const = default;
};

/// The same without what is meant for the first host alone, for a redirect that leads to another one: the name, and the
/// client's certificate where that host is not `trusted` with it.
tls_options for_other_host(tls_options options, bool trusted);

/// Options read and found good. Immutable, and shared by all connections that use them.
struct tls_material {
  std::string identity;  ///< '' for no options at all; else equal only where all options are
  bool insecure = false;
  std::string server_name;
  int min_version = TLS1_2_VERSION;
  std::shared_ptr<X509_STORE> trusted;              ///< null is the context's own
  std::vector<std::shared_ptr<X509>> certificates;  ///< the client's own first
  std::shared_ptr<EVP_PKEY> key;
};

/// Keeps what was read last, since a canary sends the same certificates again and again.
class tls_material_cache {
 public:
  /// The error names the option at fault.
  result<std::shared_ptr<const tls_material>> load(const tls_options& options);

  static constexpr std::size_t capacity = 32;

 private:
  std::list<std::shared_ptr<const tls_material>> recent_;  // the one used last first
};

/// Bytes of one PEM option. Reading as much takes about a millisecond.
inline constexpr std::size_t longest_pem = 64u << 10;

}  // namespace canary::net
