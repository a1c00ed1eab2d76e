// The name server that a script wants asked.

#include "canary/net/dns_query.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  const auto server = canary::net::parse_name_server(copy.text());
  if (!server) return 0;
  MUST_HOLD(server->port() != 0 && copy.text().find('\0') == std::string_view::npos);
  const std::string host = server->address().to_string(), port = ":" + std::to_string(server->port());
  const auto again = canary::net::parse_name_server(server->address().is_v4() ? host + port : "[" + host + "]" + port);
  MUST_HOLD(again && again->port() == server->port());
  // The number of an interface that is no more comes back as another name.
  MUST_HOLD(copy.text().find('%') != std::string_view::npos || again->address() == server->address());
  return 0;
}
