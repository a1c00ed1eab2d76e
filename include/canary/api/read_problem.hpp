#pragma once
// What a request that did not arrive as it should is answered.

#include "canary/api/exchange.hpp"
#include "canary/api/host_check.hpp"
#include "canary/api/request_target.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/system/error_code.hpp>

#include <optional>

namespace canary::api {

struct size_limits {
  std::uint64_t max_body = 0;
  std::uint32_t max_headers = 0;
};

/// For an error while reading. Empty where there is nobody to answer: the client closed between requests, or the
/// connection broke.
std::optional<problem> read_problem(const boost::system::error_code& failed, bool timed_out, const size_limits& limits);

/// What is wrong with a head that parsed, before its body is read: its target, its Host, its Transfer-Encoding, its
/// Expect. `target` is what `parse_request_target` made of it.
std::optional<problem> head_problem(const http_request& head, const std::optional<request_target>& target,
                                    const host_check& hosts, const boost::asio::ip::address& local);

/// Whether the client waits for '100 Continue' before it sends the body (RFC 9110, 10.1.1).
bool wants_continue(const http_request& head);

}  // namespace canary::api
