// URLs of scripts, and where redirects lead from them.

#include "canary/net/http_url.hpp"

#include "fuzz/fuzz.hpp"

namespace {

void check(const canary::net::http_url& url) {
  MUST_HOLD(!url.host.empty() && url.port != 0 && url.target.starts_with('/'));
  // What goes into the request line and the Host header.
  for (const char c : url.host + url.target)
    MUST_HOLD(static_cast<unsigned char>(c) > 0x20 && (c & 0x80) == 0 && c != 0x7f);
  MUST_HOLD(url.target.find('#') == std::string::npos);
  const auto again = canary::net::parse_http_url(url.text());
  MUST_HOLD(again && again->text() == url.text() && again->secure == url.secure && again->host == url.host &&
            again->port == url.port && again->target == url.target && !again->has_userinfo);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  const canary::fuzz::exact text(in.line()), location(in.rest());
  const auto url = canary::net::parse_http_url(text.text());
  if (!url) {
    MUST_HOLD(canary::fuzz::one_line(url.error().message));
    return 0;
  }
  check(*url);
  const auto next = canary::net::resolve_location(*url, location.text());
  if (!next) {
    MUST_HOLD(canary::fuzz::one_line(next.error().message));
    return 0;
  }
  check(*next);
  // Credentials stay with the host that they were written for.
  if (!canary::net::names_host(location.text())) {
    MUST_HOLD(next->host == url->host && next->port == url->port && next->secure == url->secure);
  } else {
    MUST_HOLD(!next->has_userinfo || location.text().find('@') != std::string_view::npos);
  }
  return 0;
}
