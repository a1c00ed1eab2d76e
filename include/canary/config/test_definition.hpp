#pragma once
// From the object that register_test is given to a test, or to what is wrong with it. Pure.

#include "canary/core/labels.hpp"
#include "canary/core/result.hpp"
#include "canary/core/test.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace canary::config {

/// Why a definition is refused, and the word in the author's text at which it is.
struct definition_problem {
  std::string message;
  std::string near;  ///< a key or a value as written; '' where nothing single is at fault
};

inline std::ostream& operator<<(std::ostream& out, const definition_problem& p) { return out << p.message; }

/// Reads every key that a test may have out of `options`, and what is not there out of `defaults`, which
/// `check_defaults` has accepted; labels of both add up. Path, source and place are the caller's to fill.
boost::system::result<test, definition_problem> define_test(const boost::json::object& options,
                                                            const boost::json::object& defaults,
                                                            std::uint64_t default_memory_limit);

/// What is wrong with keys of `defaults` and with their values. Empty where all is well.
std::vector<definition_problem> check_defaults(const boost::json::object& defaults);

}  // namespace canary::config
