#include "canary/net/dns_answer.hpp"

#include "canary/core/ascii.hpp"

#include <boost/asio/ip/address.hpp>

#include <arpa/nameser.h>

#include <algorithm>
#include <array>
#include <utility>

namespace canary::net {
namespace {

constexpr std::array<std::pair<std::string_view, dns_type>, 10> types{{{"A", dns_type::a},
                                                                       {"AAAA", dns_type::aaaa},
                                                                       {"CNAME", dns_type::cname},
                                                                       {"MX", dns_type::mx},
                                                                       {"TXT", dns_type::txt},
                                                                       {"SRV", dns_type::srv},
                                                                       {"NS", dns_type::ns},
                                                                       {"CAA", dns_type::caa},
                                                                       {"PTR", dns_type::ptr},
                                                                       {"SOA", dns_type::soa}}};

// Reads one record's data, and trusts nothing: past its end every answer is zero or empty, and `good` is false. The
// names in it may point anywhere in the packet, which libresolv follows with bounds.
class data_reader {
 public:
  data_reader(const ns_msg& message, const ns_rr& record)
      : message_(message), at_(ns_rr_rdata(record)), end_(at_ + ns_rr_rdlen(record)) {}

  bool good() const { return good_; }
  bool at_end() const { return at_ == end_; }

  std::uint32_t number(std::size_t size) {
    std::uint32_t value = 0;
    for (const unsigned char byte : bytes(size)) value = value << 8 | byte;
    return value;
  }

  std::basic_string_view<unsigned char> bytes(std::size_t size) {
    if (!good_ || size > static_cast<std::size_t>(end_ - at_)) {
      good_ = false;
      return {};
    }
    return {std::exchange(at_, at_ + size), size};
  }

  std::string text(std::size_t size) {
    const auto read = bytes(size);
    return {read.begin(), read.end()};
  }

  std::string rest() { return text(static_cast<std::size_t>(end_ - at_)); }

  std::string name() {
    std::array<char, NS_MAXDNAME> text{};
    const int used =
        good_ ? ns_name_uncompress(ns_msg_base(message_), ns_msg_end(message_), at_, text.data(), text.size()) : -1;
    if (used < 0 || used > end_ - at_) {
      good_ = false;
      return {};
    }
    at_ += used;
    return text.data();
  }

 private:
  const ns_msg& message_;
  const unsigned char* at_;
  const unsigned char* end_;
  bool good_ = true;
};

// As a zone file has it: quotes and backslashes escaped.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void read_address(data_reader& in, dns_record& out) {
  if (out.type == dns_type::a) {
    out.data = boost::asio::ip::address_v4(in.number(4)).to_string();
  } else {
    boost::asio::ip::address_v6::bytes_type bytes{};
    std::ranges::copy(in.bytes(bytes.size()), bytes.begin());
    out.data = boost::asio::ip::address_v6(bytes).to_string();
  }
  out.fields = {{"address", out.data}};
}

void read_target(data_reader& in, dns_record& out) {
  out.data = in.name();
  out.fields = {{"target", out.data}};
}

void read_mx(data_reader& in, dns_record& out) {
  const std::uint32_t priority = in.number(2);
  const std::string exchange = in.name();
  out.data = std::to_string(priority) + " " + exchange;
  out.fields = {{"priority", priority}, {"exchange", exchange}};
}

void read_txt(data_reader& in, dns_record& out) {
  std::string whole;
  while (in.good() && !in.at_end()) {
    const std::string piece = in.text(in.number(1));
    whole += piece;
    out.data += (out.data.empty() ? "" : " ") + quoted(piece);
  }
  out.fields = {{"text", whole}};
}

void read_srv(data_reader& in, dns_record& out) {
  const std::uint32_t priority = in.number(2), weight = in.number(2), port = in.number(2);
  const std::string target = in.name();
  out.data = std::to_string(priority) + " " + std::to_string(weight) + " " + std::to_string(port) + " " + target;
  out.fields = {{"priority", priority}, {"weight", weight}, {"port", port}, {"target", target}};
}

void read_caa(data_reader& in, dns_record& out) {
  const std::uint32_t flags = in.number(1);
  const std::string tag = in.text(in.number(1));
  const std::string value = in.rest();
  constexpr std::uint32_t critical = 128;
  out.data = std::to_string(flags) + " " + tag + " " + quoted(value);
  out.fields = {{"critical", (flags & critical) != 0}, {"tag", tag}, {"value", value}};
}

void read_soa(data_reader& in, dns_record& out) {
  const std::string primary = in.name(), mailbox = in.name();
  out.data = primary + " " + mailbox;
  out.fields = {{"nsname", primary}, {"hostmaster", mailbox}};
  for (const char* field : {"serial", "refresh", "retry", "expire", "minttl"}) {
    const std::uint32_t value = in.number(4);
    out.data += " " + std::to_string(value);
    out.fields[field] = value;
  }
}

void read_data(data_reader& in, dns_record& out) {
  switch (out.type) {
    case dns_type::a:
    case dns_type::aaaa:
      return read_address(in, out);
    case dns_type::cname:
    case dns_type::ns:
    case dns_type::ptr:
      return read_target(in, out);
    case dns_type::mx:
      return read_mx(in, out);
    case dns_type::txt:
      return read_txt(in, out);
    case dns_type::srv:
      return read_srv(in, out);
    case dns_type::caa:
      return read_caa(in, out);
    case dns_type::soa:
      return read_soa(in, out);
  }
}

}  // namespace

std::string_view to_string(dns_type type) {
  const auto found = std::ranges::find(types, type, &std::pair<std::string_view, dns_type>::second);
  return found == types.end() ? std::string_view() : found->first;
}

std::optional<dns_type> parse_dns_type(std::string_view name) {
  for (const auto& [known, type] : types) {
    if (iequals(known, name)) return type;
  }
  return std::nullopt;
}

outcome<std::vector<dns_record>> parse_dns_answer(std::string_view packet, dns_type type) {
  const failure malformed{failure_class::dns, "the name server's answer is malformed"};
  ns_msg message;
  const auto* bytes = reinterpret_cast<const unsigned char*>(packet.data());
  if (packet.size() < NS_HFIXEDSZ || ns_initparse(bytes, static_cast<int>(packet.size()), &message) != 0) {
    return malformed;
  }
  std::vector<dns_record> found;
  for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
    ns_rr record;
    if (ns_parserr(&message, ns_s_an, i, &record) != 0) return malformed;
    if (ns_rr_type(record) != static_cast<std::uint16_t>(type) || ns_rr_class(record) != ns_c_in) continue;
    dns_record& out = found.emplace_back();
    out.name = ns_rr_name(record);
    out.type = type;
    out.ttl = ns_rr_ttl(record);
    data_reader in(message, record);
    read_data(in, out);
    if (!in.good() || !in.at_end()) return malformed;
  }
  return found;
}

std::string reverse_name(const std::string& address_or_name) {
  boost::system::error_code no_address;
  const auto address = boost::asio::ip::make_address(address_or_name, no_address);
  if (no_address) return address_or_name;
  std::string name;
  if (address.is_v4()) {
    for (const unsigned byte : address.to_v4().to_bytes()) name = std::to_string(byte) + "." + name;
    return name + "in-addr.arpa";
  }
  for (const unsigned byte : address.to_v6().to_bytes()) {
    name = std::string{"0123456789abcdef"[byte & 15], '.', "0123456789abcdef"[byte >> 4], '.'} + name;
  }
  return name + "ip6.arpa";
}

}  // namespace canary::net
