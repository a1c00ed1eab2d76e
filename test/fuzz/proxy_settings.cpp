// HTTP_PROXY and NO_PROXY of the environment, and a request's own proxy.

#include "canary/net/proxy_settings.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  canary::fuzz::input in(data, size);
  const std::string proxy(in.line()), secure(in.line()), target(in.line()), none(in.rest());
  const net::proxy_settings settings(proxy, secure, none);
  const auto parsed = net::parse_proxy(proxy);
  if (parsed) {
    MUST_HOLD(!parsed->host.empty() && parsed->port != 0 && canary::fuzz::one_line(parsed->authorization));
  } else {
    MUST_HOLD(canary::fuzz::one_line(parsed.error().message));
  }
  for (const std::string& text : {std::string("http://shop.example.com:81/"), std::string("https://10.1.2.3/"),
                                  std::string("http://[fd00::1]:8080/"), "http://" + target}) {
    const auto url = net::parse_http_url(text);
    if (!url) continue;
    const auto chosen = settings.choose(*url);
    if (!chosen) {
      MUST_HOLD(canary::fuzz::one_line(chosen.error().message));
    } else if (*chosen && !url->secure) {
      MUST_HOLD(parsed && (*chosen)->host == parsed->host && (*chosen)->port == parsed->port);
    }
    // Nothing is sent through a proxy to what is excepted with its very name.
    const net::proxy_settings excepted("http://proxy:3128", "http://proxy:3128", none + "," + url->host);
    const auto direct = excepted.choose(*url);
    MUST_HOLD(direct && !*direct);
  }
  return 0;
}
