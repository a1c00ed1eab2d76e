#pragma once
// Why a run failed: one of ten classes, and a sentence.

#include <boost/system/result.hpp>

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

/// One failure, as data.
struct failure {
  failure_class kind = failure_class::none;
  std::string message;

  bool operator==(const failure&) const = default;
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
