#include "command/rest_members.hpp"

#include <algorithm>
#include <cmath>

namespace canary::command {

namespace json = boost::json;

std::string text(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

double number(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  if (found == nullptr) return 0;
  if (found->is_double()) return std::isfinite(found->get_double()) ? found->get_double() : 0;
  if (found->is_int64()) return static_cast<double>(found->get_int64());
  return found->is_uint64() ? static_cast<double>(found->get_uint64()) : 0;
}

std::uint64_t natural(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  if (found == nullptr) return 0;
  if (found->is_uint64()) return found->get_uint64();
  if (found->is_int64()) return static_cast<std::uint64_t>(std::max<std::int64_t>(found->get_int64(), 0));
  return static_cast<std::uint64_t>(std::clamp(number(from, name), 0.0, 1e18));
}

bool flag(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  return found != nullptr && found->is_bool() && found->get_bool();
}

std::optional<wall_time> time(const json::object& from, std::string_view name) {
  return parse_rfc3339(text(from, name));
}

nanoseconds milliseconds(const json::object& from, std::string_view name) {
  constexpr double most = 9.2e12;
  return nanoseconds{std::llround(std::clamp(number(from, name), -most, most) * 1e6)};
}

const json::object* member(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(name);
  return found != nullptr && found->is_object() ? &found->get_object() : nullptr;
}

}  // namespace canary::command
