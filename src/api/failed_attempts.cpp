#include "canary/api/failed_attempts.hpp"

#include <algorithm>

namespace canary::api {
namespace {

namespace ip = boost::asio::ip;

// Whoever has one IPv6 address has a network of them.
ip::address peer_of(const ip::address& address) {
  if (address.is_v4()) return address;
  const auto six = address.to_v6();
  if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six);
  auto bytes = six.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return ip::address_v6(bytes);
}

}  // namespace

nanoseconds failed_attempts::add(const ip::address& address, mono_time now) {
  const auto peer = peer_of(address);
  auto found = peers_.find(peer);
  if (found == peers_.end()) {
    if (peers_.size() == most_peers) {
      peers_.erase(std::min_element(peers_.begin(), peers_.end(),
                                    [](const auto& a, const auto& b) { return a.second.last < b.second.last; }));
    }
    found = peers_.try_emplace(peer).first;
  }
  history& of = found->second;
  if (now - of.last > memory) of.failures = 0;
  of.last = now;
  ++of.failures;
  nanoseconds wait = first_wait;
  for (unsigned n = 1; n < of.failures && wait < longest_wait; ++n) wait *= 2;
  return std::min(wait, longest_wait);
}

}  // namespace canary::api
