#pragma once
// Which names this server answers to. A page of somebody else's whose name was made to resolve to this machine (DNS
// rebinding) sends its own name, and is refused.

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

/// 'host', 'host:port' or '[address]:port' as in a Host header (RFC 9110, 7.2): the host, in lower case, without
/// brackets, port and final dot. Empty where `authority` is none of these.
std::optional<std::string> host_of(std::string_view authority);

class host_check {
 public:
  /// `configured` is what the server listens on, `allowed` what the operator adds. Ports in either are ignored.
  host_check(std::string_view configured, const std::vector<std::string>& allowed);

  /// Whether a request that names `authority` may be answered: localhost, a loopback address, the address `local` that
  /// the connection was made to, or one of those given.
  bool allows(std::string_view authority, const boost::asio::ip::address& local) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace canary::api
