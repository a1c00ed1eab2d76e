#pragma once
// Values or reasons, for callers that are expected to decide. Where nobody could, code throws instead.

#include <boost/system/result.hpp>

#include <ostream>
#include <stdexcept>
#include <string>

namespace canary {

/// Why something could not be done, as a sentence for the person who can mend it: what, where, and what would be right.
struct error {
  std::string message;
};

inline std::ostream& operator<<(std::ostream& out, const error& e) { return out << e.message; }

/// What `result::value()` throws where there is an `error` instead of a value.
[[noreturn]] inline void throw_exception_from_error(const error& e, const boost::source_location&) {
  throw std::runtime_error(e.message);
}

template <class T>
using result = boost::system::result<T, error>;

}  // namespace canary
