#pragma once
// What is asked of a maintenance, checked. Without I/O.

#include "canary/core/intervention.hpp"
#include "canary/core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::api {

inline constexpr std::chrono::hours longest_maintenance{30 * 24};
inline constexpr std::size_t longest_reason = 1000;  ///< bytes

/// Exactly one of the first two is wanted.
struct maintenance_request {
  std::optional<std::string> duration;  ///< '2h', as durations of the configuration are written
  std::optional<std::string> until;     ///< RFC 3339
  std::string reason;                   ///< '' for none
};

/// Reads the JSON of a request's body. The error says which member is wrong, and what would be right.
result<maintenance_request> parse_maintenance(std::string_view body);

/// The window from `now` on, asked for by the token of the name `by`. The error says what is wrong with it, such as
/// that it would be longer than `longest_maintenance`, or over already.
result<maintenance_window> window_of(const maintenance_request& asked, wall_time now, std::string by);

}  // namespace canary::api
