#pragma once
// Set-Cookie, read as browsers read it (RFC 6265, 5.2). Pure.

#include "canary/core/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::net {

/// One cookie as a server words it. What a Set-Cookie does not say is ''.
struct cookie {
  std::string name, value;
  std::string domain;                ///< lower case, without a leading dot
  std::string path;                  ///< '' unless it begins with '/'
  std::optional<wall_time> expires;  ///< from Max-Age, else from Expires; none is a session's cookie
  bool secure = false, http_only = false;
  std::string same_site;  ///< 'Strict', 'Lax', 'None'; '' where it says nothing that is known
};

/// Reads the value of one Set-Cookie header. Empty where that sets nothing: no name, a control character, or more than
/// 4096 bytes of name and value. `now` is what Max-Age counts from.
std::optional<cookie> parse_set_cookie(std::string_view text, wall_time now);

/// A date as servers write it in Expires (RFC 6265, 5.1.1), whatever the order of its parts. Empty where it is none.
std::optional<wall_time> parse_cookie_date(std::string_view text);

}  // namespace canary::net
