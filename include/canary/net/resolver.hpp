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
#include <string_view>
#include <vector>

namespace canary::net {

/// Whether an answer may come from an earlier look-up, as long as the name server said that it stays true.
enum class name_cache : unsigned char {
  unused,  ///< a canary pays for a look-up as a user does
  used     ///< settings({ http: { dns_cache: true } })
};

/// Outlives every query that is still waited for.
class resolver {
 public:
  virtual ~resolver() = default;

  /// The addresses of `host` in the order in which to try them, at least one. A failure has class dns and names the
  /// host, or is the reason of `stop`, which ends the wait at once.
  virtual outcome<std::vector<boost::asio::ip::address>> resolve(const std::string& host, name_cache cache,
                                                                 interrupter& stop,
                                                                 boost::asio::yield_context yield) = 0;
};

/// What needs nobody to be asked: a literal address, `localhost`, and what ends in `.localhost` (RFC 6761). Empty for
/// everything else.
std::vector<boost::asio::ip::address> addresses_without_asking(std::string_view host);

/// Names whose answers are kept at a time, and for how long at most.
inline constexpr std::size_t most_cached_names = 1000;
inline constexpr std::chrono::hours longest_cached{24};

struct resolver_options {
  /// 'address:port,…' instead of the name servers of /etc/resolv.conf; '' is those.
  std::string servers;
};

/// Follows /etc/hosts and /etc/resolv.conf through c-ares, which never blocks the loop for the network's sake. The
/// files are read again after a change.
std::unique_ptr<resolver> create_resolver(boost::asio::any_io_executor executor, clock& time,
                                          resolver_options options = {});

}  // namespace canary::net
