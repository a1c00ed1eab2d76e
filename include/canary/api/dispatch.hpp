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

/// Never throws but what `between` throws. Counts the request in canary_api_requests_total by its route's pattern.
response dispatch(const services& on, const static_files& files, event_readers& readers, const arrived_request& request,
                  const pause_point& between);

/// The label `route` of a request that did not come as far as the routes.
inline constexpr std::string_view refused_route = "refused";

}  // namespace canary::api
