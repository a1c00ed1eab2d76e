#include "api/tls_client.hpp"

#include "support/catch.hpp"

#include <netinet/in.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

tls_client::tls_client(std::uint16_t port, const tls_wish& wish)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free),
      ssl_(nullptr, &SSL_free) {
  const timeval bound{10, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &bound, sizeof bound);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &bound, sizeof bound);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  SSL_CTX_set_security_level(context_.get(), 0);  // TLS 1.1 is wished for, to be refused
  SSL_CTX_set_min_proto_version(context_.get(), wish.least);
  SSL_CTX_set_max_proto_version(context_.get(), wish.most);
  ssl_.reset(SSL_new(context_.get()));
  if (!wish.protocols.empty()) {
    SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(wish.protocols.data()),
                        static_cast<unsigned>(wish.protocols.size()));
  }
  SSL_set_fd(ssl_.get(), socket_);
  connected_ = SSL_connect(ssl_.get()) == 1;
  ERR_clear_error();
}

tls_client::~tls_client() { cut(); }

void tls_client::cut() {
  if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

std::string tls_client::protocol() const {
  const unsigned char* text = nullptr;
  unsigned length = 0;
  SSL_get0_alpn_selected(ssl_.get(), &text, &length);
  return {reinterpret_cast<const char*>(text), length};
}

std::string tls_client::server_name() const {
  char name[256] = "";
  X509_NAME_get_text_by_NID(X509_get_subject_name(SSL_get0_peer_certificate(ssl_.get())), NID_commonName, name,
                            sizeof name);
  return name;
}

bool tls_client::send(std::string_view bytes) {
  return SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size());
}

bool tls_client::receive() {
  char buffer[16 * 1024];
  const int length = SSL_read(ssl_.get(), buffer, sizeof buffer);
  if (length <= 0) return false;
  received_.append(buffer, static_cast<std::size_t>(length));
  return true;
}

bool tls_client::closed() {
  while (receive()) {
  }
  return SSL_get_shutdown(ssl_.get()) == SSL_RECEIVED_SHUTDOWN || errno == 0 || errno == ECONNRESET;
}

std::optional<reply> tls_client::read() {
  return take_reply(received_, [this] { return receive(); });
}
