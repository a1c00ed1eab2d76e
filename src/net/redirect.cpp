#include "canary/net/redirect.hpp"

#include "canary/core/ascii.hpp"

#include <algorithm>

namespace canary::net {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [name](std::string_view n) { return iequals(name, n); });
}

bool is_credential(std::string_view name) {
  return is_one_of(name, {"Authorization", "Www-Authenticate", "Cookie", "Cookie2", "Proxy-Authorization"});
}

bool describes_body(std::string_view name) {
  return is_one_of(name, {"Content-Type", "Content-Encoding", "Content-Language", "Content-Location"});
}

// What browsers tell unless they are told otherwise (W3C Referrer Policy, strict-origin-when-cross-origin).
std::string referer_of(const http_url& page, const http_url& next) {
  if (page.secure && !next.secure) return {};
  if (page.secure == next.secure && page.host == next.host && page.port == next.port) return page.text();
  return (page.secure ? "https://" : "http://") + page.authority() + "/";
}

}  // namespace

bool is_same_or_subdomain(std::string_view host, std::string_view parent) {
  if (host == parent) return true;
  // An address has no subdomains, whatever its text ends in.
  if (host.find(':') != host.npos || parent.empty()) return false;
  return host.size() > parent.size() && host.ends_with(parent) && host[host.size() - parent.size() - 1] == '.';
}

outcome<std::optional<redirect>> next_request(const http_response& answer, const std::string& method,
                                              const http_url& url, const std::vector<header>& headers,
                                              const std::string& first_host) {
  const bool to_get = answer.code == 301 || answer.code == 302 || answer.code == 303;
  const bool as_it_is = answer.code == 307 || answer.code == 308;
  if (!to_get && !as_it_is) return std::nullopt;
  const auto location = std::find_if(answer.headers.begin(), answer.headers.end(),
                                     [](const header& h) { return iequals(h.name, "Location"); });
  if (location == answer.headers.end() || location->value.empty()) return std::nullopt;
  auto target = resolve_location(url, location->value);
  if (!target) {
    return failure{failure_class::http,
                   "its answer " + std::to_string(answer.code) + " redirects to nowhere: " + target.error().message,
                   failure_code::bad_redirect};
  }

  redirect next;
  next.url = std::move(*target);
  next.keep_body = as_it_is;
  next.method = as_it_is || method == "HEAD" ? method : "GET";
  next.referer = referer_of(url, next.url);
  const bool trusted = is_same_or_subdomain(next.url.host, first_host);
  const bool same_place = !names_host(location->value);
  for (const header& h : headers) {
    if (!trusted && is_credential(h.name)) continue;
    if (!next.keep_body && describes_body(h.name)) continue;
    if (!same_place && iequals(h.name, "Host")) continue;
    next.headers.push_back(h);
  }
  return std::optional(std::move(next));
}

}  // namespace canary::net
