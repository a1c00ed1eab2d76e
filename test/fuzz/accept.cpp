// Accept, Accept-Encoding and Content-Type of clients.

#include "canary/api/accept.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  for (const char* type : {"application/json", "text/html", "application/graphql-response+json"}) {
    const double weight = api::accept_weight(copy.text(), type);
    MUST_HOLD(weight >= 0 && weight <= 1);
  }
  // What is asked for beside the rest counts, whatever the rest is.
  MUST_HOLD(api::accepts_gzip(std::string(copy.text()) + ",gzip"));
  MUST_HOLD(!api::accepts_gzip(std::string(copy.text()) + ",gzip;q=0"));
  const auto type = api::media_type(copy.text());
  MUST_HOLD(api::media_type(type) == type && type.size() <= size);
  return 0;
}
