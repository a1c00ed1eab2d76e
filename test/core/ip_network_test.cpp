#include "canary/core/ip_network.hpp"

#include "support/catch.hpp"

using namespace canary;
using boost::asio::ip::make_address;

TEST_CASE("ranges of addresses are read as CIDR writes them") {
  struct row {
    std::string text, network, inside, outside;
  };
  for (const auto& row : {
           row{"10.0.0.0/8", "10.0.0.0/8", "10.255.255.255", "11.0.0.0"},
           row{"169.254.169.254", "169.254.169.254/32", "169.254.169.254", "169.254.169.253"},
           row{"0.0.0.0/0", "0.0.0.0/0", "8.8.8.8", "::2"},
           row{"192.168.4.0/22", "192.168.4.0/22", "192.168.7.255", "192.168.8.0"},
           row{"fd00::/8", "fd00::/8", "fdff::1", "fe00::1"},
           row{"fd00:ec2::254", "fd00:ec2::254/128", "fd00:ec2::254", "fd00:ec2::255"},
           row{"::ffff:10.0.0.0/104", "10.0.0.0/8", "10.1.2.3", "11.0.0.0"},
       }) {
    CAPTURE(row.text);
    const auto network = parse_ip_network(row.text);
    REQUIRE(network.has_value());
    CHECK(network->text() == row.network);
    CHECK(network->contains(make_address(row.inside)));
    CHECK_FALSE(network->contains(make_address(row.outside)));
  }
}

TEST_CASE("what is no range of addresses is refused, with what would be right") {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {""sv, "10.0.0.1\0x"sv, "fe80::%lo/10"sv, "x"sv, "10.0.0.0/33"sv, "10.0.0.0/-1"sv, "10.0.0.0/"sv,
        "10.0.0.0/8x"sv, "10.0.0/8"sv, "fd00::/129"sv, "example.com"sv, "10.0.0.0 /8"sv, "/8"sv}) {
    CAPTURE(text);
    const auto network = parse_ip_network(text);
    REQUIRE(network.has_error());
    CHECK(network.error().message ==
          "'" + std::string(text) + "' is no range of addresses; one such as 10.0.0.0/8 or fd00::/8 is wanted");
  }
}

TEST_CASE("a list of ranges is read in order, and refused where one is none") {
  const auto read = parse_ip_networks("169.254.0.0/16, fe80::/10,,fd00:ec2::254 ");
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 3);
  CHECK((*read)[0].text() == "169.254.0.0/16");
  CHECK((*read)[1].text() == "fe80::/10");
  CHECK((*read)[2].text() == "fd00:ec2::254/128");
  CHECK(parse_ip_networks("")->empty());
  CHECK(parse_ip_networks("10.0.0.0/8,ten").error().message ==
        "'ten' is no range of addresses; one such as 10.0.0.0/8 or fd00::/8 is wanted");
}

TEST_CASE("an address is denied in each form in which the kernel would connect to it") {
  const address_guard guard({parse_ip_network("169.254.0.0/16").value(), parse_ip_network("127.0.0.0/8").value(),
                             parse_ip_network("fd00:ec2::254").value(), parse_ip_network("::1").value()});
  for (const char* denied : {"169.254.169.254", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "127.0.0.1", "0.0.0.0",
                             "::ffff:0.0.0.0", "64:ff9b::", "::", "::1", "fd00:ec2::254"}) {
    CAPTURE(denied);
    CHECK(guard.denies(make_address(denied)) != nullptr);
  }
  for (const char* allowed : {"169.253.0.1", "8.8.8.8", "::ffff:8.8.8.8", "64:ff9b::808:808", "64:ff9c::a9fe:a9fe",
                              "fd00:ec2::253", "2001:db8::1"}) {
    CAPTURE(allowed);
    CHECK(guard.denies(make_address(allowed)) == nullptr);
  }
  CHECK(address_guard().denies(make_address("169.254.169.254")) == nullptr);
}
