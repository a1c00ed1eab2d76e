#pragma once
// Whom a canary trusts where its script says nothing else.

#include <boost/asio/ssl/context.hpp>

#include <string>

namespace canary::net {

/// TLS 1.2 or newer, certificates verified against `ca_file` (PEM), or the system's store where that is ''. Throws
/// std::runtime_error naming the file where it cannot be read.
boost::asio::ssl::context make_tls_context(const std::string& ca_file);

}  // namespace canary::net
