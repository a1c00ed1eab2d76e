#pragma once
// Members of an answer's JSON, which may be missing, or be something else: then the result is empty, or 0.

#include "canary/core/time.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canary::command {

std::string text(const boost::json::object& from, std::string_view name);
double number(const boost::json::object& from, std::string_view name);
std::uint64_t natural(const boost::json::object& from, std::string_view name);
bool flag(const boost::json::object& from, std::string_view name);
std::optional<wall_time> time(const boost::json::object& from, std::string_view name);
/// A number of milliseconds; at most the 292 years that nanoseconds can hold.
nanoseconds milliseconds(const boost::json::object& from, std::string_view name);
/// Null where it is no object.
const boost::json::object* member(const boost::json::object& from, std::string_view name);

/// Each object of the list.
template <class Each>
void for_each(const boost::json::object& from, std::string_view name, Each each) {
  const boost::json::value* list = from.if_contains(name);
  if (list == nullptr || !list->is_array()) return;
  for (const boost::json::value& element : list->get_array()) {
    if (element.is_object()) each(element.get_object());
  }
}

}  // namespace canary::command
