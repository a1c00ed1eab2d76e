// Ranges of addresses (--deny.net), and what they say of addresses.

#include "canary/core/ip_network.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace ip = boost::asio::ip;
  canary::fuzz::input in(data, size);
  ip::address_v6::bytes_type bytes{};
  for (auto& byte : bytes) byte = in.byte();
  const ip::address address =
      in.flag() ? ip::address(ip::address_v6(bytes)) : ip::address_v4({bytes[0], bytes[1], bytes[2], bytes[3]});
  const auto effective = canary::effective_address(address);
  MUST_HOLD(canary::effective_address(effective) == effective);

  const canary::fuzz::exact text(in.rest());
  MUST_HOLD(text.text().size() > 0 || !canary::parse_ip_network(text.text()));
  const auto network = canary::parse_ip_network(text.text());
  if (!network) return 0;
  const auto again = canary::parse_ip_network(network->text());
  MUST_HOLD(again && again->address == network->address && again->prefix == network->prefix);
  MUST_HOLD(canary::fuzz::one_line(text.text()));
  MUST_HOLD(network->contains(network->address));
  const canary::address_guard guard({*network});
  MUST_HOLD((guard.denies(address) != nullptr) == (network->contains(address) || network->contains(effective)));
  return 0;
}
