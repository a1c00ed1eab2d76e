#include "command/import/chosen_headers.hpp"

#include "canary/core/ascii.hpp"
#include "canary/net/http_url.hpp"
#include "command/import/form_text.hpp"
#include "command/import/json_body.hpp"

#include <algorithm>

namespace canary::command {
namespace {

// 'x-api-key' of HTTP/2 as 'X-Api-Key'.
std::string canonical(std::string_view name) {
  std::string out(name);
  bool begins = true;
  for (char& c : out) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == '-';
  }
  return out;
}

bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

enum class header_fate : unsigned char { kept, implied, left_out };

// What a client writes for itself.
bool is_of_clients(std::string_view name) {
  static constexpr std::string_view names[] = {"Accept-Encoding", "Content-Length", "Cookie",    "Traceparent",
                                               "Tracestate",      "Connection",     "Keep-Alive"};
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view each) { return iequals(each, name); });
}

bool is_of_browsers(std::string_view name) {
  static constexpr std::string_view names[] = {
      "Cache-Control",    "DNT",    "Expect-CT",         "If-Modified-Since",
      "If-None-Match",    "Pragma", "Priority",          "Purpose",
      "Proxy-Connection", "TE",     "Transfer-Encoding", "Upgrade-Insecure-Requests",
      "X-Client-Data"};
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view each) { return iequals(each, name); });
}

header_fate fate_of(const recorded_request& request, std::string_view name, std::string_view value, bool is_json) {
  using enum header_fate;
  const auto kept_if = [](bool keep) { return keep ? kept : left_out; };
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  if (is_of_clients(name)) return implied;
  if (!is_token(name) || lower.starts_with("sec-") || is_of_browsers(name)) return left_out;
  if (lower == "host") {
    // Somebody who asks one server for another one's pages says so by it.
    const auto url = net::parse_http_url(request.url);
    return url && (iequals(value, url->authority()) || iequals(value, url->host_and_port())) ? implied : kept;
  }
  if (lower == "user-agent") return kept_if(!value.starts_with("Mozilla/") && !value.starts_with("canaryd"));
  if (lower == "accept") {
    if (value == "*/*") return implied;
    return kept_if(!value.starts_with("text/html") && !value.starts_with("image/") && !value.starts_with("text/css"));
  }
  // Some servers ask where a form comes from; nobody asks it of a page. curl's -e is somebody's own word, as -A is.
  if (lower == "origin") return kept_if(request.method != "GET" && request.method != "HEAD");
  if (lower == "referer") return kept_if(request.status == 0);
  if (lower == "content-type") {
    if (request.has == recorded_body::none) return left_out;
    return is_json && iequals(value.substr(0, value.find(';')), "application/json") ? implied : kept;
  }
  return kept;
}

}  // namespace

net::form_fields chosen_headers(const recorded_request& request) {
  const bool is_json = json_body(request).has_value();
  net::form_fields out;
  for (const auto& [name, value] : request.headers) {
    if (fate_of(request, name, value, is_json) == header_fate::kept) out.emplace_back(canonical(name), value);
  }
  return out;
}

std::vector<std::string> left_out_headers(const recorded_request& request) {
  const bool is_json = json_body(request).has_value();
  std::vector<std::string> out;
  for (const auto& [name, value] : request.headers) {
    if (fate_of(request, name, value, is_json) == header_fate::left_out) out.push_back(canonical(name));
  }
  return out;
}

}  // namespace canary::command
