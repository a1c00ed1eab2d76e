#include "canary/net/tls_context.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace canary::net {
namespace {

using boost::system::error_code;

std::string name_of(const X509_NAME* name) {
  const int place = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  const int organisation = X509_NAME_get_index_by_NID(name, NID_organizationName, -1);
  const int chosen = place >= 0 ? place : organisation;
  if (chosen < 0) return "(no name)";
  unsigned char* utf8 = nullptr;
  const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, chosen)));
  if (length < 0) return "(no name)";
  std::string text(reinterpret_cast<char*>(utf8), static_cast<std::size_t>(std::min(length, 200)));
  OPENSSL_free(utf8);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  }
  return text;
}

std::string date_of(const ASN1_TIME* time) {
  tm t{};
  if (ASN1_TIME_to_tm(time, &t) != 1) return "(no date)";
  char text[40];
  const auto length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &t);
  return {text, length};
}

// The hosts that a certificate is for: 'a.test, b.test', at most a few.
std::string hosts_of(X509* certificate) {
  std::string hosts;
  auto* names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
  constexpr int shown = 8;
  for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, i);
    if (name->type != GEN_DNS && name->type != GEN_IPADD) continue;
    if (!hosts.empty()) hosts += ", ";
    if (i >= shown) {
      hosts += "…";
      break;
    }
    const ASN1_STRING* data = name->type == GEN_DNS ? name->d.dNSName : name->d.iPAddress;
    const unsigned char* bytes = ASN1_STRING_get0_data(data);
    const auto size = static_cast<std::size_t>(ASN1_STRING_length(data));
    if (name->type == GEN_DNS) {
      hosts.append(reinterpret_cast<const char*>(bytes), std::min<std::size_t>(size, 253));
    } else if (size == 4) {
      boost::asio::ip::address_v4::bytes_type v4;
      std::copy_n(bytes, size, v4.begin());
      hosts += boost::asio::ip::address_v4(v4).to_string();
    } else if (size == 16) {
      boost::asio::ip::address_v6::bytes_type v6;
      std::copy_n(bytes, size, v6.begin());
      hosts += boost::asio::ip::address_v6(v6).to_string();
    }
  }
  GENERAL_NAMES_free(names);
  return hosts.empty() ? name_of(X509_get_subject_name(certificate)) : hosts;
}

std::string describe(X509_STORE_CTX* checked, const std::string& host) {
  X509* certificate = X509_STORE_CTX_get_current_cert(checked);
  const int code = X509_STORE_CTX_get_error(checked);
  if (certificate == nullptr) return std::string("certificate refused: ") + X509_verify_cert_error_string(code);
  const std::string subject = "'" + name_of(X509_get_subject_name(certificate)) + "'";
  const std::string issuer = "'" + name_of(X509_get_issuer_name(certificate)) + "'";
  switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return "certificate " + subject + " expired at " + date_of(X509_get0_notAfter(certificate));
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return "certificate " + subject + " is not valid before " + date_of(X509_get0_notBefore(certificate));
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return "certificate " + subject + " is self-signed and not trusted";
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return "certificate chain ends at " + subject + ", which is not trusted";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return "certificate " + subject + " was issued by " + issuer +
             ", which is not trusted (or an intermediate certificate is missing)";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "certificate is not for host '" + host + "' but for " + hosts_of(certificate);
    default:
      return "certificate " + subject + " refused: " + X509_verify_cert_error_string(code);
  }
}

// OpenSSL says what a peer complained of as 'tlsv1 alert unknown ca', 'sslv3 alert handshake failure', ….
std::string describe_reason(const error_code& error) {
  const auto code = static_cast<unsigned long>(error.value());
  const char* reason = ERR_reason_error_string(code);
  const std::string text = reason ? reason : error.message();
  switch (ERR_GET_REASON(code)) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
    case SSL_R_PACKET_LENGTH_TOO_LONG:
      return "the server does not speak TLS on this port (" + text + ")";
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
      return "the server speaks no TLS version that is accepted, which are 1.2 and 1.3 (" + text + ")";
    default:
      break;
  }
  const auto alert = text.find("alert ");
  if (alert != text.npos) return "the server ended the TLS handshake: " + text.substr(alert + 6);
  return "TLS handshake failed: " + text;
}

}  // namespace

boost::asio::ssl::context make_tls_context(const std::string& ca_file) {
  namespace ssl = boost::asio::ssl;
  ssl::context context(ssl::context::tls_client);
  error_code error;
  if (ca_file.empty()) {
    context.set_default_verify_paths(error);
  } else {
    context.load_verify_file(ca_file, error);
  }
  if (error) {
    const std::string store = ca_file.empty() ? "the system's trust store" : "'" + ca_file + "'";
    throw std::runtime_error("trusted certificates cannot be read from " + store + ": " + error.message());
  }
  SSL_CTX* native = context.native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  // No resumption: a canary pays for a handshake as a new user does.
  SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
  static constexpr unsigned char protocols[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  SSL_CTX_set_alpn_protos(native, protocols, sizeof protocols);
  context.set_verify_mode(ssl::verify_peer);
  return context;
}

void prepare_handshake(tls_stream& stream, const std::string& host, tls_verdict& verdict) {
  SSL* native = stream.native_handle();
  X509_VERIFY_PARAM* checks = SSL_get0_param(native);
  X509_VERIFY_PARAM_set_hostflags(checks, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  error_code not_an_address;
  boost::asio::ip::make_address(host, not_an_address);
  if (not_an_address) {
    const std::string name = host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
    SSL_set_tlsext_host_name(native, name.c_str());
    X509_VERIFY_PARAM_set1_host(checks, name.c_str(), name.size());
  } else {
    X509_VERIFY_PARAM_set1_ip_asc(checks, host.c_str());
  }
  stream.set_verify_callback([&verdict, host](bool good, boost::asio::ssl::verify_context& context) {
    if (!good && verdict.trouble.empty()) verdict.trouble = describe(context.native_handle(), host);
    return good;
  });
}

failure describe_handshake(const error_code& error, const tls_verdict& verdict) {
  const auto tls = [](std::string message) { return failure{failure_class::tls, std::move(message)}; };
  if (!verdict.trouble.empty()) return tls(verdict.trouble);
  if (error == boost::asio::error::eof || error == boost::asio::ssl::error::stream_truncated) {
    return tls("the server closed the connection during the TLS handshake");
  }
  if (error == boost::asio::error::connection_reset || error == boost::asio::error::broken_pipe) {
    return tls("the server reset the connection during the TLS handshake");
  }
  if (error.category() == boost::asio::error::get_ssl_category()) return tls(describe_reason(error));
  return tls("TLS handshake failed: " + error.message());
}

}  // namespace canary::net
