// Host and Origin: whether a request was meant for this server, and comes from nobody else's page.

#include "canary/api/host_check.hpp"

#include "canary/api/origin_check.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  namespace ip = boost::asio::ip;
  canary::fuzz::input in(data, size);
  const std::string configured(in.line()), allowed(in.line()), authority(in.line()), origin(in.line());
  const auto host = api::host_of(authority);
  if (host) {
    MUST_HOLD(!host->empty() && canary::fuzz::one_line(*host));
    const bool address = host->find(':') != std::string::npos;
    MUST_HOLD(api::host_of(address ? "[" + *host + "]:1" : *host + ".:1") == host);
  }
  const ip::address local = ip::make_address("192.0.2.7");
  const api::host_check plain("192.0.2.7", {});
  if (plain.allows(authority, local)) {
    boost::system::error_code none;
    const auto address = ip::make_address(host.value(), none);
    MUST_HOLD(*host == "localhost" || (!none && (address.is_loopback() || address == local)));
  }
  const api::host_check check(configured, {allowed});
  if (host) MUST_HOLD(api::host_check("", {authority}).allows(authority, local));
  MUST_HOLD(!check.allows(authority, local) || host);

  // Another site's page is refused, whatever else the browser says.
  const auto refused = api::refuse_change(
      {.peer = ip::address_v4::loopback(), .host = authority, .origin = origin, .sec_fetch_site = in.rest()});
  if (!origin.empty() && refused.empty()) MUST_HOLD(origin.size() == authority.size() + 7);
  MUST_HOLD(!api::refuse_change({.peer = local, .host = authority, .origin = origin, .sec_fetch_site = {}}).empty());
  return 0;
}
