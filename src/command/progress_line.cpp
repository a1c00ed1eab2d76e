#include "command/progress_line.hpp"

#include "command/quantities.hpp"

#include <algorithm>
#include <cstdio>

namespace canary::command {

std::string progress_line_text(const progress_facts& of, const look& as) {
  const std::string before = of.of > 1 ? "[" + std::to_string(of.run) + "/" + std::to_string(of.of) + "] " : "";
  std::string after = "  " + shown_seconds(of.elapsed);
  if (of.failed > 0) after += ", " + std::to_string(of.failed) + " failed";
  const std::size_t taken = before.size() + after.size() + 1;  // a full line would begin another
  const std::size_t rest = as.width > taken ? as.width - taken : 0;
  return before + fitted(as, harmless(as, of.test), rest) + after;
}

progress_line::progress_line(clock& time, const look& as, bool shown)
    : time_(time), as_(as), alarm_(shown ? time.make_timer() : nullptr) {}

void progress_line::begin(progress_facts what) {
  if (!alarm_) return;
  what_ = std::move(what);
  begun_ = time_.mono();
  draw_later();
}

void progress_line::draw_later() {
  alarm_->start(time_.mono() + std::chrono::milliseconds{200}, [this] {
    what_.elapsed = time_.mono() - begun_;
    drawn_ = true;
    // From the line's beginning, and what stood there before is erased.
    std::fprintf(stderr, "\r%s\x1b[K", progress_line_text(what_, as_).c_str());
    draw_later();
  });
}

void progress_line::clear() {
  if (alarm_) alarm_->cancel();
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace canary::command
