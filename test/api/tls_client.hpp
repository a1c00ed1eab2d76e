#pragma once
// A client of TLS, on a blocking socket with a bound on every wait.

#include "api/raw_client.hpp"

#include <openssl/ssl.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct tls_wish {
  int least = TLS1_2_VERSION, most = TLS1_3_VERSION;
  std::string protocols = {};  ///< as ALPN writes them: a byte of length before each
};

class tls_client {
 public:
  /// Shakes hands. `connected` says whether that went well.
  explicit tls_client(std::uint16_t port, const tls_wish& wish = {});
  ~tls_client();
  tls_client(const tls_client&) = delete;
  tls_client& operator=(const tls_client&) = delete;

  bool connected() const { return connected_; }
  std::string version() const { return SSL_get_version(ssl_.get()); }
  std::string protocol() const;
  /// The common name of the server's certificate.
  std::string server_name() const;

  bool send(std::string_view bytes);
  /// The next response, as `raw_client::read`.
  std::optional<reply> read();
  bool receive();
  const std::string& received() const { return received_; }
  /// Whether the server says that nothing follows, or closes, within ten seconds.
  bool closed();
  /// As those do whose program ends.
  void cut();

 private:
  int socket_ = -1;
  std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_;
  std::unique_ptr<SSL, void (*)(SSL*)> ssl_;
  bool connected_ = false;
  std::string received_;
};
