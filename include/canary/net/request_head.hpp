#pragma once
// A request as a script words it, checked, and as it goes over the wire.

#include "canary/core/result.hpp"
#include "canary/net/http_message.hpp"
#include "canary/net/http_url.hpp"

#include <optional>
#include <string>

namespace canary::net {

/// Whether `text` is a token (RFC 9110, 5.6.2): what a method or a header's name has to be.
bool is_token(std::string_view text);

/// What is wrong with the method or a header: nothing a script writes may end a line and begin another.
std::optional<error> check_request(const std::string& method, const std::vector<header>& headers);

/// 'Basic dXNlcjpwYXNz' (RFC 7617).
std::string basic_authorization(std::string_view user, std::string_view password);

struct head_parts {
  std::string_view method;
  const http_url& url;
  const std::vector<header>& headers;  ///< the script's; Content-Length and Transfer-Encoding among them are left out
  std::size_t body_size = 0;
  std::string_view user_agent;           ///< where the headers have none
  std::string_view referer = {};         ///< where the headers have none; '' is none
  std::string_view cookies = {};         ///< beside the headers' own Cookie; '' is none
  bool compressed = true;                ///< asks for the codings that are known, unless the headers say which
  bool absolute = false;                 ///< the whole URL in the request line, as a proxy wants it
  std::string_view proxy_authorization;  ///< '' is none
};

/// The request line and the headers, with the empty line after them (RFC 9112).
std::string make_request_head(const head_parts& parts);

/// The request that asks a proxy for a tunnel (RFC 9110, 9.3.6).
std::string make_connect_head(const http_url& url, std::string_view user_agent, std::string_view proxy_authorization);

}  // namespace canary::net
