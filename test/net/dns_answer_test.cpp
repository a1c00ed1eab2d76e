// Packets of name servers, taken apart (RFC 1035).

#include "canary/net/dns_answer.hpp"

#include "support/catch.hpp"

#include <boost/json/serialize.hpp>

#include <random>

using namespace canary;
using net::dns_type;

namespace {

std::string number(std::uint32_t value, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
  return bytes;
}

// 'a.test' as a packet has it.
std::string wire(std::string_view name) {
  std::string bytes;
  while (!name.empty()) {
    const auto dot = std::min(name.find('.'), name.size());
    bytes += static_cast<char>(dot);
    bytes += name.substr(0, dot);
    name.remove_prefix(std::min(dot + 1, name.size()));
  }
  return bytes + '\0';
}

// A record of 'a.test', whose name stands in the question, at offset 12.
std::string record(dns_type type, const std::string& data, std::uint32_t ttl = 300) {
  return "\xc0\x0c" + number(static_cast<std::uint32_t>(type), 2) + number(1, 2) + number(ttl, 4) +
         number(static_cast<std::uint32_t>(data.size()), 2) + data;
}

std::string packet(dns_type type, const std::vector<std::string>& records) {
  std::string bytes = number(7, 2) + number(0x8180, 2) + number(1, 2) +
                      number(static_cast<std::uint32_t>(records.size()), 2) + number(0, 4) + wire("a.test") +
                      number(static_cast<std::uint32_t>(type), 2) + number(1, 2);
  for (const auto& one : records) bytes += one;
  return bytes;
}

struct row {
  dns_type type;
  std::string data, text, fields;
};

const std::vector<row>& rows() {
  static const std::vector<row> all{
      {dns_type::a, std::string("\x0a\0\0\x01", 4), "10.0.0.1", R"({"address":"10.0.0.1"})"},
      {dns_type::aaaa, "\xfd" + std::string(14, '\0') + "\x01", "fd00::1", R"({"address":"fd00::1"})"},
      {dns_type::cname, wire("b.test"), "b.test", R"({"target":"b.test"})"},
      {dns_type::ns, std::string("\2ns\xc0\x0c", 5), "ns.a.test", R"({"target":"ns.a.test"})"},
      {dns_type::ptr, wire("host.a.test"), "host.a.test", R"({"target":"host.a.test"})"},
      {dns_type::mx, number(10, 2) + wire("mail.test"), "10 mail.test", R"({"priority":10,"exchange":"mail.test"})"},
      {dns_type::txt, "\5v=one\4 two", R"("v=one" " two")", R"({"text":"v=one two"})"},
      {dns_type::txt, std::string(1, '\0'), R"("")", R"({"text":""})"},
      {dns_type::txt, "\4a\"\\b", R"("a\"\\b")", R"({"text":"a\"\\b"})"},
      {dns_type::srv, number(1, 2) + number(2, 2) + number(443, 2) + wire("s.test"), "1 2 443 s.test",
       R"({"priority":1,"weight":2,"port":443,"target":"s.test"})"},
      {dns_type::caa, "\x80\5issueca.test", R"(128 issue "ca.test")",
       R"({"critical":true,"tag":"issue","value":"ca.test"})"},
      {dns_type::soa,
       wire("ns.test") + wire("admin.test") + number(2026, 4) + number(1, 4) + number(2, 4) + number(3, 4) +
           number(4294967295, 4),
       "ns.test admin.test 2026 1 2 3 4294967295",
       R"({"nsname":"ns.test","hostmaster":"admin.test","serial":2026,"refresh":1,"retry":2,"expire":3,)"
       R"("minttl":4294967295})"},
  };
  return all;
}

}  // namespace

