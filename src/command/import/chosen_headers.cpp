#include "command/import/chosen_headers.hpp"

#include "canary/core/ascii.hpp"
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

bool matters(const recorded_request& request, std::string_view name, std::string_view value, bool is_json) {
  static constexpr std::string_view of_browsers[] = {"Accept-Encoding",
                                                     "Cache-Control",
                                                     "Connection",
                                                     "Content-Length",
                                                     "Cookie",
                                                     "DNT",
                                                     "Expect-CT",
                                                     "Host",
                                                     "If-Modified-Since",
                                                     "If-None-Match",
                                                     "Keep-Alive",
                                                     "Pragma",
                                                     "Priority",
                                                     "Proxy-Connection",
                                                     "Purpose",
                                                     "TE",
                                                     "Traceparent",
                                                     "Tracestate",
                                                     "Transfer-Encoding",
                                                     "Upgrade-Insecure-Requests",
                                                     "X-Client-Data"};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii_lower);
  if (!is_token(name) || lower.starts_with("sec-")) return false;
  if (std::any_of(std::begin(of_browsers), std::end(of_browsers),
                  [&](std::string_view each) { return iequals(each, name); }))
    return false;
  if (lower == "user-agent") return !value.starts_with("Mozilla/") && !value.starts_with("canaryd");
  if (lower == "accept")
    return value != "*/*" && !value.starts_with("text/html") && !value.starts_with("image/") &&
           !value.starts_with("text/css");
  // Some servers ask where a form comes from; nobody asks it of a page. curl's -e is somebody's own word, as -A is.
  if (lower == "origin") return request.method != "GET" && request.method != "HEAD";
  if (lower == "referer") return request.status == 0;
  if (lower == "content-type") {
    if (request.has == recorded_body::none) return false;
    return !(is_json && iequals(value.substr(0, value.find(';')), "application/json"));
  }
  return true;
}

}  // namespace

net::form_fields chosen_headers(const recorded_request& request) {
  const bool is_json = json_body(request).has_value();
  net::form_fields out;
  for (const auto& [name, value] : request.headers) {
    if (matters(request, name, value, is_json)) out.emplace_back(canonical(name), value);
  }
  return out;
}

}  // namespace canary::command
