#include "canary/core/byte_size.hpp"

#include <algorithm>
#include <limits>

namespace canary {
namespace {

struct unit {
  std::string_view name;
  std::uint64_t bytes;
};

constexpr unit units[] = {
    {"B", 1},      {"KiB", 1ull << 10}, {"MiB", 1ull << 20},   {"GiB", 1ull << 30},      {"TiB", 1ull << 40},
    {"kB", 1'000}, {"MB", 1'000'000},   {"GB", 1'000'000'000}, {"TB", 1'000'000'000'000}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

error bad(std::string_view text, const std::string& why) {
  return error{"'" + std::string(text) + "' is not a size: " + why};
}

}  // namespace

result<std::uint64_t> parse_byte_size(std::string_view text) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  if (text == "0") return std::uint64_t{0};
  if (text.empty()) return bad(text, "it is empty");
  std::size_t i = 0;
  std::uint64_t whole = 0;
  for (; i < text.size() && is_digit(text[i]); ++i) {
    const auto digit = static_cast<std::uint64_t>(text[i] - '0');
    if (whole > (most - digit) / 10) return bad(text, "it is too large");
    whole = whole * 10 + digit;
  }
  bool has_digits = i > 0;
  long double fraction = 0, place = 1;
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && is_digit(text[i]); ++i) {
      has_digits = true;
      fraction += static_cast<long double>(text[i] - '0') * (place /= 10);
    }
  }
  if (!has_digits) return bad(text, "a number is missing");
  const std::string_view name = text.substr(i);
  constexpr const char* right = "one of B, KiB, MiB, GiB, TiB, kB, MB, GB, TB";
  if (name.empty()) return bad(text, std::string("its unit is missing, ") + right);
  for (const unit& u : units) {
    if (!same_letters(name, u.name)) continue;
    // The small part more than the sum of digits makes up for what decimal places lose in binary: 0.1kB is 100 bytes.
    const auto extra = static_cast<std::uint64_t>(fraction * static_cast<long double>(u.bytes) + 1e-6L);
    if (whole > (most - extra) / u.bytes) return bad(text, "it is too large");
    return whole * u.bytes + extra;
  }
  return bad(text, "'" + std::string(name) + "' is no unit, " + right);
}

std::string format_byte_size(std::uint64_t bytes) {
  const unit* best = &units[0];
  for (const unit& u : units) {
    if ((u.bytes & (u.bytes - 1)) == 0 && bytes > 0 && bytes % u.bytes == 0 && u.bytes > best->bytes) best = &u;
  }
  return std::to_string(bytes / best->bytes) + std::string(best->name);
}

}  // namespace canary