TEST_CASE("each type of record is read, as text and by its fields") {
  for (const auto& row : rows()) {
    CAPTURE(row.text);
    const auto found = net::parse_dns_answer(packet(row.type, {record(row.type, row.data)}), row.type);
    REQUIRE(found.has_value());
    REQUIRE(found->size() == 1);
    CHECK(found->front().name == "a.test");
    CHECK(found->front().type == row.type);
    CHECK(found->front().ttl == 300);
    CHECK(found->front().data == row.text);
    CHECK(boost::json::serialize(found->front().fields) == row.fields);
  }
}

TEST_CASE("of an answer, the records that were asked for are kept, in its order") {
  const auto found = net::parse_dns_answer(
      packet(dns_type::a, {record(dns_type::cname, wire("b.test")), record(dns_type::a, std::string("\x0a\0\0\2", 4)),
                           record(dns_type::a, std::string("\x0a\0\0\1", 4), 5)}),
      dns_type::a);
  REQUIRE(found.value().size() == 2);
  CHECK(found->at(0).data == "10.0.0.2");
  CHECK(found->at(1).data == "10.0.0.1");
  CHECK(found->at(1).ttl == 5);
  CHECK(net::parse_dns_answer(packet(dns_type::a, {}), dns_type::a).value().empty());
}

TEST_CASE("a record whose data are too short, too long, or point out of the packet breaks the answer") {
  const failure malformed{failure_class::dns, "the name server's answer is malformed"};
  for (const auto& row : rows()) {
    CAPTURE(row.text);
    if (row.type != dns_type::txt && row.type != dns_type::caa) {
      CHECK(net::parse_dns_answer(packet(row.type, {record(row.type, row.data + "x")}), row.type).error() == malformed);
    }
    if (row.type == dns_type::caa) continue;  // its value is whatever is left
    const std::string shorter = row.data.substr(0, row.data.size() - 1);
    if (!shorter.empty()) {
      CHECK(net::parse_dns_answer(packet(row.type, {record(row.type, shorter)}), row.type).error() == malformed);
    }
  }
  for (const std::string& data : {std::string("\xc0\xff"), std::string("\xff\xff"), std::string("\xc0\x27")}) {
    CHECK(net::parse_dns_answer(packet(dns_type::ns, {record(dns_type::ns, data)}), dns_type::ns).error() == malformed);
  }
  CHECK(net::parse_dns_answer("", dns_type::a).error() == malformed);
  CHECK(net::parse_dns_answer("short", dns_type::a).error() == malformed);
  CHECK(net::parse_dns_answer(packet(dns_type::a, {"x"}), dns_type::a).error() == malformed);
}

TEST_CASE("random changes to a packet do no harm") {
  std::mt19937_64 random(4);
  int good = 0, bad = 0;
  for (int i = 0; i < 40'000; ++i) {
    const row& one = rows()[random() % rows().size()];
    std::string bytes = packet(one.type, {record(one.type, one.data), record(one.type, one.data)});
    for (std::uint64_t changes = random() % 4; changes > 0; --changes) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    const auto found = net::parse_dns_answer(bytes, one.type);
    ++(found ? good : bad);
    if (found) REQUIRE(found->size() <= bytes.size());
  }
  CHECK(good > 1000);
  CHECK(bad > 1000);
}

TEST_CASE("types are known by their names in either case, and addresses have names that are looked up backwards") {
  for (const char* name : {"A", "AAAA", "CNAME", "MX", "TXT", "SRV", "NS", "CAA", "PTR", "SOA"}) {
    CAPTURE(name);
    CHECK(net::to_string(net::parse_dns_type(name).value()) == name);
  }
  CHECK(net::parse_dns_type("mx") == dns_type::mx);
  CHECK(!net::parse_dns_type("ANY"));
  CHECK(!net::parse_dns_type(""));
  CHECK(net::reverse_name("10.1.2.3") == "3.2.1.10.in-addr.arpa");
  CHECK(net::reverse_name("2001:db8::567:89ab") ==
        "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
  CHECK(net::reverse_name("a.test") == "a.test");
}
