#include "canary/core/duration.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace canary {
namespace {

struct unit {
  std::string_view name;
  std::uint64_t nanoseconds;
};

constexpr std::array<unit, 10> units{{{"ns", 1},
                                      {"us", 1'000},
                                      {"\u00b5s", 1'000},  // micro sign
                                      {"\u03bcs", 1'000},  // Greek letter mu
                                      {"ms", 1'000'000},
                                      {"s", 1'000'000'000},
                                      {"m", 60'000'000'000},
                                      {"h", 3'600'000'000'000},
                                      {"d", 86'400'000'000'000},
                                      {"w", 604'800'000'000'000}}};

// Of a negative one, which can be longer by one.
constexpr std::uint64_t most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) + 1;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

error bad(std::string_view text, std::string_view why) {
  return {"'" + std::string(text) + "' is not a duration: " + std::string(why) +
          " (write for example '30s', '1m30s' or '250ms')"};
}

// One 'number unit' pair off the front of `rest`, in nanoseconds.
result<std::uint64_t> take_part(std::string_view text, std::string_view& rest) {
  std::uint64_t whole = 0, fraction = 0, scale = 1;
  bool any = false;
  while (!rest.empty() && is_digit(rest.front())) {
    const auto digit = static_cast<std::uint64_t>(rest.front() - '0');
    if (whole > (most - digit) / 10) return bad(text, "it is too long");
    whole = whole * 10 + digit;
    any = true;
    rest.remove_prefix(1);
  }
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest.front())) {
      if (scale < 1'000'000'000'000) {  // further digits are below any unit's resolution
        fraction = fraction * 10 + static_cast<std::uint64_t>(rest.front() - '0');
        scale *= 10;
      }
      any = true;
      rest.remove_prefix(1);
    }
  }
  if (!any) return bad(text, "a number is missing");
  std::size_t length = 0;
  while (length < rest.size() && rest[length] != '.' && !is_digit(rest[length])) ++length;
  const std::string_view name = rest.substr(0, length);
  if (name.empty()) return bad(text, "a unit is missing: one of ns, us, ms, s, m, h, d, w");
  rest.remove_prefix(length);
  for (const auto& u : units) {
    if (u.name != name) continue;
    if (whole > most / u.nanoseconds) return bad(text, "it is too long");
    const std::uint64_t nanos = whole * u.nanoseconds;
    const auto extra = static_cast<std::uint64_t>(
        static_cast<long double>(fraction) * static_cast<long double>(u.nanoseconds) / static_cast<long double>(scale));
    if (nanos > most - extra) return bad(text, "it is too long");
    return nanos + extra;
  }
  return bad(text, "'" + std::string(name) + "' is no unit: one of ns, us, ms, s, m, h, d, w");
}

void append_number(std::string& out, std::uint64_t value, std::uint64_t per_unit) {
  out += std::to_string(value / per_unit);
  std::uint64_t rest = value % per_unit;
  if (rest == 0) return;
  std::string digits = std::to_string(per_unit + rest).substr(1);
  while (digits.back() == '0') digits.pop_back();
  out += '.';
  out += digits;
}

}  // namespace

result<nanoseconds> parse_duration(std::string_view text) {
  std::string_view rest = text;
  bool negative = false;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  if (rest == "0") return nanoseconds{0};
  if (rest.empty()) return bad(text, "it is empty");
  std::uint64_t total = 0;
  while (!rest.empty()) {
    const auto part = take_part(text, rest);
    if (!part) return part.error();
    if (total > most - *part) return bad(text, "it is too long");
    total += *part;
  }
  if (total == most && !negative) return bad(text, "it is too long");
  return nanoseconds{static_cast<std::int64_t>(negative ? 0 - total : total)};
}

std::string format_duration(nanoseconds d) {
  const std::int64_t signed_count = d.count();
  if (signed_count == 0) return "0s";
  std::string out = signed_count < 0 ? "-" : "";
  const std::uint64_t n =
      signed_count < 0 ? 0 - static_cast<std::uint64_t>(signed_count) : static_cast<std::uint64_t>(signed_count);
  if (n < 1'000) return out + std::to_string(n) + "ns";
  if (n < 1'000'000) return append_number(out, n, 1'000), out + "\u00b5s";
  if (n < 1'000'000'000) return append_number(out, n, 1'000'000), out + "ms";
  const std::uint64_t hours = n / 3'600'000'000'000, minutes = n / 60'000'000'000 % 60;
  if (hours > 0) out += std::to_string(hours) + "h";
  if (hours > 0 || minutes > 0) out += std::to_string(minutes) + "m";
  append_number(out, n % 60'000'000'000, 1'000'000'000);
  return out + "s";
}

}  // namespace canary
