#pragma once
// What a server's stapled OCSP response (RFC 6960, RFC 6066, 8) says of its certificate.

#include "canary/core/time.hpp"

#include <openssl/ssl.h>

#include <optional>
#include <string>

namespace canary::net {

struct stapled_response {
  /// 'none'; 'good', 'revoked' or 'unknown' where the response is signed by whoever may, and its time has not run out;
  /// else 'invalid'.
  std::string status = "none";
  std::optional<wall_time> revoked_at;  ///< where it is revoked
  std::string reason;                   ///< why: 'keyCompromise'; '' where it is not told
};

/// Whether `certificate` says that it is good only with a stapled response (RFC 7633: 'must staple').
bool demands_stapled_response(const X509* certificate);

/// After a handshake for which a response was asked for.
stapled_response read_stapled_response(SSL* session);

}  // namespace canary::net
