#pragma once
// One connection to a server or proxy, with TLS on it or without.

#include "canary/net/handshake.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <memory>
#include <optional>
#include <string>

namespace canary::net {

/// Errors come back as codes. The end of the stream is boost::asio::error::eof, also where the peer leaves TLS without
/// saying goodbye, as many do, but not within a record.
class connection {
 public:
  explicit connection(boost::asio::ip::tcp::socket socket);
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  /// Puts TLS on it and verifies that the peer is the host wished for. A failure has class tls.
  std::optional<failure> start_tls(boost::asio::ssl::context& context, handshake_wish wish,
                                   boost::asio::yield_context yield);

  /// Null without TLS; of a handshake that failed, as much as is known.
  const std::shared_ptr<const tls_facts>& tls() const { return facts_; }

  /// What is wrong with the peer's certificate, also where it was taken nevertheless; only with TLS.
  const std::optional<failure>& verdict() const { return handshake_->verdict(); }

  /// What an error in OpenSSL's category means; only with TLS. Class tls.
  failure describe_tls(const boost::system::error_code& error) const { return handshake_->describe(error); }

  /// Writes all of `head` and `body`. Returns how much was written, all or not.
  std::size_t write(std::string_view head, std::string_view body, boost::asio::yield_context yield,
                    boost::system::error_code& error);

  /// Appends to `input` whatever arrives next, at most `most` bytes; returns how many. `input` grows as the peer fills
  /// it. boost::asio::ssl::error::stream_truncated is an end within a record of TLS. Once it has failed, it fails so
  /// each time.
  std::size_t read(std::size_t most, boost::asio::yield_context yield, boost::system::error_code& error);

  /// What was received and nobody has consumed yet.
  boost::beast::flat_buffer& input() { return input_; }

  /// Ends whatever is under way with an error, which arrives from the loop.
  void close();

  bool is_open() const { return socket_.is_open(); }

  /// Whether it can serve another exchange: open, and nothing has come, not even its end, since the last one.
  bool is_quiet();

  const boost::asio::ip::tcp::endpoint& remote() const { return remote_; }

 private:
  boost::asio::ip::tcp::socket socket_;
  std::unique_ptr<tls_stream> tls_;
  std::unique_ptr<handshake> handshake_;
  std::shared_ptr<const tls_facts> facts_;
  boost::asio::ip::tcp::endpoint remote_;
  boost::beast::flat_buffer input_;
  std::size_t appetite_;
  boost::system::error_code ended_;  // of the peer's side
};

}  // namespace canary::net
