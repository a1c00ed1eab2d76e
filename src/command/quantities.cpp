#include "command/quantities.hpp"

#include <cstddef>
#include <cstdio>

namespace canary::command {

std::string shown_ms(double ms) {
  char text[32];
  std::snprintf(text, sizeof text, ms < 10 ? "%.2f ms" : ms < 1000 ? "%.1f ms" : "%.0f ms", ms);
  return text;
}

std::string shown_time(nanoseconds time) { return shown_ms(static_cast<double>(time.count()) / 1e6); }

std::string shown_size(std::uint64_t n) {
  char text[32];
  if (n < 10'000) {
    std::snprintf(text, sizeof text, "%llu B", static_cast<unsigned long long>(n));
  } else {
    std::snprintf(text, sizeof text, "%.1f KiB", static_cast<double>(n) / 1024);
  }
  return text;
}

std::string shown_seconds(nanoseconds n) {
  const double seconds = static_cast<double>(n.count()) / 1e9;
  char text[48];
  if (seconds < 60) {
    std::snprintf(text, sizeof text, seconds < 0.095 ? "%.2f s" : "%.1f s", seconds);
  } else {
    const auto whole = static_cast<long long>(seconds);
    std::snprintf(text, sizeof text, "%lld m %lld s", whole / 60, whole % 60);
  }
  return text;
}

std::string with_commas(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string readable_bytes(std::uint64_t bytes) {
  static constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  auto number = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; number >= 1024; number /= 1024) ++unit;
  char text[32];
  std::snprintf(text, sizeof text, unit == 0 || number >= 100 ? "%.0f %s" : "%.1f %s", number, units[unit]);
  return text;
}

std::string counted(std::uint64_t n, std::string_view noun) {
  return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

}  // namespace canary::command
