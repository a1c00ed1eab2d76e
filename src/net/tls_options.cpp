#include "canary/net/tls_options.hpp"

#include "canary/core/printable.hpp"
#include "canary/net/host_name.hpp"

#include <boost/asio/ip/address.hpp>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>

namespace canary::net {
namespace {

using bio = std::unique_ptr<BIO, int (*)(BIO*)>;

bio open(const std::string& pem) { return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free}; }

// Encrypted keys are not asked a password for on the daemon's terminal.
int no_password(char*, int, int, void*) { return -1; }

// A hash that tells all options apart, so that the cache does not hold another copy of a private key.
std::string identity_of(const tls_options& o) {
  if (o == tls_options{}) return {};
  std::string all = o.insecure ? "insecure" : "";
  for (const std::string* text : {&o.ca, &o.cert, &o.key, &o.server_name, &o.min_version}) {
    all += "/" + std::to_string(text->size()) + ":" + *text;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(all.data(), all.size(), digest.data(), &size, EVP_sha256(), nullptr);
  OPENSSL_cleanse(all.data(), all.size());
  return {reinterpret_cast<const char*>(digest.data()), size};
}

result<int> read_version(const std::string& text) {
  if (text.empty() || text == "1.2") return TLS1_2_VERSION;
  if (text == "1.0") return TLS1_VERSION;
  if (text == "1.1") return TLS1_1_VERSION;
  if (text == "1.3") return TLS1_3_VERSION;
  return error{"tls.min_version must be '1.0', '1.1', '1.2' or '1.3', not '" + printable(text, 40) + "'"};
}

result<std::vector<std::shared_ptr<X509>>> read_certificates(const std::string& pem, const std::string& option) {
  if (pem.size() > longest_pem) return error{"tls." + option + " is longer than 64 KiB"};
  const bio in = open(pem);
  std::vector<std::shared_ptr<X509>> found;
  while (X509* one = PEM_read_bio_X509(in.get(), nullptr, &no_password, nullptr)) found.emplace_back(one, &X509_free);
  const unsigned long why = ERR_peek_last_error();
  const bool at_end = ERR_GET_LIB(why) == ERR_LIB_PEM && ERR_GET_REASON(why) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  if (found.empty() || !at_end) {
    return error{"tls." + option + " must be certificates in PEM form ('-----BEGIN CERTIFICATE-----…')"};
  }
  return found;
}

result<std::shared_ptr<EVP_PKEY>> read_key(const std::string& pem) {
  if (pem.size() > longest_pem) return error{"tls.key is longer than 64 KiB"};
  const bio in = open(pem);
  std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PrivateKey(in.get(), nullptr, &no_password, nullptr), &EVP_PKEY_free);
  ERR_clear_error();
  if (!key) return error{"tls.key must be a private key in PEM form, and not encrypted"};
  return key;
}

result<std::shared_ptr<const tls_material>> read(const tls_options& options, std::string identity) {
  auto made = std::make_shared<tls_material>();
  made->identity = std::move(identity);
  made->insecure = options.insecure;
  made->server_name = options.server_name;
  if (boost::system::error_code a_name; !options.server_name.empty() && !ascii_host_name(options.server_name)) {
    boost::asio::ip::make_address(options.server_name, a_name);
    if (a_name) return error{"tls.server_name must be a host name, such as 'example.com'"};
  }
  const auto version = read_version(options.min_version);
  if (!version) return version.error();
  made->min_version = *version;
  if (!options.ca.empty()) {
    auto trusted = read_certificates(options.ca, "ca");
    if (!trusted) return trusted.error();
    made->trusted.reset(X509_STORE_new(), &X509_STORE_free);
    for (const auto& one : *trusted) X509_STORE_add_cert(made->trusted.get(), one.get());
    // As the system's store does: an intermediate certificate that is trusted is trusted, root or not.
    X509_STORE_set_flags(made->trusted.get(), X509_V_FLAG_PARTIAL_CHAIN);
  }
  if (options.cert.empty() != options.key.empty()) {
    return error{options.cert.empty() ? "tls.key needs tls.cert beside it" : "tls.cert needs tls.key beside it"};
  }
  if (options.cert.empty()) return std::shared_ptr<const tls_material>(std::move(made));
  auto certificates = read_certificates(options.cert, "cert");
  if (!certificates) return certificates.error();
  auto key = read_key(options.key);
  if (!key) return key.error();
  const bool match = X509_check_private_key(certificates->front().get(), key->get()) == 1;
  ERR_clear_error();
  if (!match) return error{"tls.key is not the key of the first certificate in tls.cert"};
  made->certificates = std::move(*certificates);
  made->key = std::move(*key);
  return std::shared_ptr<const tls_material>(std::move(made));
}

}  // namespace

tls_options for_other_host(tls_options options, bool trusted) {
  options.server_name.clear();
  if (!trusted) {
    options.cert.clear();
    options.key.clear();
  }
  return options;
}

result<std::shared_ptr<const tls_material>> tls_material_cache::load(const tls_options& options) {
  std::string identity = identity_of(options);
  const auto known =
      std::find_if(recent_.begin(), recent_.end(), [&](const auto& one) { return one->identity == identity; });
  if (known != recent_.end()) {
    recent_.splice(recent_.begin(), recent_, known);
    return recent_.front();
  }
  auto made = read(options, std::move(identity));
  if (!made) return made.error();
  recent_.push_front(*made);
  if (recent_.size() > capacity) recent_.pop_back();
  return made;
}

}  // namespace canary::net
