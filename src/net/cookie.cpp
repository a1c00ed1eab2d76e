#include "canary/net/cookie.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/items.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace canary::net {
namespace {

constexpr std::size_t longest_pair = 4096, longest_attribute = 1024;

// The text up to `mark`, which is taken too.
std::string_view take_until(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const auto taken = text.substr(0, end);
  text = end == text.npos ? std::string_view() : text.substr(end + 1);
  return taken;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// As many digits as there are at the beginning, from `least` to `most` of them; what follows must not be one.
std::optional<int> leading_number(std::string_view text, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits < least || digits > most) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  return number;
}

struct clock_time {
  int hour, minute, second;
};

// 'h:m:s', each of one or two digits.
std::optional<clock_time> parse_time(std::string_view text) {
  const auto hour = leading_number(take_until(text, ':'), 1, 2);
  if (text.empty()) return std::nullopt;
  const auto minute = leading_number(take_until(text, ':'), 1, 2);
  const auto second = leading_number(text, 1, 2);
  if (!hour || !minute || !second) return std::nullopt;
  return clock_time{*hour, *minute, *second};
}

std::optional<unsigned> parse_month(std::string_view text) {
  static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
  for (unsigned i = 0; i < names.size(); ++i) {
    if (iequals(text.substr(0, 3), names[i])) return i + 1;
  }
  return std::nullopt;
}

bool is_delimiter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x09 || (byte >= 0x20 && byte <= 0x2f) || (byte >= 0x3b && byte <= 0x40) ||
         (byte >= 0x5b && byte <= 0x60) || (byte >= 0x7b && byte <= 0x7e);
}

// Seconds from now, or no later than now.
std::optional<wall_time> parse_max_age(std::string_view text, wall_time now) {
  if (text.empty() || !(is_digit(text[0]) || text[0] == '-')) return std::nullopt;
  if (!std::all_of(text.begin() + 1, text.end(), is_digit)) return std::nullopt;
  if (text[0] == '-') return wall_time{};
  constexpr std::int64_t most = 400LL * 24 * 3600;  // what browsers cap it at
  std::int64_t seconds = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (trouble != std::errc{}) seconds = most;
  return seconds <= 0 ? wall_time{} : now + std::chrono::seconds{std::min(seconds, most)};
}

}  // namespace

std::optional<wall_time> parse_cookie_date(std::string_view text) {
  std::optional<clock_time> time;
  std::optional<int> day, year;
  std::optional<unsigned> month;
  while (!text.empty()) {
    const auto begin = std::find_if_not(text.begin(), text.end(), is_delimiter);
    const auto end = std::find_if(begin, text.end(), is_delimiter);
    const std::string_view token(begin, static_cast<std::size_t>(end - begin));
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (token.empty()) break;
    if (!time && (time = parse_time(token))) continue;
    if (!day && (day = leading_number(token, 1, 2))) continue;
    if (!month && (month = parse_month(token))) continue;
    if (!year) year = leading_number(token, 2, 4);
  }
  if (!time || !day || !month || !year) return std::nullopt;
  if (*year >= 70 && *year <= 99) *year += 1900;
  if (*year >= 0 && *year <= 69) *year += 2000;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *year < 1601 || time->hour > 23 || time->minute > 59 || time->second > 59) return std::nullopt;
  // Nanoseconds reach from 1678 to 2261.
  if (*year < 1970) return wall_time{};
  if (*year > 2200) return wall_time::max();
  return std::chrono::time_point_cast<nanoseconds>(std::chrono::sys_days(date)) + std::chrono::hours{time->hour} +
         std::chrono::minutes{time->minute} + std::chrono::seconds{time->second};
}

std::optional<cookie> parse_set_cookie(std::string_view text, wall_time now) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
  });
  if (control) return std::nullopt;
  std::string_view pair = take_until(text, ';');
  if (pair.find('=') == pair.npos) return std::nullopt;
  cookie read;
  read.name = trimmed(take_until(pair, '='));
  read.value = trimmed(pair);
  if (read.name.empty() || read.name.size() + read.value.size() > longest_pair) return std::nullopt;

  std::optional<wall_time> by_date, by_age;
  while (!text.empty()) {
    std::string_view value = take_until(text, ';');
    const std::string_view name = trimmed(take_until(value, '='));
    value = trimmed(value);
    if (value.size() > longest_attribute) continue;
    if (iequals(name, "Expires")) {
      if (const auto date = parse_cookie_date(value)) by_date = date;
    } else if (iequals(name, "Max-Age")) {
      if (const auto age = parse_max_age(value, now)) by_age = age;
    } else if (iequals(name, "Domain")) {
      if (value.starts_with('.')) value.remove_prefix(1);
      read.domain = lowered(value);
    } else if (iequals(name, "Path")) {
      read.path = value.starts_with('/') ? value : std::string_view();
    } else if (iequals(name, "Secure")) {
      read.secure = true;
    } else if (iequals(name, "HttpOnly")) {
      read.http_only = true;
    } else if (iequals(name, "SameSite")) {
      for (const char* known : {"Strict", "Lax", "None"}) {
        if (iequals(value, known)) read.same_site = known;
      }
    }
  }
  read.expires = by_age ? by_age : by_date;
  return read;
}

}  // namespace canary::net
