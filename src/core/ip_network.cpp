#include "canary/core/ip_network.hpp"

#include "canary/core/items.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace canary {
namespace {

namespace ip = boost::asio::ip;

template <class Bytes>
bool same_prefix(const Bytes& a, const Bytes& b, int bits) {
  for (std::size_t i = 0; i < a.size() && bits > 0; ++i, bits -= 8) {
    const int shift = bits >= 8 ? 0 : 8 - bits;
    if (a[i] >> shift != b[i] >> shift) return false;
  }
  return true;
}

error refused(std::string_view text) {
  return error{"'" + std::string(text) + "' is no range of addresses; one such as 10.0.0.0/8 or fd00::/8 is wanted"};
}

}  // namespace

bool ip_network::contains(const ip::address& other) const {
  if (other.is_v4() != address.is_v4()) return false;
  return address.is_v4() ? same_prefix(address.to_v4().to_bytes(), other.to_v4().to_bytes(), prefix)
                         : same_prefix(address.to_v6().to_bytes(), other.to_v6().to_bytes(), prefix);
}

std::string ip_network::text() const { return address.to_string() + "/" + std::to_string(prefix); }

result<ip_network> parse_ip_network(std::string_view text) {
  const auto slash = text.find('/');
  boost::system::error_code wrong;
  ip_network made;
  const std::string address(text.substr(0, slash));
  // The system's parser stops at a NUL, and takes the name of an interface, which is no part of a range.
  if (address.find_first_not_of("0123456789abcdefABCDEF:.") != address.npos) return refused(text);
  made.address = ip::make_address(address, wrong);
  if (wrong) return refused(text);
  made.prefix = made.address.is_v4() ? 32 : 128;
  if (slash != text.npos) {
    const std::string_view digits = text.substr(slash + 1);
    int prefix = -1;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (problem != std::errc{} || end != digits.data() + digits.size() || prefix < 0 || prefix > made.prefix) {
      return refused(text);
    }
    made.prefix = prefix;
  }
  // '::ffff:10.0.0.0/104' means 10.0.0.0/8.
  if (made.address.is_v6() && made.address.to_v6().is_v4_mapped() && made.prefix >= 96) {
    made.address = ip::make_address_v4(ip::v4_mapped, made.address.to_v6());
    made.prefix -= 96;
  }
  return made;
}

result<std::vector<ip_network>> parse_ip_networks(std::string_view list) {
  std::vector<ip_network> networks;
  for (const auto item : items_of(list)) {
    const auto network = parse_ip_network(item);
    if (!network) return network.error();
    networks.push_back(*network);
  }
  return networks;
}

ip::address effective_address(const ip::address& address) {
  if (address.is_v4()) return address.is_unspecified() ? ip::address(ip::address_v4::loopback()) : address;
  const auto v6 = address.to_v6();
  if (v6.is_unspecified()) return ip::address_v6::loopback();
  if (v6.is_v4_mapped()) return effective_address(ip::make_address_v4(ip::v4_mapped, v6));
  const auto bytes = v6.to_bytes();
  constexpr std::array<unsigned char, 12> translated{0, 0x64, 0xff, 0x9b};  // 64:ff9b::/96
  if (!std::equal(translated.begin(), translated.end(), bytes.begin())) return address;
  return effective_address(ip::address_v4({bytes[12], bytes[13], bytes[14], bytes[15]}));
}

const ip_network* address_guard::denies(const ip::address& address) const {
  const auto effective = effective_address(address);
  const auto found = std::find_if(denied_.begin(), denied_.end(), [&](const ip_network& network) {
    return network.contains(address) || network.contains(effective);
  });
  return found == denied_.end() ? nullptr : &*found;
}

}  // namespace canary
