#pragma once
// What is sent back, before it is on the wire.

#include "canary/api/body.hpp"
#include "canary/api/problem.hpp"
#include "canary/core/time.hpp"

#include <boost/json/value.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canary::api {

class client_stream;

struct response {
  unsigned status = 200;
  std::string type;  ///< Content-Type; '' where there is no body
  body content;
  std::vector<std::pair<std::string_view, std::string>> headers;  ///< beside those that each response has
  bool may_compress = false;
  bool for_other_sites = false;  ///< their pages may show it (Cross-Origin-Resource-Policy)
  /// Where set, what follows the head is its business, and has no end: the connection hands its stream over.
  std::function<void(std::unique_ptr<client_stream>)> take_over = {};
};

response text_response(unsigned status, std::string_view text);
response problem_response(const problem& p);

/// Of a value of some KB.
response json_response(unsigned status, const boost::json::value& value);

/// An empty one of 200 and application/json, for a handler that writes piece by piece.
response json_response();

/// What a response says beside its status and headers.
struct delivery {
  wall_time at{};
  bool keep_alive = true;
};

/// Status line and headers, with the empty line. Security headers are on every response.
std::string response_head(const response& r, const delivery& how);

/// 'Sun, 22 Nov 2026 12:00:00 GMT' (RFC 9110, 5.6.7).
std::string http_date(wall_time t);

}  // namespace canary::api
