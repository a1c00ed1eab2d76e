#pragma once
// From a whole request to its response.

#include "canary/api/exchange.hpp"
#include "canary/api/request_target.hpp"

#include <boost/asio/ip/address.hpp>

namespace canary::api {

/// A request that has arrived whole, with who sent it.
struct arrived_request {
  const http_request& message;
  const request_target& target;
  boost::asio::ip::address peer;
};

/// Never throws but what `with` throws. Counts the request in canary_api_requests_total by its route's pattern.
response dispatch(const workplace& with, const arrived_request& request);

/// `refuse_change` of a request.
std::string change_refusal(const http_request& asked, const boost::asio::ip::address& peer);

/// The label `route` of a request that did not come as far as the routes.
inline constexpr std::string_view refused_route = "refused";

}  // namespace canary::api
