#include "canary/api/credentials.hpp"

#include "canary/core/ascii.hpp"
#include "parse_text.hpp"

#include <algorithm>

namespace canary::api {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view scheme = "Bearer";
// Longer than any that canaryd hands out.
constexpr std::size_t longest = 512;

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~+/=").find(c) != std::string_view::npos;
  });
}

std::string_view value(const http::fields& headers, http::field name) {
  const auto found = headers[name];
  return {found.data(), found.size()};
}

}  // namespace

std::string_view bearer_token(std::string_view authorization) {
  const auto text = trim(authorization);
  if (text.size() <= scheme.size() || !iequals(text.substr(0, scheme.size()), scheme)) return {};
  if (text[scheme.size()] != ' ') return {};
  const auto token = trim(text.substr(scheme.size()));
  return is_token(token) ? token : std::string_view{};
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    const auto pair = trim(cookies.substr(0, end));
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    const auto equals = pair.find('=');
    if (equals == pair.npos || trim(pair.substr(0, equals)) != name) continue;
    const auto found = trim(pair.substr(equals + 1));
    return found.size() <= longest ? found : std::string_view{};
  }
  return {};
}

credentials read_credentials(const http::fields& headers) {
  using kind = credentials::kind;
  const auto given = headers.count(http::field::authorization);
  if (given > 1) return {kind::malformed, {}};
  if (given == 1) {
    const auto token = bearer_token(value(headers, http::field::authorization));
    return {token.empty() ? kind::malformed : kind::token, token};
  }
  const auto session = cookie_value(value(headers, http::field::cookie), session_cookie);
  return {session.empty() ? kind::none : kind::session, session};
}

}  // namespace canary::api
