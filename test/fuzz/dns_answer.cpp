// Answers of name servers.

#include "canary/net/dns_answer.hpp"

#include "fuzz/fuzz.hpp"

#include <boost/json/serialize.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  using net::dns_type;
  const canary::fuzz::exact packet({reinterpret_cast<const char*>(data), size});
  for (const auto type : {dns_type::a, dns_type::ns, dns_type::cname, dns_type::soa, dns_type::ptr, dns_type::mx,
                          dns_type::txt, dns_type::aaaa, dns_type::srv, dns_type::caa}) {
    MUST_HOLD(net::parse_dns_type(net::to_string(type)) == type);
    const auto found = net::parse_dns_answer(packet.text(), type);
    if (!found) {
      MUST_HOLD(found.error().kind == canary::failure_class::dns);
      continue;
    }
    // A record is ten bytes and a name of one, at least; with pointers, names are longer than what they take.
    MUST_HOLD(found->size() <= size / 11);
    for (const auto& record : *found) {
      MUST_HOLD(record.type == type && record.name.size() < 1025 && !record.fields.empty());
      MUST_HOLD(record.data.size() <= 2 * 1025 + 4 * size + 64);
    }
  }
  const std::string name = net::reverse_name(std::string(packet.text()));
  MUST_HOLD(name == packet.text() || name.ends_with(".arpa"));
  static_cast<void>(net::parse_dns_type(packet.text()));
  return 0;
}
