#include "maintenance_request.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/printable.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

constexpr const char* wanted =
    R"(the body is such as {"duration": "2h", "reason": "an upgrade"}, or has "until", a date)";

/// What `given` may have meant: a date alone wants a time of day, and a time of day a zone.
std::string like_it(const std::string& given) {
  for (const auto* missing : {"T08:00:00Z", ":00Z", "Z"}) {
    if (parse_rfc3339(given + missing)) return given + missing;
  }
  return "2026-01-31T08:00:00Z";
}

result<wall_time> end_of(const maintenance_request& asked, wall_time now) {
  if (asked.duration && asked.until) return error{"'duration' and 'until' exclude each other"};
  if (asked.until) {
    const auto until = parse_rfc3339(*asked.until);
    if (!until)
      return error{"'until' is a time with its zone, such as " + like_it(*asked.until) + ", and not '" +
                   printable(*asked.until) + "'"};
    if (*until <= now) return error{"'until' has passed: it is " + format_rfc3339(now) + " now"};
    return *until;
  }
  if (!asked.duration) return error{"'duration' or 'until' says how long"};
  const auto duration = parse_duration(*asked.duration);
  if (!duration) {
    return error{"'duration': " + duration.error().message + "; or 'until' says when it ends, such as " + like_it("")};
  }
  if (*duration < std::chrono::seconds{1}) {
    return error{"'duration' is 1s at least, and not '" + printable(*asked.duration) + "'; DELETE ends a maintenance"};
  }
  return *duration > longest_maintenance ? wall_time::max() : now + *duration;
}

}  // namespace

result<maintenance_request> parse_maintenance(std::string_view body) {
  boost::system::error_code failed;
  const json::value parsed = json::parse(body, failed);
  if (failed) return error{"the body is not JSON: " + failed.message() + "; " + wanted};
  if (!parsed.is_object()) return error{std::string("the body is no JSON object: ") + wanted};
  maintenance_request out;
  for (const auto& [name, value] : parsed.get_object()) {
    const bool known = name == "duration" || name == "until" || name == "reason";
    if (!known) return error{"'" + printable(name) + "' is unknown: there are 'duration', 'until' and 'reason'"};
    if (value.is_null()) continue;
    if (!value.is_string()) return error{"'" + std::string(name) + "' is a string"};
    std::string text(value.get_string());
    if (name == "duration") {
      out.duration = std::move(text);
    } else if (name == "until") {
      out.until = std::move(text);
    } else {
      out.reason = std::move(text);
    }
  }
  return out;
}

result<maintenance_window> window_of(const maintenance_request& asked, wall_time now, std::string by) {
  const auto until = end_of(asked, now);
  if (!until) return until.error();
  if (*until > now + longest_maintenance) return error{"a maintenance lasts 30 days at most"};
  if (asked.reason.size() > longest_reason) {
    return error{"'reason' has " + std::to_string(longest_reason) + " bytes at most, and not " +
                 std::to_string(asked.reason.size())};
  }
  return maintenance_window{now, *until, asked.reason, std::move(by)};
}

}  // namespace canary::api
