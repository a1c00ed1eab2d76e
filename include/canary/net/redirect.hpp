#pragma once
// What becomes of a request whose answer is to ask elsewhere: Go's http.Client's rules.

#include "canary/core/failure.hpp"
#include "canary/net/http_message.hpp"
#include "canary/net/http_url.hpp"

#include <optional>

namespace canary::net {

/// The next request.
struct redirect {
  std::string method;
  http_url url;
  bool keep_body = false;
  std::vector<header> headers;
  std::string referer;  ///< the page that leads there, of which another origin is told no more than the origin; ''
                        ///< where that came by TLS, and the next one does not
};

/// Where `answer` sends a request of `method` and `headers` to `url`. Empty where it is no redirect, or names no place:
/// then it is the response itself. `first_host` is the host that the script named, whose credentials go to it and to
/// its subdomains alone, and not again once they have been dropped. A malformed Location is a failure of class http.
outcome<std::optional<redirect>> next_request(const http_response& answer, const std::string& method,
                                              const http_url& url, const std::vector<header>& headers,
                                              const std::string& first_host);

/// Whether `host` is `parent`, or lies below it.
bool is_same_or_subdomain(std::string_view host, std::string_view parent);

}  // namespace canary::net
