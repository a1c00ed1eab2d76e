#pragma once
// From a whole request to its response.

#include "canary/api/exchange.hpp"
#include "canary/api/origin_check.hpp"
#include "canary/api/request_target.hpp"

#include <boost/asio/ip/address.hpp>

namespace canary::api {

/// A request that has arrived whole, with who sent it.
struct arrived_request {
  const http_request& message;
  const request_target& target;
  boost::asio::ip::address peer;
  bool secure = false;  ///< within TLS
};

/// Never throws but what `with` throws. Counts the request in canary_api_requests_total by its route's pattern.
response dispatch(const workplace& with, const arrived_request& request);

/// What tells from where it was asked. It refers to the request.
request_origin origin_of(const exchange& x);

/// Why this request may not change anything; '' where it may.
std::string change_refusal(const exchange& x);

/// That `change_refusal` was the answer.
void count_forbidden(const exchange& x);

/// What was shown is a guess, or nothing: it is counted, and a guess's answer is held back.
void hold_back(exchange& x, std::string_view why);

/// The answer to whoever showed no token that is right, as `x.from.refused` has it. It is held back where it was a
/// guess.
response demand_token(exchange& x);

/// The label `route` of a request that did not come as far as the routes.
inline constexpr std::string_view refused_route = "refused";

}  // namespace canary::api
