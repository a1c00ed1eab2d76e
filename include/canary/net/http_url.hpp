#pragma once
// A URL that HTTP can be asked for, taken apart once.

#include "canary/core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace canary::net {

/// An absolute http or https URL (RFC 3986). The fragment is dropped, since it never leaves the client.
struct http_url {
  bool secure = false;      ///< https
  std::string host;         ///< lower case; an IPv6 address stands without brackets
  std::uint16_t port = 80;  ///< the scheme's own where the URL names none
  std::string target;       ///< path and query as sent, '/' at least
  bool has_userinfo = false;
  std::string user, password;  ///< decoded

  /// 'example.com', 'example.com:8080', '[::1]:8080': the Host header, and the authority of `text`.
  std::string authority() const;

  /// 'example.com:80', '[::1]:443': with the port always there, as CONNECT and messages about connections want it.
  std::string host_and_port() const;

  /// The URL without userinfo: what is recorded and shown.
  std::string text() const;
};

/// Characters that a URL must not hold raw (spaces, quotes, letters beyond ASCII, …) are percent-encoded, as Go and
/// browsers do; control characters are refused. The error says what is wrong, and names `text` without its userinfo.
result<http_url> parse_http_url(std::string_view text);

/// Where `location`, the value of that header in a response to `base`, leads (RFC 3986, 5.2). A relative one keeps the
/// base's userinfo.
result<http_url> resolve_location(const http_url& base, std::string_view location);

/// Whether `location` names a host of its own.
bool names_host(std::string_view location);

}  // namespace canary::net
