// Certificates of servers, in DER.

#include "canary/net/certificate.hpp"

#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

#include <openssl/err.h>

#include <memory>

namespace {

void check(std::string_view text) {
  MUST_HOLD(canary::valid_utf8(text));
  for (; !text.empty(); text.remove_prefix(canary::utf8_length(text))) MUST_HOLD(canary::control_length(text) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const unsigned char* at = data;
  const std::unique_ptr<X509, void (*)(X509*)> x509(d2i_X509(nullptr, &at, static_cast<long>(size)), &X509_free);
  if (x509) {
    const canary::tls_certificate read = canary::net::read_certificate(x509.get());
    for (const auto* text : {&read.subject, &read.issuer, &read.serial, &read.sha256}) {
      check(*text);
      MUST_HOLD(text->size() <= 4096);
    }
    MUST_HOLD(read.sans.size() <= canary::net::most_sans && read.sha256.size() == 64);
    for (const auto& host : read.sans) check(host);
    check(canary::net::hosts_of(x509.get(), 2));
    check(canary::net::short_name(X509_get_subject_name(x509.get())));
    MUST_HOLD(canary::net::read_certificate(x509.get()) == read);
  }
  ERR_clear_error();
  return 0;
}
