#pragma once
// What config.js decides about the requests of all its tests: settings({ http: … }).

#include <cstdint>

namespace canary {

struct http_settings {
  bool shared_connections = false;        ///< kept connections serve later runs too, and other tests' runs
  bool dns_cache = false;                 ///< names are looked up again only when their name server said so
  std::uint64_t max_body = 10u << 20;     ///< bytes of a response's body, unpacked, where a request says nothing else
  std::uint32_t max_headers = 64u << 10;  ///< bytes of a response's headers
  std::uint32_t max_requests = 1000;      ///< of one run; each redirect that is followed counts

  bool operator==(const http_settings&) const = default;
};

}  // namespace canary
