// A jar between servers that set cookies, and others that must not see them.

#include "canary/net/cookie_jar.hpp"

#include "canary/net/redirect.hpp"
#include "fuzz/fuzz.hpp"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono;
  static const auto urls = [] {
    std::vector<canary::net::http_url> made;
    for (const char* text : {"http://example.com/", "https://shop.example.com/a/b/c", "https://example.com/a/",
                             "http://other.example/", "http://co.uk/", "https://shop.co.uk/a", "http://127.0.0.1/a?b",
                             "http://[::1]/", "http://localhost:8080/a/b"}) {
      made.push_back(canary::net::parse_http_url(text).value());
    }
    return made;
  }();
  canary::fuzz::input in(data, size);
  canary::net::cookie_jar jar;
  canary::wall_time now = sys_days(2026y / November / 22);
  while (!in.empty()) {
    const auto& url = urls[in.choice(static_cast<unsigned>(urls.size() - 1))];
    now += seconds(in.byte());
    jar.store(url, in.line(), now);
    for (const auto& to : urls) {
      const auto sent = jar.cookies_for(to, now);
      std::string header;
      for (const auto& c : sent) {
        MUST_HOLD(!c.expires || *c.expires > now);
        MUST_HOLD(!c.secure || to.secure);
        MUST_HOLD(canary::net::is_same_or_subdomain(to.host, c.domain));
        MUST_HOLD(c.path.starts_with('/') && to.target.starts_with(c.path));
        header += (header.empty() ? "" : "; ") + c.name + "=" + c.value;
      }
      MUST_HOLD(jar.header_for(to, now) == header && canary::fuzz::one_line(header));
    }
    MUST_HOLD(jar.size() <= canary::net::cookie_jar::most);
  }
  return 0;
}
