#pragma once
// Why a run failed: one of ten classes, and a sentence.

#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace canary {

/// What part of the world let a run down. The names are part of the API, of metrics and of stored records; the numbers
/// are part of stored records: neither may change.
enum class failure_class : unsigned char {
  none = 0,
  dns = 1,
  connect = 2,
  tls = 3,
  timeout = 4,
  http = 5,       ///< a server that does not speak HTTP as it should
  assertion = 6,  ///< the canary's own verdict: log.fail, a thrown error; written 'assert'
  script = 7,     ///< a mistake in the script: syntax, a reference to nothing, a wrong type
  limit = 8,      ///< memory, recursion, body size, …
  exec = 9,
  interrupted = 10  ///< ended from outside: shutdown, replacement, crash of the daemon
};

/// 'dns', 'connect', … 'assert' for `assertion`; '' for `none`.
std::string_view to_string(failure_class c);

/// The inverse. Empty where `name` is none of them.
std::optional<failure_class> parse_failure_class(std::string_view name);

/// What exactly went wrong with the network. The numbers are part of the API and of stored records; failure_code.hpp
/// has the table of their meanings.
enum class failure_code : std::uint16_t {
  none = 0,  ///< no more is known than the class
  bad_url = 1020,
  timed_out = 1050,
  dns = 1100,
  no_such_host = 1101,
  name_server_silent = 1102,
  name_server_unreachable = 1103,
  address_denied = 1110,
  connection = 1200,
  broken_pipe = 1201,
  dial = 1210,
  dial_timed_out = 1211,
  refused = 1212,
  unreachable = 1213,
  reset = 1220,
  tunnel_refused = 1230,
  tls = 1300,
  not_tls = 1301,
  tls_version = 1302,
  tls_refused = 1303,
  tls_broken_off = 1304,
  client_certificate_required = 1305,
  client_certificate_refused = 1306,
  unknown_authority = 1310,
  wrong_host = 1311,
  expired = 1312,
  not_yet_valid = 1313,
  self_signed = 1314,
  revoked = 1315,
  weak_certificate = 1316,
  bad_certificate = 1317,
  staple_missing = 1318,
  decompression = 1701,
  not_http = 1800,
  no_answer = 1801,
  cut_short = 1802,
  too_many_redirects = 1803,
  bad_redirect = 1804,
  too_many_interim = 1805,
  headers_too_big = 1810,
  body_too_big = 1811,
  too_many_requests = 1812,
};

/// One failure, as data.
struct failure {
  failure_class kind = failure_class::none;
  std::string message;
  failure_code code = failure_code::none;

  /// Whether people are told the same. The code refines the class, and is compared where it matters.
  bool operator==(const failure& other) const { return kind == other.kind && message == other.message; }
};

inline std::ostream& operator<<(std::ostream& out, const failure& f) {
  return out << to_string(f.kind) << ": " << f.message;
}

[[noreturn]] inline void throw_exception_from_error(const failure& f, const boost::source_location&) {
  throw std::runtime_error(f.message);
}

/// A value, or the failure that a script is to be told of.
template <class T>
using outcome = boost::system::result<T, failure>;

}  // namespace canary
