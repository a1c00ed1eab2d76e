#pragma once
// Who may change something: this machine, and no page but our own.

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>

namespace canary::api {

/// What a browser tells of the page that a request comes from; '' where the header is absent.
struct request_origin {
  boost::asio::ip::address peer;
  std::string_view host;            ///< Host
  std::string_view origin;          ///< Origin (RFC 6454, 7)
  std::string_view sec_fetch_site;  ///< Sec-Fetch-Site (W3C Fetch Metadata)
};

/// Why a request that changes something is refused; '' where it may go on. It must come from a loopback address;
/// `Origin`, where there is one, must be this server's own; and a browser must not say that it is another site's.
std::string refuse_change(const request_origin& from);

}  // namespace canary::api
