#include "canary/core/failure_code.hpp"

#include <array>

namespace canary {
namespace {

using enum failure_class;
using code = failure_code;

constexpr std::array table{
    failure_code_row{code::bad_url, script, "the URL is none that HTTP can be asked for"},
    failure_code_row{code::timed_out, timeout, "the time of the request or of the run is over"},
    failure_code_row{code::dns, failure_class::dns, "the name could not be looked up, for another reason"},
    failure_code_row{code::no_such_host, failure_class::dns, "there is no such name, or it has no address"},
    failure_code_row{code::name_server_silent, failure_class::dns, "no name server answered"},
    failure_code_row{code::name_server_unreachable, failure_class::dns,
                     "no name server could be reached, or none had an answer"},
    failure_code_row{code::address_denied, connect, "`--deny.net` forbids the address"},
    failure_code_row{code::connection, connect, "the connection broke before there was an answer"},
    failure_code_row{code::broken_pipe, connect, "the other side had closed the connection when it was written to"},
    failure_code_row{code::dial, connect, "no connection, for another reason or for several"},
    failure_code_row{code::dial_timed_out, connect, "the address did not answer, and the system gave up"},
    failure_code_row{code::refused, connect, "the connection was refused"},
    failure_code_row{code::unreachable, connect, "the network or the host cannot be reached"},
    failure_code_row{code::reset, connect, "the other side reset the connection"},
    failure_code_row{code::tunnel_refused, connect, "the proxy refused a tunnel"},
    failure_code_row{code::tls, failure_class::tls, "the TLS handshake failed, for another reason"},
    failure_code_row{code::not_tls, failure_class::tls, "the server does not speak TLS on this port"},
    failure_code_row{code::tls_version, failure_class::tls, "the server speaks no TLS version that is accepted"},
    failure_code_row{code::tls_refused, failure_class::tls, "the server ended the handshake with an alert"},
    failure_code_row{code::tls_broken_off, failure_class::tls, "the connection ended during the handshake"},
    failure_code_row{code::client_certificate_required, failure_class::tls, "the server wants a client certificate"},
    failure_code_row{code::client_certificate_refused, failure_class::tls, "the server refused the client certificate"},
    failure_code_row{code::unknown_authority, failure_class::tls, "the certificate's issuer is not trusted"},
    failure_code_row{code::wrong_host, failure_class::tls, "the certificate is for another host"},
    failure_code_row{code::expired, failure_class::tls, "a certificate has expired"},
    failure_code_row{code::not_yet_valid, failure_class::tls, "a certificate is not valid yet"},
    failure_code_row{code::self_signed, failure_class::tls, "the certificate is self-signed, and not trusted"},
    failure_code_row{code::revoked, failure_class::tls,
                     "the certificate was revoked: its stapled OCSP response says so"},
    failure_code_row{code::weak_certificate, failure_class::tls, "a key or a signature is too weak to be safe"},
    failure_code_row{code::bad_certificate, failure_class::tls, "a certificate was refused, for another reason"},
    failure_code_row{code::staple_missing, failure_class::tls,
                     "the certificate demands a stapled OCSP response, and none came that is to be believed"},
    failure_code_row{code::decompression, http, "the body is not what its Content-Encoding says"},
    failure_code_row{code::not_http, http, "the response breaks HTTP's rules"},
    failure_code_row{code::no_answer, http, "the server closed the connection without answering"},
    failure_code_row{code::cut_short, http, "the connection ended before the response did"},
    failure_code_row{code::too_many_redirects, http, "there were more redirects than were allowed"},
    failure_code_row{code::bad_redirect, http, "a redirect leads nowhere"},
    failure_code_row{code::too_many_interim, http, "the server sent 1xx responses without end"},
    failure_code_row{code::headers_too_big, limit, "the response's headers are over their limit"},
    failure_code_row{code::body_too_big, limit, "the response's body is over its limit"},
    failure_code_row{code::too_many_requests, limit, "the run made more requests than it may"},
};

failure_code general_code_of(failure_class kind) {
  switch (kind) {
    case failure_class::dns:
      return code::dns;
    case connect:
      return code::connection;
    case failure_class::tls:
      return code::tls;
    case timeout:
      return code::timed_out;
    case http:
      return code::not_http;
    default:
      return code::none;
  }
}

}  // namespace

std::span<const failure_code_row> failure_codes() { return table; }

int error_code_of(const failure& what) {
  return static_cast<int>(what.code != failure_code::none ? what.code : general_code_of(what.kind));
}

}  // namespace canary
