#include "canary/api/read_problem.hpp"

#include "canary/core/ascii.hpp"

#include <boost/beast/http/error.hpp>

namespace canary::api {
namespace {

namespace http = boost::beast::http;
using http::field;

problem wrong(unsigned status, std::string detail) { return {status, std::move(detail), {}}; }

std::optional<problem> host_problem(const http_request& head, const std::string& authority, const host_check& hosts,
                                    const boost::asio::ip::address& local) {
  const auto count = head.count(field::host);
  if (count != 1) return wrong(400, count == 0 ? "the Host header is missing" : "there is more than one Host header");
  const auto host = header(head, field::host);
  for (const auto name : {host, std::string_view(authority.empty() ? host : authority)}) {
    if (!host_of(name)) return wrong(400, "the Host header is not a host and port");
    if (hosts.allows(name, local)) continue;
    return wrong(421, "this server does not answer to the name '" + *host_of(name) +
                          "'; to have it do so, start canaryd with --web.allowed-hosts=" + *host_of(name));
  }
  return std::nullopt;
}

std::optional<problem> transfer_problem(const http_request& head) {
  const auto count = head.count(field::transfer_encoding);
  if (count == 0) return std::nullopt;
  if (head.version() < 11) return wrong(400, "Transfer-Encoding is not for HTTP/1.0");
  // With any other coding it would be unclear where the body ends, and whose words come next.
  if (count > 1 || !iequals(header(head, field::transfer_encoding), "chunked")) {
    return wrong(501, "the only Transfer-Encoding that is understood is chunked");
  }
  return std::nullopt;
}

}  // namespace

std::optional<problem> read_problem(const boost::system::error_code& failed, bool timed_out,
                                    const size_limits& limits) {
  if (timed_out) return wrong(408, "the request did not arrive whole in time");
  if (failed.category() != http::make_error_code(http::error::bad_method).category()) return std::nullopt;
  switch (static_cast<http::error>(failed.value())) {
    case http::error::end_of_stream:
      return std::nullopt;
    case http::error::partial_message:
      return wrong(400, "the request ends in its middle");
    case http::error::header_limit:
    case http::error::buffer_overflow:
      return wrong(431, "the request's head is longer than " + std::to_string(limits.max_headers) + " bytes");
    case http::error::body_limit:
      return wrong(413, "the request's body is longer than " + std::to_string(limits.max_body) + " bytes");
    case http::error::bad_version:
      return wrong(505, "HTTP/1.1 is spoken here");
    default:
      return wrong(400, "this is not HTTP: " + failed.message());
  }
}

std::optional<problem> head_problem(const http_request& head, const std::optional<request_target>& target,
                                    const host_check& hosts, const boost::asio::ip::address& local) {
  if (head.version() != 10 && head.version() != 11) return wrong(505, "HTTP/1.1 is spoken here");
  if (!target) return wrong(400, "the request's target is not a path");
  if (auto p = host_problem(head, target->authority, hosts, local)) return p;
  if (auto p = transfer_problem(head)) return p;
  const auto expect = header(head, field::expect);
  if (!expect.empty() && !iequals(expect, "100-continue")) {
    return wrong(417, "the only expectation that can be met is 100-continue");
  }
  return std::nullopt;
}

bool wants_continue(const http_request& head) { return head.version() == 11 && !header(head, field::expect).empty(); }

}  // namespace canary::api
