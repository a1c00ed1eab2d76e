#pragma once
// A TCP connection to one of several addresses.

#include "canary/core/clock.hpp"
#include "canary/core/failure.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/ip_network.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>

#include <optional>
#include <string>
#include <vector>

namespace canary::net {

/// `found` with the two families taking turns, the first one's first (RFC 8305, 4).
std::vector<boost::asio::ip::address> alternate_families(const std::vector<boost::asio::ip::address>& found);

/// How long one attempt has before the next address is tried beside it (RFC 8305, 5).
inline constexpr nanoseconds connection_attempt_delay = std::chrono::milliseconds{250};

/// Connects to whichever of `addresses` answers first; each begins when the one before has failed, or has taken
/// `connection_attempt_delay`. What `guard` denies is not tried. A failure has class connect and tells of each address,
/// or is the reason of `stop`.
outcome<boost::asio::ip::tcp::socket> dial(boost::asio::any_io_executor executor, clock& time,
                                           const address_guard& guard,
                                           const std::vector<boost::asio::ip::address>& addresses, std::uint16_t port,
                                           interrupter& stop, boost::asio::yield_context yield);

/// Why `guard` forbids to connect to `target`; empty where it does not.
std::optional<failure> check_allowed(const address_guard& guard, const boost::asio::ip::tcp::endpoint& target);

/// '127.0.0.1:443', '[::1]:443'.
std::string to_text(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace canary::net
