#include "net/handshake_words.hpp"

#include "canary/net/certificate.hpp"

#include <boost/asio/ip/address.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace canary::net {
namespace {

failure tls(std::string message, failure_code code) { return {failure_class::tls, std::move(message), code}; }

std::string accepted_versions(int least) {
  switch (least) {
    case TLS1_VERSION:
      return "which are 1.0 to 1.3";
    case TLS1_1_VERSION:
      return "which are 1.1 to 1.3";
    case TLS1_3_VERSION:
      return "which is 1.3 alone";
    default:
      return "which are 1.2 and 1.3";
  }
}

// The alerts (RFC 8446, 6.2) with which a server speaks of the client's certificate.
bool is_about_certificate(int alert) {
  switch (alert) {
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
    case TLS13_AD_CERTIFICATE_REQUIRED:
      return true;
    default:
      return false;
  }
}

failure describe_received(int alert, std::string text, const alert_context& context) {
  // OpenSSL says 'tlsv1 alert unknown ca', 'ssl/tls alert handshake failure', ….
  if (const auto at = text.find(" alert "); at != text.npos) text.erase(0, at + 7);
  const bool refused = context.certificate_wanted && is_about_certificate(alert);
  if (refused && context.certificate_given) {
    return tls("the server refused the client certificate: " + text, failure_code::client_certificate_refused);
  }
  if (refused || (context.certificate_wanted && !context.certificate_given && alert == SSL_AD_HANDSHAKE_FAILURE)) {
    return tls("the server requires a client certificate, and none was given (" + text + ")",
               failure_code::client_certificate_required);
  }
  if (alert == SSL_AD_PROTOCOL_VERSION) {
    return tls("the server speaks no TLS version that is accepted, " + accepted_versions(context.min_version) + " (" +
                   text + ")",
               failure_code::tls_version);
  }
  if (alert == SSL_AD_UNRECOGNIZED_NAME) {
    return tls("the server ended the TLS handshake: it knows no host '" + context.host + "' (" + text + ")",
               failure_code::tls_refused);
  }
  return tls((context.done ? "the server ended the TLS session: " : "the server ended the TLS handshake: ") + text,
             failure_code::tls_refused);
}

// Why a certificate that seems to name the host does not: '' where it does not seem to.
std::string why_not(X509* certificate, const std::string& host) {
  boost::system::error_code a_name;
  boost::asio::ip::make_address(host, a_name);
  const auto dot = host.find('.');
  for (const std::string& san : read_certificate(certificate).sans) {
    if (!a_name && san == host) return " (as a DNS name, and an address has to be an IP address entry)";
    if (a_name && dot != host.npos && san.starts_with("*.") && san.substr(1) == host.substr(dot)) {
      return " (a wildcard stands for no name of the second level)";
    }
  }
  return {};
}

}  // namespace

failure describe_refusal(X509_STORE_CTX* checked, const std::string& host) {
  X509* certificate = X509_STORE_CTX_get_current_cert(checked);
  const int error = X509_STORE_CTX_get_error(checked);
  if (certificate == nullptr) {
    return tls(std::string("certificate refused: ") + X509_verify_cert_error_string(error),
               failure_code::bad_certificate);
  }
  const std::string subject = "'" + short_name(X509_get_subject_name(certificate)) + "'";
  const std::string issuer = "'" + short_name(X509_get_issuer_name(certificate)) + "'";
  switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return tls(
          "certificate " + subject + " expired at " + format_rfc3339(to_wall_time(X509_get0_notAfter(certificate))),
          failure_code::expired);
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return tls("certificate " + subject + " is not valid before " +
                     format_rfc3339(to_wall_time(X509_get0_notBefore(certificate))),
                 failure_code::not_yet_valid);
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return tls("certificate " + subject + " is self-signed and not trusted", failure_code::self_signed);
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return tls("certificate chain ends at " + subject + ", which is not trusted", failure_code::unknown_authority);
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return tls("certificate " + subject + " was issued by " + issuer +
                     ", which is not trusted (or an intermediate certificate is missing)",
                 failure_code::unknown_authority);
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return tls(
          "certificate is not for host '" + host + "' but for " + hosts_of(certificate) + why_not(certificate, host),
          failure_code::wrong_host);
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
      return tls("certificate " + subject + " has a key that is too short to be safe", failure_code::weak_certificate);
    case X509_V_ERR_CA_MD_TOO_WEAK:
      return tls("certificate " + subject + " is signed with an algorithm that is too weak to be safe",
                 failure_code::weak_certificate);
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
      return tls("certificate " + subject + " signed another one, and is no authority's",
                 failure_code::bad_certificate);
    case X509_V_ERR_INVALID_PURPOSE:
      return tls("certificate " + subject + " is not meant for servers", failure_code::bad_certificate);
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return tls("certificate " + subject + " has a signature that is not its issuer's", failure_code::bad_certificate);
    default:
      return tls("certificate " + subject + " refused: " + X509_verify_cert_error_string(error),
                 failure_code::bad_certificate);
  }
}

std::optional<failure> describe_stapled(const stapled_response& stapled, X509* leaf) {
  if (leaf == nullptr) return std::nullopt;
  const auto certificate = [leaf] { return "certificate '" + short_name(X509_get_subject_name(leaf)) + "'"; };
  if (stapled.status == "revoked") {
    std::string message = certificate() + " was revoked";
    if (stapled.revoked_at) message += " at " + format_rfc3339(*stapled.revoked_at);
    if (!stapled.reason.empty()) message += " (" + stapled.reason + ")";
    return tls(message + ", says the OCSP response that the server stapled", failure_code::revoked);
  }
  if (stapled.status == "good" || !demands_stapled_response(leaf)) return std::nullopt;
  const char* const came = stapled.status == "none"      ? "it stapled none"
                           : stapled.status == "unknown" ? "what it stapled does not know the certificate"
                                                         : "what it stapled is not to be believed";
  return tls(certificate() + " demands that the server staples an OCSP response, and " + came,
             failure_code::staple_missing);
}

failure describe_alert(unsigned long code, const alert_context& context) {
  const char* known = ERR_reason_error_string(code);
  const int reason = ERR_GET_REASON(code);
  const bool is_alert = reason >= SSL_AD_REASON_OFFSET && reason < SSL_AD_REASON_OFFSET + 256;
  const std::string text = known != nullptr ? known
                           : is_alert ? "alert " + std::to_string(reason - SSL_AD_REASON_OFFSET) + ", which is unknown"
                                      : "error " + std::to_string(code);
  if (ERR_GET_LIB(code) == ERR_LIB_ASN1) {
    return tls("the server's certificate is damaged (" + text + ")", failure_code::bad_certificate);
  }
  switch (reason) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
    case SSL_R_PACKET_LENGTH_TOO_LONG:
      if (context.done) break;
      return tls("the server does not speak TLS on this port (" + text + ")", failure_code::not_tls);
    case SSL_R_UNSUPPORTED_PROTOCOL:
      return describe_received(SSL_AD_PROTOCOL_VERSION, text, context);
    case SSL_R_DH_KEY_TOO_SMALL:
    case SSL_R_EE_KEY_TOO_SMALL:
    case SSL_R_CA_KEY_TOO_SMALL:
    case SSL_R_CA_MD_TOO_WEAK:
      return tls("the server's key is too weak to be safe (" + text + ")", failure_code::weak_certificate);
    default:
      break;
  }
  if (is_alert) return describe_received(reason - SSL_AD_REASON_OFFSET, text, context);
  return tls((context.done ? "the TLS session broke: " : "TLS handshake failed: ") + text, failure_code::tls);
}

}  // namespace canary::net
