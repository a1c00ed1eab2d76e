#include "canary/net/http_url.hpp"

#include "canary/core/printable.hpp"
#include "canary/net/host_name.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <charconv>

namespace canary::net {
namespace {

namespace urls = boost::urls;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Where the authority of a URL or reference begins; npos where it has none.
std::size_t authority_begin(std::string_view text) {
  const auto slashes = text.find("//");
  if (slashes == 0) return 2;
  const auto end = text.find_first_of("/?#");
  return slashes != text.npos && end == slashes && text[slashes - 1] == ':' ? slashes + 2 : text.npos;
}

std::size_t authority_end(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of("/?#", begin), text.size());
}

// For messages: a password does not belong into a log.
std::string without_userinfo(std::string_view text) {
  const auto begin = authority_begin(text);
  if (begin == text.npos) return std::string(text);
  const auto at = text.substr(0, authority_end(text, begin)).rfind('@');
  if (at == text.npos || at < begin) return std::string(text);
  return std::string(text.substr(0, begin)) + std::string(text.substr(at + 1));
}

error bad_url(std::string_view text, std::string_view why) {
  constexpr std::size_t longest_shown = 500;
  return {"bad URL '" + printable(without_userinfo(text), longest_shown) + "': " + printable(why)};
}

// Where the host is, if it is a name that begins like an IPv4 address, '10.0.0.1.nip.io'; else npos. Boost.URL 1.81
// would take its beginning for the address, and the rest for a path.
std::size_t name_like_address(std::string_view text, std::size_t begin, std::size_t end) {
  const auto userinfo = text.substr(begin, end - begin).rfind('@');
  if (userinfo != text.npos) begin += userinfo + 1;
  const std::string_view host = text.substr(begin, text.substr(begin, end - begin).find(':'));
  if (host.empty() || host[0] < '0' || host[0] > '9') return text.npos;
  const bool figures = host.find_first_not_of("0123456789.") == host.npos;
  return figures && std::count(host.begin(), host.end(), '.') <= 3 ? text.npos : begin;
}

// Makes `text` what Boost.URL's grammar, which is RFC 3986's own, can accept.
result<std::string> encode(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const std::string_view whole = text;
  text = text.substr(0, text.find('#'));
  const auto begin = authority_begin(text);
  const std::size_t path = begin == text.npos ? 0 : authority_end(text, begin);
  const std::size_t name = begin == text.npos ? text.npos : name_like_address(text, begin, path);
  std::string encoded;
  encoded.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return bad_url(whole, "it holds a control character");
    if (c == '%' && (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2]))) {
      return bad_url(whole,
                     "'" + std::string(text.substr(i, 3)) + "' is not a percent-escape; a plain % is written %25");
    }
    const bool bracket = (c == '[' || c == ']') && i >= path;
    // With its first figure encoded, which means the same, a name is nothing but a name.
    if (i == name || byte >= 0x80 || c == ' ' || bracket ||
        std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos) {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    } else {
      encoded += c;
    }
  }
  return result<std::string>(boost::system::in_place_value, std::move(encoded));
}

result<http_url> take_apart(urls::url_view url, std::string_view text) {
  http_url parts;
  const auto scheme = url.scheme_id();
  if (scheme != urls::scheme::http && scheme != urls::scheme::https) {
    return bad_url(text, "its scheme '" + std::string(url.scheme()) + "' is neither http nor https");
  }
  parts.secure = scheme == urls::scheme::https;
  if (!url.has_authority() || url.encoded_host_address().empty()) return bad_url(text, "it names no host");
  parts.host = url.host_address();
  std::transform(parts.host.begin(), parts.host.end(), parts.host.begin(), lower);
  const auto type = url.host_type();
  if (type == urls::host_type::ipvfuture) return bad_url(text, "its host is not an address that is known");
  if (type == urls::host_type::name) {
    auto name = ascii_host_name(parts.host);
    if (!name) return bad_url(text, name.error().message);
    parts.host = std::move(*name);
  }
  parts.port = parts.secure ? 443 : 80;
  // Boost.URL 1.81 lets the number of a port overflow, and takes what follows a port's digits for a path.
  if (url.has_port() && !url.port().empty()) {
    const std::string_view digits = url.port();
    const auto [end, trouble] = std::from_chars(digits.data(), digits.data() + digits.size(), parts.port);
    if (trouble != std::errc{} || parts.port == 0) return bad_url(text, "its port is not between 1 and 65535");
  }
  const std::string_view path = url.encoded_path();
  if (!path.empty() && path.front() != '/') return bad_url(text, "its port is not a number");
  parts.target = url.encoded_target();
  if (parts.target.empty() || parts.target.front() != '/') parts.target.insert(0, 1, '/');
  parts.has_userinfo = url.has_userinfo();
  if (parts.has_userinfo) {
    parts.user = url.user();
    parts.password = url.password();
  }
  return parts;
}

// RFC 3986 5.2.4: '.' and '..' are no segments of a target that a reference leads to. The query is left alone.
void remove_dot_segments(std::string& target) {
  const std::size_t end = std::min(target.find('?'), target.size());
  const std::string_view path = std::string_view(target).substr(0, end);
  std::string kept;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t next = std::min(path.find('/', at + 1), path.size());
    const std::string_view segment = path.substr(at + 1, next - at - 1);
    const bool back = segment == "..";
    if (back) kept.erase(std::min(kept.rfind('/'), kept.size()));
    if (!back && segment != ".") {
      kept += path.substr(at, next - at);
    } else if (next == path.size()) {
      kept += '/';
    }
    at = next;
  }
  target.replace(0, end, kept);
}

}  // namespace

std::string http_url::authority() const {
  std::string text = host.find(':') == host.npos ? host : "[" + host + "]";
  if (port != (secure ? 443 : 80)) text += ":" + std::to_string(port);
  return text;
}

std::string http_url::host_and_port() const {
  return (host.find(':') == host.npos ? host : "[" + host + "]") + ":" + std::to_string(port);
}

std::string http_url::text() const { return (secure ? "https://" : "http://") + authority() + target; }

result<http_url> parse_http_url(std::string_view text) {
  if (text.empty()) return error{"the URL is empty"};
  const auto encoded = encode(text);
  if (!encoded) return encoded.error();
  const auto url = urls::parse_uri(*encoded);
  if (!url) {
    return bad_url(text, text.find("://") == text.npos ? "it is not absolute: it has to begin with http:// or https://"
                                                       : "it is not a URL as RFC 3986 has them");
  }
  return take_apart(*url, text);
}

result<http_url> resolve_location(const http_url& base, std::string_view location) {
  const auto encoded = encode(location);
  if (!encoded) return encoded.error();
  const auto reference = urls::parse_uri_reference(*encoded);
  if (!reference) return bad_url(location, "it is not a URL as RFC 3986 has them");
  const std::string base_text = encode(base.text()).value();
  urls::url target;
  if (!urls::resolve(urls::parse_uri(base_text).value(), *reference, target)) {
    return bad_url(location, "it cannot be resolved");
  }
  auto parts = take_apart(target, location);
  // Boost.URL 1.81 keeps a '..' that leads beyond the root.
  if (parts) remove_dot_segments(parts->target);
  if (parts && !reference->has_authority()) {
    parts->has_userinfo = base.has_userinfo;
    parts->user = base.user;
    parts->password = base.password;
  }
  return parts;
}

bool names_host(std::string_view location) { return authority_begin(location) != location.npos; }

}  // namespace canary::net
