#pragma once
// Several requests side by side.

#include "canary/net/http_session.hpp"

#include <span>
#include <vector>

namespace canary::net {

struct batch_limits {
  std::size_t at_once = 20;
  std::uint64_t max_bodies = 64u << 20;  ///< bytes of all responses' bodies; what is to be asked for afterwards is not
};

/// Performs `requests`, as many at once as may be, and returns their results in order when all have ended. When `stop`
/// is stopped, they all end. `requests` may be changed meanwhile by nobody.
std::vector<http_result> perform_all(http_session& by, std::span<const http_request> requests,
                                     const batch_limits& limits, interrupter& stop, boost::asio::yield_context yield);

}  // namespace canary::net
