#pragma once
// A client with nothing around HTTP: what a request costs at the least in this process, on these libraries.

#include "canary/core/time.hpp"

#include <string>

namespace canary::bench {

struct client_figures {
  double requests_per_s = 0, cpu_us_per_request = 0;
};

/// Asks `url`, which names an address of IPv4 and a port, for so many seconds: Beast's own calls on one loop, 64
/// connections that are kept. Throws std::runtime_error where a request fails.
client_figures run_beast(const std::string& url, nanoseconds how_long);

}  // namespace canary::bench
