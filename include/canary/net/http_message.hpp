#pragma once
// A request as a script words it, and the response as it is told of.

#include "canary/core/failure.hpp"
#include "canary/core/run_record.hpp"
#include "canary/net/tls_options.hpp"

#include <boost/asio/ip/address.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace canary::net {

class cookie_jar;
struct proxy;

struct header {
  std::string name;
  std::string value;
};

/// A proxy of the request's own; null says that there is none, whatever the environment says.
using own_proxy = std::shared_ptr<const proxy>;

/// How to get to a server other than by what the DNS and the environment say.
struct request_route {
  std::optional<own_proxy> via = {};
  int family = 0;  ///< 4 or 6: addresses of that kind alone
  /// By name, in ASCII and lower case: these addresses instead of a look-up.
  std::vector<std::pair<std::string, std::vector<boost::asio::ip::address>>> resolve = {};
};

struct http_request {
  std::string method = "GET";
  std::string url = {};              ///< absolute, http or https
  std::vector<header> headers = {};  ///< in order; a name may repeat
  std::string body = {};             ///< bytes; empty means none
  /// Of this request, redirects included; the run's deadline bounds it anyway.
  std::optional<nanoseconds> timeout = {};
  unsigned max_redirects = 10;  ///< 0 gives the 3xx response itself
  /// Bytes, after decompression; past it the request fails with class limit. The session's where it is not given.
  std::optional<std::uint64_t> max_body = {};
  bool compressed = true;     ///< ask for the codings that are known, and undo them
  bool discard_body = false;  ///< it is read, counted, and not kept
  tls_options tls = {};       ///< a redirect to another host keeps what for_other_host keeps
  request_route route = {};
  /// What servers set is kept here, and sent to them again, at each hop.
  std::shared_ptr<cookie_jar> cookies = {};
};

/// A redirect that was followed.
struct http_hop {
  std::string method, url;
  int code = 0;
  std::string location;  ///< as the server worded it
  std::string remote_ip;
  std::uint16_t remote_port = 0;
  http_timings timings;
};

struct http_response {
  int code = 0;
  std::string status_text;       ///< the server's reason phrase, else the standard one
  std::string proto;             ///< 'HTTP/1.1'
  std::vector<header> headers;   ///< as received, in order; a name may repeat
  std::vector<header> trailers;  ///< likewise, after a chunked body
  std::string body;              ///< decompressed
  std::string url;               ///< of the last hop
  std::vector<http_hop> redirects;
  std::string remote_ip;
  std::uint16_t remote_port = 0;
  http_timings timings;                  ///< of the last hop
  std::shared_ptr<const tls_facts> tls;  ///< of the last hop; null without TLS
};

/// One call, whole: how it ended, and each exchange on the way (one a hop), for the run's trace. The last exchange
/// carries the error, if there is one.
struct http_result {
  outcome<http_response> response;
  std::vector<http_exchange> exchanges;
};

/// 'content-type' as Go's textproto writes it: 'Content-Type'. A name that is no HTTP token is left as it is.
std::string canonical_header_name(std::string_view name);

}  // namespace canary::net
