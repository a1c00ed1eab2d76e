#pragma once
// Small parts of the parsers of this room. Only src/api/ includes this.

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace canary::api {

/// Without the spaces and tabs around it: HTTP's optional whitespace (RFC 9110, 5.6.3).
inline std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// 0 to 15, of a digit in either case; -1 where it is none.
constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Decimal digits alone. Empty where there is anything else, or nothing, or more than fits.
inline std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace canary::api
