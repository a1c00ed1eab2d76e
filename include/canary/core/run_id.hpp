#pragma once
// Names of runs: UUIDs of version 7 (RFC 9562, 5.7), which sort by the time they were made.

#include "canary/core/time.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace canary {

/// Sixteen bytes, big-endian, so that comparing bytes compares times.
struct run_id {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const run_id&) const = default;

  /// '0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55'.
  std::string text() const;

  /// Accepts upper and lower case. Empty where `text` is not a UUID.
  static std::optional<run_id> parse(std::string_view text);

  /// The smallest id that a run of that millisecond could have: where a walk by time starts.
  static run_id floor(wall_time t);

  /// When it was made, to the millisecond; the last time that can be kept where it claims a later one.
  wall_time time() const;
};

/// Makes ids that ascend strictly, even within a millisecond and while the clock is set back. One per process.
class run_id_generator {
 public:
  /// `random` yields 64 random bits; the default reads the system's source.
  explicit run_id_generator(std::function<std::uint64_t()> random = {});
  run_id next(wall_time now);

  /// The next ones ascend from `newest` too, which an earlier process has made. Where that claims to be from more than
  /// a year after `now`, it is not followed: so far no clock is set by mistake and nobody sees it.
  void follow(const run_id& newest, wall_time now);

 private:
  std::function<std::uint64_t()> random_;
  std::uint64_t last_ms_ = 0;
  std::uint32_t counter_ = 0;
};

}  // namespace canary

template <>
struct std::hash<canary::run_id> {
  std::size_t operator()(const canary::run_id& id) const noexcept {
    std::size_t h = 0;
    for (std::size_t i = 8; i < 16; ++i) h = h << 8 | id.bytes[i];
    return h ^ (static_cast<std::size_t>(id.bytes[6]) << 56 | static_cast<std::size_t>(id.bytes[7]) << 48 |
                static_cast<std::size_t>(id.bytes[5]) << 40 | static_cast<std::size_t>(id.bytes[4]) << 32);
  }
};
