#pragma once
// What OpenSSL's errors mean to a person who has to mend something.

#include "canary/core/failure.hpp"
#include "canary/net/stapled_response.hpp"

#include <openssl/x509.h>

#include <string>

namespace canary::net {

/// What the verification that has just failed has against a certificate. `host` is whom it has to be for.
failure describe_refusal(X509_STORE_CTX* checked, const std::string& host);

/// What a server's stapled response, or that it has none, has against its certificate `leaf`. Empty for nothing.
std::optional<failure> describe_stapled(const stapled_response& stapled, X509* leaf);

struct alert_context {
  std::string host;
  int min_version;          ///< TLS1_2_VERSION, …
  bool certificate_wanted;  ///< the server asked for the client's certificate
  bool certificate_given;
  bool done;  ///< the handshake was over
};

/// An error of OpenSSL's queue, `code`, that is none of the verification's.
failure describe_alert(unsigned long code, const alert_context& context);

}  // namespace canary::net
