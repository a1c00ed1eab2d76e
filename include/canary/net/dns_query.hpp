#pragma once
// One question to a name server, as a script asks it.

#include "canary/core/clock.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/ip_network.hpp"
#include "canary/net/dns_answer.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {

struct dns_question {
  std::string name;  ///< absolute, whatever /etc/resolv.conf would search; an address where the type is PTR
  dns_type type = dns_type::a;
  std::string server;  ///< 'address', 'address:port' or '[address]:port'; '' is those of /etc/resolv.conf
  nanoseconds timeout = std::chrono::seconds{5};  ///< for all attempts together
};

/// 'address', 'address:port' or '[address]:port'; the port is 53 where there is none. Empty where `text` is none of
/// these.
std::optional<boost::asio::ip::tcp::endpoint> parse_name_server(std::string_view text);

/// Asks, and asks again where half of the time brings no answer; an answer that is truncated is asked for by TCP
/// (c-ares does both). No records of that type is an empty answer; no such name, no answer in time, and everything else
/// that is none, is a failure of class dns; a `server` that is none, of class script; one that `guard` denies, of class
/// connect. Nothing is cached, and no other question waits for this one.
outcome<std::vector<dns_record>> ask_name_server(boost::asio::any_io_executor executor, clock& time,
                                                 const address_guard& guard, const dns_question& question,
                                                 interrupter& stop, boost::asio::yield_context yield);

}  // namespace canary::net
