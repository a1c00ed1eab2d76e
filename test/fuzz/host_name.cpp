// Names of hosts, in any script.

#include "canary/net/host_name.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  const auto name = canary::net::ascii_host_name(copy.text());
  if (!name) {
    MUST_HOLD(!name.error().message.empty() && canary::fuzz::one_line(name.error().message));
    return 0;
  }
  MUST_HOLD(canary::net::is_host_name(*name) && name->size() <= 253);
  const auto again = canary::net::ascii_host_name(*name);
  MUST_HOLD(again && *again == *name);
  return 0;
}
