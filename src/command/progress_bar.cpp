#include "command/progress_bar.hpp"

#include "command/quantities.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace canary::command {
namespace {

std::string time_left(double seconds) {
  const auto left = static_cast<long long>(std::min(seconds, 359'999.0) + 0.5);
  char text[32];
  if (left >= 3600) {
    std::snprintf(text, sizeof text, "%lld:%02lld:%02lld left", left / 3600, left / 60 % 60, left % 60);
  } else {
    std::snprintf(text, sizeof text, "%lld:%02lld left", left / 60, left % 60);
  }
  return text;
}

}  // namespace

std::string progress_text(const store::progress& at, nanoseconds elapsed, std::string_view unit) {
  constexpr int width = 20;
  const double share = std::clamp(at.share, 0.0, 1.0);
  const int full = static_cast<int>(share * width);
  std::string out = "[" + std::string(static_cast<std::size_t>(full), '#') +
                    std::string(static_cast<std::size_t>(width - full), '-') + "]";
  char percent[16];
  std::snprintf(percent, sizeof percent, " %3d %%", static_cast<int>(share * 100));
  out += percent;
  const bool bytes = unit == "bytes";
  const auto amount = [&](std::uint64_t n) { return bytes ? readable_bytes(n) : with_commas(n); };
  out += "  " + amount(at.done) + (bytes ? "" : " " + std::string(unit));
  const double seconds = std::chrono::duration<double>(elapsed).count();
  if (seconds < 0.5) return out;
  out += "  " + amount(static_cast<std::uint64_t>(static_cast<double>(at.done) / seconds)) + "/s";
  if (share > 0 && share < 1) out += "  " + time_left(seconds / share - seconds);
  return out;
}

progress_bar::progress_bar(const clock& time, std::string_view unit)
    : time_(time), unit_(unit), begun_(time.mono()), shown_(::isatty(STDERR_FILENO) != 0) {}

void progress_bar::show(const store::progress& at) {
  const mono_time now = time_.mono();
  if (!shown_ || now < next_) return;
  next_ = now + std::chrono::milliseconds{100};
  drawn_ = true;
  // From the line's beginning, and what stood there before is erased.
  std::fprintf(stderr, "\r%s\x1b[K", progress_text(at, now - begun_, unit_).c_str());
}

void progress_bar::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace canary::command
