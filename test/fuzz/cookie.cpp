// Set-Cookie, and the dates in it.

#include "canary/net/cookie.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  const canary::wall_time now = sys_days(2026y / November / 22);
  if (const auto date = canary::net::parse_cookie_date(copy.text())) {
    MUST_HOLD(*date == canary::wall_time::max() ||
              (*date >= canary::wall_time{} && *date < sys_days(2201y / January / 1)));
  }
  const auto read = canary::net::parse_set_cookie(copy.text(), now);
  if (!read) return 0;
  MUST_HOLD(!read->name.empty() && read->name.size() + read->value.size() <= 4096);
  // It is sent again, in a header of ours.
  MUST_HOLD(canary::fuzz::one_line(read->name + read->value + read->domain + read->path));
  MUST_HOLD(read->name.find_first_of(";=") == std::string::npos && read->value.find(';') == std::string::npos);
  MUST_HOLD(!read->domain.starts_with('.') || copy.text().find("..") != std::string_view::npos);
  MUST_HOLD(read->path.empty() || read->path.starts_with('/'));
  const auto again = canary::net::parse_set_cookie(read->name + "=" + read->value, now);
  MUST_HOLD(again && again->name == read->name && again->value == read->value && !again->expires);
  return 0;
}
