#include "canary/api/listener.hpp"

#include <sys/socket.h>

namespace canary::api {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

error cannot_listen(const std::string& where, const error_code& why) {
  std::string hint;
  if (why == boost::asio::error::address_in_use) hint = "; another program listens there: choose another --listen.port";
  if (why == boost::asio::error::access_denied)
    hint = "; ports below 1024 need privileges: choose a higher --listen.port";
  if (why == error_code(EADDRNOTAVAIL, boost::system::system_category())) {
    hint = "; this machine has no such address: choose another --listen.host";
  }
  return {"cannot listen on " + where + ": " + why.message() + hint};
}

// What is passed must be a TCP socket that listens already.
result<tcp::acceptor> take_over(const boost::asio::any_io_executor& executor, int descriptor) {
  const std::string where = "the socket passed by systemd (descriptor " + std::to_string(descriptor) + ")";
  const auto option = [&](int name) {
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
  };
  const int family = option(SO_DOMAIN);
  if (option(SO_TYPE) != SOCK_STREAM || (family != AF_INET && family != AF_INET6)) {
    return error{where + " is not a TCP socket: write ListenStream= with a port in the .socket unit"};
  }
  if (option(SO_ACCEPTCONN) != 1) return error{where + " does not listen: write Accept=no in the .socket unit"};
  tcp::acceptor acceptor(executor);
  error_code failed;
  acceptor.assign(family == AF_INET ? tcp::v4() : tcp::v6(), descriptor, failed);
  if (failed) return cannot_listen(where, failed);
  return acceptor;
}

}  // namespace

result<boost::asio::ip::address> listening_address(const std::string& host) {
  error_code failed;
  const auto address = boost::asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, failed);
  if (failed) return error{"--listen.host must be an IP address or localhost, and not '" + host + "'"};
  return address;
}

result<boost::asio::ip::address> inherited_address(int descriptor) {
  tcp::endpoint endpoint;
  auto size = static_cast<socklen_t>(endpoint.capacity());
  const bool told = ::getsockname(descriptor, endpoint.data(), &size) == 0;
  const int family = endpoint.data()->sa_family;
  if (!told || (family != AF_INET && family != AF_INET6)) {
    return error{"descriptor " + std::to_string(descriptor) + " is not a TCP socket"};
  }
  return endpoint.address();
}

result<tcp::acceptor> open_acceptor(const boost::asio::any_io_executor& executor, const server_options& options) {
  if (options.inherited_socket >= 0) return take_over(executor, options.inherited_socket);
  const auto address = listening_address(options.host);
  if (!address) return address.error();
  const tcp::endpoint endpoint(*address, options.port);
  const std::string text = address->to_string();
  const std::string where = (address->is_v6() ? '[' + text + ']' : text) + ':' + std::to_string(options.port);
  error_code failed;
  tcp::acceptor acceptor(executor);
  acceptor.open(endpoint.protocol(), failed);
  // A restarted daemon gets its port back although connections of the one before are still in TIME_WAIT.
  if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed) acceptor.bind(endpoint, failed);
  if (!failed) acceptor.listen(boost::asio::socket_base::max_listen_connections, failed);
  if (failed) return cannot_listen(where, failed);
  return acceptor;
}

}  // namespace canary::api
