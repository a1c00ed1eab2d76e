#include "canary/net/connection.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace canary::net {
namespace {

// A connection starts with a small buffer, so that a thousand waiting ones are cheap, and doubles it for a peer that
// fills it.
constexpr std::size_t smallest_read = 4096;
constexpr std::size_t largest_read = 65536;

}  // namespace

using boost::system::error_code;

connection::connection(boost::asio::ip::tcp::socket socket) : socket_(std::move(socket)), appetite_(smallest_read) {
  error_code ignored;
  remote_ = socket_.remote_endpoint(ignored);
  socket_.non_blocking(true, ignored);
}

std::optional<failure> connection::start_tls(boost::asio::ssl::context& context, handshake_wish wish,
                                             boost::asio::yield_context yield) {
  tls_ = std::make_unique<tls_stream>(socket_, context);
  handshake_ = std::make_unique<handshake>(*tls_, std::move(wish));
  error_code error;
  tls_->async_handshake(boost::asio::ssl::stream_base::client, yield[error]);
  auto refused = error ? handshake_->describe(error) : handshake_->finish();
  facts_ = handshake_->facts();
  return refused;
}

std::size_t connection::write(std::string_view head, std::string_view body, boost::asio::yield_context yield,
                              error_code& error) {
  std::array<boost::asio::const_buffer, 2> parts{boost::asio::buffer(head), boost::asio::buffer(body)};
  if (tls_) return boost::asio::async_write(*tls_, parts, yield[error]);
  // What the system takes at once is sent without a turn of the loop, which would count as time spent sending.
  const std::size_t sent = socket_.write_some(parts, error);
  if (error == boost::asio::error::would_block) error.clear();
  if (error || sent == head.size() + body.size()) return sent;
  parts[1] += sent - std::min(sent, head.size());
  parts[0] += std::min(sent, head.size());
  return sent + boost::asio::async_write(socket_, parts, yield[error]);
}

std::size_t connection::read(std::size_t most, boost::asio::yield_context yield, error_code& error) {
  if (ended_) {
    // Asio would wait for the end to happen again, and the system tells of a reset only once.
    error = ended_;
    return 0;
  }
  const auto space = input_.prepare(std::min(most, appetite_));
  const std::size_t received =
      tls_ ? tls_->async_read_some(space, yield[error]) : socket_.async_read_some(space, yield[error]);
  input_.commit(received);
  if (received == appetite_) appetite_ = std::min(appetite_ * 2, largest_read);
  const bool no_goodbye = error == boost::asio::ssl::error::stream_truncated;
  // Many servers leave out TLS' goodbye, but none stops in the middle of a record.
  if (no_goodbye && SSL_has_pending(tls_->native_handle()) == 0) error = boost::asio::error::eof;
  ended_ = error;
  return received;
}

void connection::close() {
  error_code ignored;
  socket_.close(ignored);
}

bool connection::is_quiet() {
  if (!socket_.is_open() || input_.size() != 0) return false;
  char byte;
  const auto peeked = ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  if (peeked >= 0) return tls_ && peeked > 0;
  return errno == EAGAIN || errno == EWOULDBLOCK;
}

}  // namespace canary::net
