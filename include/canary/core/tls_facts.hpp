#pragma once
// What was agreed in a TLS handshake, and with whom.

#include "canary/core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace canary {

/// One certificate (RFC 5280). Texts are UTF-8 without control characters, and bounded.
struct tls_certificate {
  std::string subject;            ///< 'CN=www.example.com, O=Example' (RFC 2253, the most specific part first)
  std::string issuer;             ///< likewise
  std::vector<std::string> sans;  ///< the hosts it is for: names, and addresses as text
  std::string serial;             ///< hexadecimal, upper case
  wall_time not_before{}, not_after{};
  std::string sha256;  ///< of its DER form: 64 hexadecimal digits, lower case

  bool operator==(const tls_certificate&) const = default;
};

/// One handshake, which every exchange on the connection shares.
struct tls_facts {
  std::string host;                    ///< whom it was with: 'example.com', with ':8443' where the port is not 443
  std::string version;                 ///< 'TLSv1.3'; '' where the handshake did not get so far
  std::string cipher;                  ///< 'TLS_AES_256_GCM_SHA384'
  std::string alpn;                    ///< 'http/1.1'; '' where nothing was agreed
  std::string ocsp;                    ///< of the stapled response: 'none', 'good', 'revoked', 'unknown', 'invalid'
  std::vector<tls_certificate> chain;  ///< as the server sent it, its own certificate first

  bool operator==(const tls_facts&) const = default;
};

/// When the first certificate of the chain ends; empty where there is none.
std::optional<wall_time> earliest_end(const tls_facts& facts);

}  // namespace canary
