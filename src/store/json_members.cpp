#include "json_members.hpp"

#include "exact_json.hpp"

#include <limits>

namespace canary::store {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> natural_of(const json::value& value) {
  if (value.is_uint64()) return value.get_uint64();
  if (value.is_int64() && value.get_int64() >= 0) return static_cast<std::uint64_t>(value.get_int64());
  return std::nullopt;
}

}  // namespace

std::string json_members::place(std::string_view name) const {
  return where_.empty() ? std::string(name) : where_ + "." + std::string(name);
}

void json_members::fail(std::string_view name, const std::string& what) const {
  throw bad_member("'" + place(name) + "' " + what);
}

const json::value* json_members::find(std::string_view name) {
  asked_.append("/").append(name).append("/");
  const json::value* found = from_.if_contains(name);
  taken_ += found != nullptr ? 1 : 0;
  return found;
}

const json::value& json_members::need(std::string_view name) {
  const json::value* found = find(name);
  if (found == nullptr) fail(name, "is missing");
  return *found;
}

std::string json_members::text(std::string_view name) {
  auto text = exact_text(need(name));
  if (!text) fail(name, "must be a text");
  return std::move(*text);
}

std::string json_members::text_if_any(std::string_view name) { return has(name) ? text(name) : std::string(); }

std::string_view json_members::word(std::string_view name) {
  const json::value& value = need(name);
  if (!value.is_string()) fail(name, "must be a text");
  return value.get_string();
}

wall_time json_members::time(std::string_view name) {
  const json::value& value = need(name);
  if (value.is_int64()) return wall_time{nanoseconds{value.get_int64()}};
  const auto time = value.is_string() ? parse_rfc3339(value.get_string()) : std::nullopt;
  if (!time) fail(name, "must be a time such as \"2026-03-01T09:30:00.125Z\"");
  return *time;
}

bool json_members::flag_if_any(std::string_view name) {
  const json::value* found = find(name);
  if (found == nullptr) return false;
  if (!found->is_bool()) fail(name, "must be true or false");
  return found->get_bool();
}

std::int64_t json_members::integer(std::string_view name, std::int64_t least, std::int64_t most,
                                   std::int64_t otherwise) {
  const json::value* found = find(name);
  if (found == nullptr) return otherwise;
  if (!found->is_int64() || found->get_int64() < least || found->get_int64() > most) {
    fail(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return found->get_int64();
}

std::uint64_t json_members::natural(std::string_view name) {
  const auto number = natural_of(need(name));
  if (!number) {
    fail(name, "must be a whole number from 0 to " + std::to_string(std::numeric_limits<std::uint64_t>::max()));
  }
  return *number;
}

std::uint64_t json_members::natural_if_any(std::string_view name) { return has(name) ? natural(name) : 0; }

json_members json_members::object(std::string_view name) {
  const json::value& value = need(name);
  if (!value.is_object()) fail(name, "must be an object");
  return {value.get_object(), place(name)};
}

const json::array* json_members::list(std::string_view name) {
  const json::value* found = find(name);
  if (found == nullptr) return nullptr;
  if (!found->is_array()) fail(name, "must be a list");
  return &found->get_array();
}

json_members json_members::element(std::string_view name, const json::array& list, std::size_t index) const {
  const std::string where = place(name) + "[" + std::to_string(index) + "]";
  if (!list[index].is_object()) throw bad_member("'" + where + "' must be an object");
  return {list[index].get_object(), where};
}

void json_members::finish() const {
  if (taken_ == from_.size()) return;
  for (const auto& member : from_) {
    if (asked_.find("/" + std::string(member.key()) + "/") == std::string::npos) {
      fail(member.key(), "is not a member that is known here");
    }
  }
}

}  // namespace canary::store
