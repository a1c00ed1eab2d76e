#pragma once
// How long somebody waits who has shown a wrong token.

#include "canary/core/time.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstddef>
#include <map>

namespace canary::api {

/// Of each peer, how often it has failed of late. A peer is an IPv4 address or an IPv6 network of 64 bits. Past
/// `most_peers` the one that has failed longest ago is forgotten.
class failed_attempts {
 public:
  static constexpr std::size_t most_peers = 4096;
  static constexpr nanoseconds first_wait = std::chrono::milliseconds{100};  ///< doubled with each failure, up to
  static constexpr nanoseconds longest_wait = std::chrono::seconds{5};
  static constexpr nanoseconds memory = std::chrono::minutes{10};  ///< since the last failure

  /// One more failure. The answer to it is to be held back for so long.
  nanoseconds add(const boost::asio::ip::address& peer, mono_time now);

  std::size_t size() const { return peers_.size(); }

 private:
  struct history {
    unsigned failures = 0;
    mono_time last{};
  };
  std::map<boost::asio::ip::address, history> peers_;
};

}  // namespace canary::api
