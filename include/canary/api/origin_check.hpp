#pragma once
// Who may change something without a token: this machine, and no page but our own.

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>

namespace canary::api {

/// 127.0.0.0/8 and ::1, also as an IPv4 address written as an IPv6 one.
bool is_loopback(const boost::asio::ip::address& peer);

/// What a browser tells of the page that a request comes from; '' where the header is absent.
struct request_origin {
  boost::asio::ip::address peer;
  std::string_view host;            ///< Host
  std::string_view origin;          ///< Origin (RFC 6454, 7)
  std::string_view sec_fetch_site;  ///< Sec-Fetch-Site (W3C Fetch Metadata)
  bool secure = false;              ///< asked within TLS
};

/// Why a request that changes something is refused; '' where it may go on. It must come from a loopback address;
/// `Origin`, where there is one, must be this server's own; and a browser must not say that it is another site's.
std::string refuse_change(const request_origin& from);

/// Likewise, wherever it comes from, and with https before this server's own name too, as a proxy may have it.
std::string refuse_other_site(const request_origin& from);

}  // namespace canary::api
