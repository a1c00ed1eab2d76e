#include "canary/net/tls_context.hpp"

#include <openssl/ssl.h>

#include <stdexcept>

namespace canary::net {

boost::asio::ssl::context make_tls_context(const std::string& ca_file) {
  namespace ssl = boost::asio::ssl;
  ssl::context context(ssl::context::tls_client);
  boost::system::error_code error;
  if (ca_file.empty()) {
    context.set_default_verify_paths(error);
  } else {
    context.load_verify_file(ca_file, error);
  }
  if (error) {
    const std::string store = ca_file.empty() ? "the system's trust store" : "'" + ca_file + "'";
    throw std::runtime_error("trusted certificates cannot be read from " + store + ": " + error.message());
  }
  SSL_CTX* native = context.native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  // No resumption: a canary pays for a handshake as a new user does.
  SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
  context.set_verify_mode(ssl::verify_peer);
  return context;
}

}  // namespace canary::net
