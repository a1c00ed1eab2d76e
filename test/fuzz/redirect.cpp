// Where a server sends a client with its credentials.

#include "canary/net/redirect.hpp"

#include "canary/core/ascii.hpp"
#include "fuzz/fuzz.hpp"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  canary::fuzz::input in(data, size);
  constexpr std::array codes{301, 302, 303, 304, 307, 308, 200, 300};
  net::http_response answer;
  answer.code = codes[in.choice(codes.size() - 1)];
  constexpr std::array methods{"GET", "POST", "HEAD", "PUT"};
  const std::string method = methods[in.choice(methods.size() - 1)];
  const auto from = net::parse_http_url("https://user:secret@shop.example.com/a/b?c").value();
  answer.headers = {{"location", std::string(in.line())}};
  std::vector<net::header> headers{{"Authorization", "Bearer x"}, {"Content-Type", "text/plain"}, {"Host", "other"}};
  while (!in.empty()) {
    const std::string name(in.line());
    headers.push_back({name, std::string(in.line())});
  }
  const auto next = net::next_request(answer, method, from, headers, "example.com");
  if (!next) {
    MUST_HOLD(next.error().kind == canary::failure_class::http && canary::fuzz::one_line(next.error().message));
    return 0;
  }
  if (!*next) return 0;
  const net::redirect& r = **next;
  MUST_HOLD(r.method == method || (r.method == "GET" && !r.keep_body));
  const bool trusted = net::is_same_or_subdomain(r.url.host, "example.com");
  for (const auto& h : r.headers) {
    MUST_HOLD(trusted || !(canary::iequals(h.name, "Authorization") || canary::iequals(h.name, "Cookie")));
  }
  MUST_HOLD(trusted || r.url.password != "secret");
  MUST_HOLD(r.referer.find("secret") == r.referer.npos);
  MUST_HOLD(r.url.authority() == from.authority() || r.referer.find('?') == r.referer.npos);
  MUST_HOLD(canary::fuzz::one_line(r.url.text()));
  return 0;
}
