#pragma once
// What a request shows to be let in: a token or a session, read from its headers and not believed yet.

#include <boost/beast/http/fields.hpp>

#include <string>
#include <string_view>

namespace canary::api {

inline constexpr std::string_view session_cookie = "canary_session";

struct credentials {
  enum class kind : unsigned char { none, token, session, malformed };
  kind what = kind::none;
  std::string_view text;  ///< the token or the session's id; a part of the header
};

/// Of the value of an Authorization header (RFC 6750, 2.1): its token, '' where it is of another form.
std::string_view bearer_token(std::string_view authorization);

/// The value of the first cookie of this name in a Cookie header (RFC 6265, 4.2), '' where there is none.
std::string_view cookie_value(std::string_view cookies, std::string_view name);

/// An Authorization header wins over a cookie, and there may be one only.
credentials read_credentials(const boost::beast::http::fields& headers);

}  // namespace canary::api
