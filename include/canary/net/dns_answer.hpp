#pragma once
// What a name server answered (RFC 1035), taken apart.

#include "canary/core/failure.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {

/// The types that can be asked for; the numbers are the protocol's.
enum class dns_type : std::uint16_t {
  a = 1,
  ns = 2,
  cname = 5,
  soa = 6,
  ptr = 12,
  mx = 15,
  txt = 16,
  aaaa = 28,
  srv = 33,
  caa = 257  ///< RFC 8659
};

/// 'MX'.
std::string_view to_string(dns_type type);
std::optional<dns_type> parse_dns_type(std::string_view name);

struct dns_record {
  std::string name;  ///< whose it is, without a final dot
  dns_type type{};
  std::uint32_t ttl = 0;       ///< seconds
  std::string data;            ///< as a zone file has it: '10 mail.example.com'
  boost::json::object fields;  ///< the same, by name: priority, exchange; docs/script-reference.md has the list
};

/// The records of `type` in the answer section of `packet`, in its order; those that only lead there (CNAME) are left
/// out. A packet that breaks the protocol is a failure of class dns.
outcome<std::vector<dns_record>> parse_dns_answer(std::string_view packet, dns_type type);

/// The name by which the host of an address is looked up: '1.0.0.10.in-addr.arpa'; anything else stays as it is.
std::string reverse_name(const std::string& address_or_name);

}  // namespace canary::net
