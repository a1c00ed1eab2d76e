#pragma once
// One TLS handshake: what is asked for, what came of it, and what a person is told where it failed.

#include "canary/core/failure.hpp"
#include "canary/core/tls_facts.hpp"
#include "canary/net/tls_options.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <memory>
#include <optional>
#include <string>

namespace canary::net {

using tls_stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>;

/// With whom, and how.
struct handshake_wish {
  std::string host;  ///< the URL's: a name or an address
  std::uint16_t port = 443;
  std::shared_ptr<const tls_material> material;  ///< not null
  bool http = true;                              ///< offers http/1.1 by ALPN
};

/// Belongs to one stream, and lasts as long: servers complain of a client's certificate after the handshake.
class handshake {
 public:
  handshake(tls_stream& stream, handshake_wish wish);
  handshake(const handshake&) = delete;
  handshake& operator=(const handshake&) = delete;

  /// What an error of the stream means. Class tls. During the handshake it is about that, afterwards about an alert.
  failure describe(const boost::system::error_code& error) const;

  /// After the stream's handshake: whether its certificate is still good. Class tls where a stapled response has it
  /// revoked, or where it demands one and none came.
  std::optional<failure> finish();

  /// What is wrong with the certificate, also where an insecure request takes it nevertheless.
  const std::optional<failure>& verdict() const { return verdict_; }

  /// What is known of it, also where it failed; null before any certificate came.
  std::shared_ptr<const tls_facts> facts() const;

 private:
  bool verify(bool good, X509_STORE_CTX* checked);
  std::string verified_host() const;

  tls_stream& stream_;
  handshake_wish wish_;
  std::optional<failure> verdict_;  // what the verification had against a certificate
  tls_facts seen_;                  // of certificates that were refused
  std::string ocsp_;
  bool certificate_wanted_ = false;  // the server asked for the client's
  bool done_ = false;
};

}  // namespace canary::net
