#pragma once
// Whom a canary trusts, and what it says where it does not.

#include "canary/core/failure.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <string>

namespace canary::net {

using tls_stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>;

/// TLS 1.2 or newer, certificates verified against `ca_file` (PEM), or the system's store where that is ''. Throws
/// std::runtime_error naming the file where it cannot be read.
boost::asio::ssl::context make_tls_context(const std::string& ca_file);

/// What the verification of a certificate had against it; '' where nothing.
struct tls_verdict {
  std::string trouble;
};

/// Before the handshake: asks for `host` by SNI (names only, RFC 6066, 3), and has the certificate checked for it, as a
/// name or as an IP address. `verdict` is written during the handshake and must outlive it.
void prepare_handshake(tls_stream& stream, const std::string& host, tls_verdict& verdict);

/// What a failed handshake means to a person. Class tls.
failure describe_handshake(const boost::system::error_code& error, const tls_verdict& verdict);

}  // namespace canary::net
