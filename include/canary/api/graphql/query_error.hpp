#pragma once
// What is wrong with a query, and where.

#include "canary/api/graphql/ast.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <boost/system/result.hpp>

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace canary::api::graphql {

/// One entry of a response's `errors` (specification of October 2021, section 7.1.2).
struct query_error {
  std::string message;
  std::vector<ast::position> locations;  ///< in the query's text; empty where no place is at fault
  boost::json::array path;               ///< response keys and list indices; empty unless it arose while executing
};

/// Messages repeat parts of the query; this much of one is kept, in bytes.
inline constexpr std::size_t max_message_bytes = 1000;

/// Makes an error whose message is cut, between characters, at `max_message_bytes`.
query_error make_error(std::string message, std::vector<ast::position> locations = {}, boost::json::array path = {});

boost::json::object to_json(const query_error& e);

/// What `result::value()` throws where there is a `query_error` instead of a value.
[[noreturn]] inline void throw_exception_from_error(const query_error& e, const boost::source_location&) {
  throw std::runtime_error(e.message);
}

inline std::ostream& operator<<(std::ostream& out, const query_error& e) { return out << e.message; }

}  // namespace canary::api::graphql
