// Certificates, keys and names that a script gives, in PEM.

#include "canary/net/tls_options.hpp"

#include "fuzz/fuzz.hpp"

#include <openssl/err.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  canary::fuzz::input in(data, size);
  net::tls_options options;
  options.insecure = in.flag();
  options.min_version = in.line();
  options.server_name = in.line();
  options.ca = in.bytes(in.number(2));
  options.cert = in.bytes(in.number(2));
  options.key = in.rest();
  net::tls_material_cache cache;
  const auto loaded = cache.load(options);
  ERR_clear_error();
  if (!loaded) {
    MUST_HOLD(!loaded.error().message.empty() && canary::fuzz::one_line(loaded.error().message));
    return 0;
  }
  MUST_HOLD((*loaded)->identity.empty() == (options == net::tls_options{}));
  MUST_HOLD(((*loaded)->key != nullptr) == !options.key.empty());
  MUST_HOLD(cache.load(options).value() == *loaded);
  return 0;
}
