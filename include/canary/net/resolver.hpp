#pragma once
// Names to addresses, on the loop.

#include "canary/core/clock.hpp"
#include "canary/core/failure.hpp"
#include "canary/core/interrupter.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/spawn.hpp>

#include <memory>
#include <string>
#include <vector>

namespace canary::net {

/// Outlives every query that is still waited for.
class resolver {
 public:
  virtual ~resolver() = default;

  /// The addresses of `host` in the order in which to try them, at least one. Literal addresses and `localhost` (with
  /// what ends in `.localhost`, RFC 6761) are answered without asking anybody. A failure has class dns and names the
  /// host, or is the reason of `stop`, which ends the wait at once.
  virtual outcome<std::vector<boost::asio::ip::address>> resolve(const std::string& host, interrupter& stop,
                                                                 boost::asio::yield_context yield) = 0;
};

struct resolver_options {
  /// 'address:port,…' instead of the name servers of /etc/resolv.conf; '' is those.
  std::string servers;
};

/// Follows /etc/hosts and /etc/resolv.conf through c-ares, which never blocks the loop for the network's sake. The
/// files are read again after a change. Nothing is cached: a canary pays for a look-up as a user does.
std::unique_ptr<resolver> create_resolver(boost::asio::any_io_executor executor, clock& time,
                                          resolver_options options = {});

}  // namespace canary::net
