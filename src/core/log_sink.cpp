#include "canary/core/log_sink.hpp"

#include <algorithm>
#include <utility>

namespace canary {
namespace {

// A descriptor that is shared cannot be waited for with epoll by Asio, which would make it non-blocking for everyone;
// so a stalled one is looked at from time to time, seldomer as it goes on.
constexpr nanoseconds shortest_delay = std::chrono::milliseconds{10};
constexpr nanoseconds longest_delay = std::chrono::milliseconds{200};

// What is kept free for the line that tells of the dropped ones.
constexpr std::size_t room_for_report = 512;

}  // namespace

log_sink::log_sink(clock& time, int descriptor, log_sink_options options)
    : time_(time), out_(descriptor), options_(options), retry_(time.make_timer()), delay_(shortest_delay) {}

log_sink::~log_sink() {
  told_ = nullptr;
  flush(options_.flush_at_exit);
}

void log_sink::write(std::string_view line) {
  if (queued() + line.size() + room_for_report <= options_.max_queue) report();
  if (!accept(line)) lose(1);
  if (waiting_) return;
  if (!drain()) return retry_later();
  report();
}

bool log_sink::accept(std::string_view line) {
  if (queued() + line.size() > options_.max_queue) return false;
  queue_ += line;
  return true;
}

// Whether nothing is left to write.
bool log_sink::drain() {
  if (queue_.empty()) return true;
  if (cut_) {
    const auto ended = out_.write("\n");
    cut_ = ended.bytes == 0;
    failing_ = ended.failed;
  }
  if (!cut_) {
    const auto done = out_.write(std::string_view(queue_).substr(begin_));
    if (done.bytes > 0) delay_ = shortest_delay;
    begin_ += done.bytes;
    failing_ = done.failed;
  }
  if (failing_) give_up();
  if (begin_ == queue_.size()) {
    queue_.clear();
    begin_ = 0;
  } else if (begin_ > options_.max_queue) {
    queue_.erase(0, begin_);
    begin_ = 0;
  }
  return queue_.empty();
}

void log_sink::give_up() {
  const auto rest = queue_.begin() + static_cast<std::ptrdiff_t>(begin_);
  lose(static_cast<std::uint64_t>(std::count(rest, queue_.end(), '\n')));
  if (begin_ > 0 && queue_[begin_ - 1] != '\n') cut_ = true;
  begin_ = queue_.size();
}

void log_sink::lose(std::uint64_t lines) {
  dropped_ += lines;
  unreported_ += lines;
}

// Not while writing fails: the report would be lost with the number in it.
void log_sink::report() {
  if (unreported_ == 0 || failing_ || !told_) return;
  told_(std::exchange(unreported_, 0));
}

void log_sink::retry_later() {
  waiting_ = true;
  retry_->start(time_.mono() + delay_, [this] {
    waiting_ = false;
    delay_ = std::min(delay_ * 2, longest_delay);
    if (!drain()) return retry_later();
    report();
  });
}

void log_sink::flush(std::chrono::milliseconds at_most) {
  const mono_time end = time_.mono() + at_most;
  while (!drain()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - time_.mono());
    if (left.count() <= 0 || !out_.wait(left)) return;
  }
  report();
}

}  // namespace canary
