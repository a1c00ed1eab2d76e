#include "canary/net/request_head.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/items.hpp"
#include "canary/core/printable.hpp"
#include "canary/net/content_decoding.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace canary::net {
namespace {

bool is_token_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

std::string quoted(std::string_view text) { return "'" + printable(text, 100) + "'"; }

void add(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool is_token(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char); }

std::optional<error> check_request(const std::string& method, const std::vector<header>& headers) {
  if (!is_token(method)) return error{quoted(method) + " is not an HTTP method"};
  if (iequals(method, "CONNECT")) return error{"the method CONNECT is for proxies, and not for scripts"};
  for (const header& h : headers) {
    if (!is_token(h.name)) return error{quoted(h.name) + " is not a header name"};
    const bool bad = std::any_of(h.value.begin(), h.value.end(), [](char c) {
      return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
    if (bad) return error{"the value of header " + quoted(h.name) + " holds a line break or another control character"};
  }
  return std::nullopt;
}

std::string basic_authorization(std::string_view user, std::string_view password) {
  const std::string plain = std::string(user) + ":" + std::string(password);
  std::string encoded(4 * ((plain.size() + 2) / 3), '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                  reinterpret_cast<const unsigned char*>(plain.data()), static_cast<int>(plain.size()));
  return "Basic " + encoded;
}

std::string make_request_head(const head_parts& parts) {
  bool has_agent = false, has_encoding = false, has_authorization = false, has_range = false, has_referer = false;
  std::string_view host;
  std::string cookies;
  std::size_t size = 256 + parts.url.target.size();
  for (const header& h : parts.headers) {
    if (iequals(h.name, "Host")) host = trimmed(h.value);
    has_agent |= iequals(h.name, "User-Agent");
    has_encoding |= iequals(h.name, "Accept-Encoding");
    has_authorization |= iequals(h.name, "Authorization");
    has_range |= iequals(h.name, "Range");
    has_referer |= iequals(h.name, "Referer");
    size += h.name.size() + h.value.size() + 4;
  }
  std::string head;
  head.reserve(size);
  head.append(parts.method).append(" ");
  head.append(parts.absolute ? parts.url.text() : parts.url.target).append(" HTTP/1.1\r\n");
  add(head, "Host", host.empty() ? parts.url.authority() : host);
  if (!has_agent) add(head, "User-Agent", parts.user_agent);
  // A body's length as Go announces it: also where there is none but the method would let one expect it.
  const bool expected = parts.method == "POST" || parts.method == "PUT" || parts.method == "PATCH";
  if (parts.body_size != 0 || expected) add(head, "Content-Length", std::to_string(parts.body_size));
  for (const header& h : parts.headers) {
    if (iequals(h.name, "Host") || iequals(h.name, "Content-Length") || iequals(h.name, "Transfer-Encoding")) continue;
    // An empty User-Agent means that none is sent.
    if (iequals(h.name, "User-Agent") && trimmed(h.value).empty()) continue;
    // One Cookie header holds all cookies (RFC 6265, 5.4).
    if (iequals(h.name, "Cookie")) {
      cookies.append(cookies.empty() ? "" : "; ").append(trimmed(h.value));
      continue;
    }
    add(head, h.name, trimmed(h.value));
  }
  if (!has_referer && !parts.referer.empty()) add(head, "Referer", parts.referer);
  if (!parts.cookies.empty()) cookies.append(cookies.empty() ? "" : "; ").append(parts.cookies);
  if (!cookies.empty()) add(head, "Cookie", cookies);
  if (!has_authorization && parts.url.has_userinfo) {
    add(head, "Authorization", basic_authorization(parts.url.user, parts.url.password));
  }
  // A part of a compressed body cannot be undone by itself, so a Range is asked for plain, as Go does.
  if (parts.compressed && !has_encoding && !has_range && parts.method != "HEAD") {
    add(head, "Accept-Encoding", known_content_codings);
  }
  if (!parts.proxy_authorization.empty()) add(head, "Proxy-Authorization", parts.proxy_authorization);
  return head.append("\r\n");
}

std::string make_connect_head(const http_url& url, std::string_view user_agent, std::string_view proxy_authorization) {
  std::string head = "CONNECT " + url.host_and_port() + " HTTP/1.1\r\n";
  add(head, "Host", url.host_and_port());
  add(head, "User-Agent", user_agent);
  if (!proxy_authorization.empty()) add(head, "Proxy-Authorization", proxy_authorization);
  return head.append("\r\n");
}

}  // namespace canary::net
