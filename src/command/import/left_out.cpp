#include "command/import/left_out.hpp"

#include "canary/core/ascii.hpp"
#include "canary/net/http_url.hpp"

#include <libpsl.h>

#include <algorithm>

namespace canary::command {
namespace {

constexpr std::string_view static_types[] = {"image/",
                                             "font/",
                                             "audio/",
                                             "video/",
                                             "text/css",
                                             "text/javascript",
                                             "application/font",
                                             "application/javascript",
                                             "application/x-javascript",
                                             "application/ecmascript",
                                             "application/wasm",
                                             "application/manifest+json",
                                             "application/vnd.ms-fontobject"};
constexpr std::string_view static_endings[] = {
    ".css",  ".js",    ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif",       ".ico",
    ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp4", ".webm", ".mp3", ".m4a", ".wasm", ".webmanifest"};

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
  return out;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string site_of(std::string_view host) {
  const std::string name(host);
  const bool address = name.find(':') != name.npos || name.find_first_not_of("0123456789.") == name.npos;
  const char* found = address ? nullptr : psl_registrable_domain(psl_builtin(), name.c_str());
  return found == nullptr ? name : found;
}

bool is_static(const recorded_request& request) {
  if (request.method != "GET") return false;
  const std::string type = lowered(request.type);
  const bool known = !type.empty() && type != "x-unknown" && !type.starts_with("application/octet-stream") &&
                     !type.starts_with("text/plain");
  if (known) {
    return std::any_of(std::begin(static_types), std::end(static_types),
                       [&](std::string_view each) { return type.starts_with(each); });
  }
  const auto url = net::parse_http_url(request.url);
  const std::string path = url ? lowered(std::string_view(url->target).substr(0, url->target.find('?'))) : "";
  return std::any_of(std::begin(static_endings), std::end(static_endings),
                     [&](std::string_view each) { return path.ends_with(each); });
}

void left_out_count::add(left_out why, const std::string& host) {
  ++counts_[static_cast<std::size_t>(why)];
  if (why == left_out::third_party) ++third_parties_[host];
}

std::vector<std::string> left_out_count::sentences() const {
  constexpr std::size_t most_hosts = 5;
  const auto count = [&](left_out why) { return counts_[static_cast<std::size_t>(why)]; };
  std::vector<std::string> out;
  if (const auto n = count(left_out::static_file)) {
    out.push_back(
        counted(n, "static file (image, style, script, font) is", "static files (images, styles, scripts, fonts) are") +
        " left out; --all keeps them.");
  }
  if (const auto n = count(left_out::third_party)) {
    std::string hosts;
    std::size_t shown = 0;
    for (const auto& [host, times] : third_parties_) {
      if (shown++ == most_hosts) {
        hosts += " and " + counted(third_parties_.size() - most_hosts, "other", "others");
        break;
      }
      hosts += (hosts.empty() ? "" : ", ") + host;
    }
    out.push_back(counted(n, "request", "requests") + " to other sites (" + hosts + ") " + (n == 1 ? "is" : "are") +
                  " left out; --third-party keeps them.");
  }
  if (const auto n = count(left_out::unanswered)) {
    out.push_back(counted(n, "request that got no answer is", "requests that got no answer are") + " left out.");
  }
  if (const auto n = count(left_out::preflight)) {
    out.push_back(
        counted(n, "preflight request (OPTIONS) of the browser is", "preflight requests (OPTIONS) of the browser are") +
        " left out; --all keeps them.");
  }
  if (const auto n = count(left_out::other_protocol)) {
    out.push_back(counted(n, "request that is none of HTTP (data:, blob:, WebSocket) is",
                          "requests that are none of HTTP (data:, blob:, WebSocket) are") +
                  " left out.");
  }
  return out;
}

}  // namespace canary::command
