#pragma once
// The listening socket, and what becomes of those who connect.

#include "canary/api/connection.hpp"
#include "canary/core/result.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <memory>

namespace canary::api {

/// The address that `--listen.host` means: an IP address, or localhost. Nothing is looked up or opened.
result<boost::asio::ip::address> listening_address(const std::string& host);

/// The address of a listening socket that is open already.
result<boost::asio::ip::address> inherited_address(int descriptor);

/// Binds and listens. The error says which address could not be had, and why.
result<boost::asio::ip::tcp::acceptor> open_acceptor(const boost::asio::any_io_executor& executor,
                                                     const server_options& options);

/// Accepts until it is closed. `connection_context::stopping` is set before that. Past the most connections that are
/// allowed, the oldest idle one makes room; where none is idle, the newcomer is answered 503 and closed.
class listener {
 public:
  listener(boost::asio::ip::tcp::acceptor acceptor, std::shared_ptr<connection_context> context);

  void accept();
  void close();
  boost::asio::ip::tcp::endpoint endpoint() const { return endpoint_; }

 private:
  void accepted(boost::asio::ip::tcp::socket socket);
  void failed(const boost::system::error_code& why);

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::ip::tcp::endpoint endpoint_;
  std::shared_ptr<connection_context> context_;
  std::unique_ptr<timer> retry_;
  bool complained_ = false;  ///< about not being able to accept, since it last could
};

}  // namespace canary::api
