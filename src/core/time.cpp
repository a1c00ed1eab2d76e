#include "canary/core/time.hpp"

#include <cstdint>
#include <cstdio>

namespace canary {
namespace {

// Takes exactly `count` digits off the front.
std::optional<int> take_digits(std::string_view& rest, std::size_t count) {
  if (rest.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char c = rest[i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  rest.remove_prefix(count);
  return value;
}

bool take(std::string_view& rest, char c) {
  if (rest.empty() || rest.front() != c) return false;
  rest.remove_prefix(1);
  return true;
}

// 'Z' or '+01:00'. Seconds east of UTC.
std::optional<std::int64_t> take_offset(std::string_view& rest) {
  if (take(rest, 'Z') || take(rest, 'z')) return 0;
  const bool west = take(rest, '-');
  if (!west && !take(rest, '+')) return std::nullopt;
  const auto hours = take_digits(rest, 2);
  if (!hours || !take(rest, ':')) return std::nullopt;
  const auto minutes = take_digits(rest, 2);
  if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const std::int64_t seconds = *hours * 3600 + *minutes * 60;
  return west ? -seconds : seconds;
}

}  // namespace

std::string format_rfc3339(wall_time t) {
  using namespace std::chrono;
  const auto second = floor<seconds>(t);
  const auto day = floor<days>(second);
  const year_month_day date{day};
  const hh_mm_ss time{second - day};
  // The second in which the first time of all lies begins before it.
  const auto rest = t.time_since_epoch().count() % 1'000'000'000;
  const auto fraction = rest < 0 ? rest + 1'000'000'000 : rest;
  char buffer[64];
  int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                             static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                             static_cast<int>(time.seconds().count()));
  std::string out(buffer, static_cast<std::size_t>(length));
  if (fraction != 0) {
    length = std::snprintf(buffer, sizeof buffer, ".%09lld", static_cast<long long>(fraction));
    out.append(buffer, static_cast<std::size_t>(length));
    while (out.back() == '0') out.pop_back();
  }
  return out + "Z";
}

std::optional<wall_time> parse_rfc3339(std::string_view text) {
  using namespace std::chrono;
  std::string_view rest = text;
  const auto y = take_digits(rest, 4);
  if (!y || !take(rest, '-')) return std::nullopt;
  const auto mo = take_digits(rest, 2);
  if (!mo || !take(rest, '-')) return std::nullopt;
  const auto d = take_digits(rest, 2);
  if (!d || !(take(rest, 'T') || take(rest, 't') || take(rest, ' '))) return std::nullopt;
  const auto h = take_digits(rest, 2);
  if (!h || !take(rest, ':')) return std::nullopt;
  const auto mi = take_digits(rest, 2);
  if (!mi || !take(rest, ':')) return std::nullopt;
  const auto s = take_digits(rest, 2);
  if (!s || *h > 23 || *mi > 59 || *s > 60 || *y < 1678 || *y > 2261) return std::nullopt;
  std::int64_t fraction = 0;
  if (take(rest, '.')) {
    std::int64_t unit = 100'000'000;
    std::size_t digits = 0;
    for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1), ++digits) {
      fraction += (rest.front() - '0') * unit;
      unit /= 10;
    }
    if (digits == 0 || digits > 9) return std::nullopt;
  }
  const auto offset = take_offset(rest);
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)}, day{static_cast<unsigned>(*d)}};
  if (!offset || !rest.empty() || !date.ok()) return std::nullopt;
  return wall_time{sys_days{date}.time_since_epoch() + hours{*h} + minutes{*mi} + seconds{*s - *offset} +
                   nanoseconds{fraction}};
}

}  // namespace canary
