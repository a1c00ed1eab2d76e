#include "canary/net/certificate.hpp"

#include "canary/core/utf8.hpp"

#include <boost/asio/ip/address.hpp>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace canary::net {
namespace {

constexpr std::size_t longest_name = 500, longest_host = 253, longest_serial = 100;

// Nothing of a certificate steers a terminal or ends a line, and all of it is UTF-8, whatever its issuer has signed.
std::string harmless(std::string_view bytes, std::size_t longest) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t control = control_length(bytes), length = control > 0 ? 0 : utf8_length(bytes);
    const std::string_view shown = length > 0 ? bytes.substr(0, length) : "?";
    if (text.size() + shown.size() > longest) break;
    text += shown;
    bytes.remove_prefix(std::max<std::size_t>(control + length, 1));
  }
  return text;
}

std::string full_name(const X509_NAME* name) {
  const std::unique_ptr<BIO, int (*)(BIO*)> out(BIO_new(BIO_s_mem()), &BIO_free);
  constexpr unsigned long format =
      (XN_FLAG_RFC2253 & ~static_cast<unsigned long>(XN_FLAG_SEP_MASK | ASN1_STRFLGS_ESC_MSB)) | XN_FLAG_SEP_CPLUS_SPC;
  X509_NAME_print_ex(out.get(), name, 0, format);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return harmless({text, static_cast<std::size_t>(std::max(size, 0L))}, longest_name);
}

std::string serial_of(X509* certificate) {
  const std::unique_ptr<BIGNUM, void (*)(BIGNUM*)> number(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr), &BN_free);
  char* text = number ? BN_bn2hex(number.get()) : nullptr;
  const std::string serial = text ? text : "";
  OPENSSL_free(text);
  return serial.substr(0, longest_serial);
}

std::string fingerprint_of(X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  X509_digest(certificate, EVP_sha256(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += "0123456789abcdef"[digest[i] >> 4];
    text += "0123456789abcdef"[digest[i] & 15];
  }
  return text;
}

std::string host_in(const GENERAL_NAME* name) {
  if (name->type != GEN_DNS && name->type != GEN_IPADD) return {};
  const ASN1_STRING* data = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
  const unsigned char* bytes = ASN1_STRING_get0_data(data);
  const auto size = static_cast<std::size_t>(ASN1_STRING_length(data));
  if (name->type == GEN_DNS) return harmless({reinterpret_cast<const char*>(bytes), size}, longest_host);
  if (size == 4) {
    boost::asio::ip::address_v4::bytes_type v4;
    std::copy_n(bytes, size, v4.begin());
    return boost::asio::ip::address_v4(v4).to_string();
  }
  if (size != 16) return {};
  boost::asio::ip::address_v6::bytes_type v6;
  std::copy_n(bytes, size, v6.begin());
  return boost::asio::ip::address_v6(v6).to_string();
}

std::vector<std::string> sans_of(X509* certificate, std::size_t most) {
  std::vector<std::string> hosts;
  const std::unique_ptr<GENERAL_NAMES, void (*)(GENERAL_NAMES*)> names(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
      &GENERAL_NAMES_free);
  for (int i = 0; i < sk_GENERAL_NAME_num(names.get()) && hosts.size() < most; ++i) {
    if (auto host = host_in(sk_GENERAL_NAME_value(names.get(), i)); !host.empty()) hosts.push_back(std::move(host));
  }
  return hosts;
}

}  // namespace

wall_time to_wall_time(const ASN1_TIME* time) {
  using namespace std::chrono;
  tm t{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &t) != 1) return {};
  constexpr int first_year = 1678, last_year = 2261;
  if (t.tm_year + 1900 > last_year) return sys_days{year{last_year} / December / 31};
  if (t.tm_year + 1900 < first_year) return sys_days{year{first_year} / January / 1};
  const sys_days day{year{t.tm_year + 1900} / month{static_cast<unsigned>(t.tm_mon) + 1} /
                     std::chrono::day{static_cast<unsigned>(t.tm_mday)}};
  return day + hours{t.tm_hour} + minutes{t.tm_min} + seconds{t.tm_sec};
}

std::string short_name(const X509_NAME* name) {
  const int common = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  const int organisation = X509_NAME_get_index_by_NID(name, NID_organizationName, -1);
  const int chosen = common >= 0 ? common : organisation;
  if (chosen < 0) return "(no name)";
  unsigned char* utf8 = nullptr;
  const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, chosen)));
  if (length < 0) return "(no name)";
  constexpr std::size_t longest = 200;
  std::string text = harmless({reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(length)}, longest);
  OPENSSL_free(utf8);
  return text;
}

std::string hosts_of(X509* certificate, std::size_t most) {
  std::string text;
  const auto hosts = sans_of(certificate, most + 1);
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    if (i > 0) text += ", ";
    text += i < most ? hosts[i] : "…";
  }
  return text.empty() ? short_name(X509_get_subject_name(certificate)) : text;
}

tls_certificate read_certificate(X509* certificate) {
  return {.subject = full_name(X509_get_subject_name(certificate)),
          .issuer = full_name(X509_get_issuer_name(certificate)),
          .sans = sans_of(certificate, most_sans),
          .serial = serial_of(certificate),
          .not_before = to_wall_time(X509_get0_notBefore(certificate)),
          .not_after = to_wall_time(X509_get0_notAfter(certificate)),
          .sha256 = fingerprint_of(certificate)};
}

}  // namespace canary::net
