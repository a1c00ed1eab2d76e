#pragma once
// A client's bytes, plain or within TLS: what a connection and a stream of events read from and write to.

#include <boost/asio/async_result.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <optional>
#include <utility>

namespace canary::api {

/// An AsyncStream of Boost.Asio's. Stays where it is, since TLS refers to the socket.
class client_stream {
 public:
  using executor_type = boost::asio::ip::tcp::socket::executor_type;

  /// `tls`: null for a plain one.
  client_stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls) : socket_(std::move(socket)) {
    if (tls != nullptr) tls_.emplace(socket_, *tls);
  }
  client_stream(const client_stream&) = delete;
  client_stream& operator=(const client_stream&) = delete;

  executor_type get_executor() { return socket_.get_executor(); }

  /// What is beneath: to wait, to cancel, to close.
  boost::asio::ip::tcp::socket& socket() { return socket_; }
  bool secure() const { return tls_.has_value(); }

  /// Only where `secure`.
  template <class Token>
  auto async_handshake(Token&& token) {
    return tls_->async_handshake(boost::asio::ssl::stream_base::server, std::forward<Token>(token));
  }

  /// Likewise. Says that nothing follows, and waits until the client says so too.
  template <class Token>
  auto async_shutdown(Token&& token) {
    return tls_->async_shutdown(std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& into, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto&& handler, const Buffers& buffers) {
          if (tls_) {
            tls_->async_read_some(buffers, std::forward<decltype(handler)>(handler));
          } else {
            socket_.async_read_some(buffers, std::forward<decltype(handler)>(handler));
          }
        },
        token, into);
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& from, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto&& handler, const Buffers& buffers) {
          if (tls_) {
            tls_->async_write_some(buffers, std::forward<decltype(handler)>(handler));
          } else {
            socket_.async_write_some(buffers, std::forward<decltype(handler)>(handler));
          }
        },
        token, from);
  }

 private:
  boost::asio::ip::tcp::socket socket_;
  std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
};

}  // namespace canary::api
