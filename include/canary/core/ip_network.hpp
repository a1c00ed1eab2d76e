#pragma once
// Ranges of addresses: '10.0.0.0/8', 'fd00::/8'.

#include "canary/core/result.hpp"

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace canary {

struct ip_network {
  boost::asio::ip::address address;
  int prefix = 0;  ///< leading bits of `address` that count

  bool contains(const boost::asio::ip::address& other) const;

  /// '169.254.0.0/16'.
  std::string text() const;
};

/// CIDR notation (RFC 4632); a bare address is a network of its own. The error says what is wrong with `text`.
result<ip_network> parse_ip_network(std::string_view text);

/// Networks separated by commas, as --deny.net takes them. The error is about the first that is none.
result<std::vector<ip_network>> parse_ip_networks(std::string_view list);

/// `address` as the kernel takes it when it connects: an IPv4 address that stands within an IPv6 one (RFC 4291, 2.5.5;
/// RFC 6052's well-known prefix) is that IPv4 address, and the unspecified address is this machine.
boost::asio::ip::address effective_address(const boost::asio::ip::address& address);

/// What canaries must not connect to.
class address_guard {
 public:
  address_guard() = default;
  explicit address_guard(std::vector<ip_network> denied) : denied_(std::move(denied)) {}

  /// The network that forbids connecting to `address`; null where it is allowed.
  const ip_network* denies(const boost::asio::ip::address& address) const;

 private:
  std::vector<ip_network> denied_;
};

}  // namespace canary
