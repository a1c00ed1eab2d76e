#include "canary/script/turns.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <algorithm>
#include <memory>

namespace canary::script {

void share::begin_turn(mono_time now) {
  used_ = used(now);
  since_ = now;
  has_turn_ = true;
}

void share::end_turn(mono_time now) {
  used_ += now - since_;
  since_ = now;
  has_turn_ = false;
}

nanoseconds share::used(mono_time now) const {
  constexpr int forgiven_part = 16;
  return std::max(nanoseconds{0}, used_ - (now - since_) / forgiven_part);
}

void turns::enqueue_behind(std::function<void()> begin) {
  if (behind_.empty()) before_behind_ = ready_.size();
  behind_.push_back(std::move(begin));
}

void turns::wait(boost::asio::yield_context yield, bool behind) {
  boost::asio::async_initiate<boost::asio::yield_context, void()>(
      [this, behind](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto resume = [shared] { std::move (*shared)(); };
        behind ? enqueue_behind(resume) : enqueue(resume);
      },
      yield);
}

void turns::wait(boost::asio::yield_context yield, share& had) {
  const mono_time now = time_.mono();
  if (had.has_turn()) had.end_turn(now);
  const bool behind = had.is_used_up(now, slice_);
  wait(yield, behind);
  if (behind) had.settle();
  had.begin_turn(time_.mono());
}

void turns::give_turn(queue& to) {
  const auto next = std::move(to.front());
  to.pop_front();
  next();
}

void turns::run_slice() {
  began_ = time_.mono();
  watch_.turn_begins(began_);
  if (before_behind_ == 0 && !behind_.empty()) {
    before_behind_ = ready_.size();
    give_turn(behind_);
    watch_.ends(time_.mono());
    return;
  }
  while (!ready_.empty()) {
    if (before_behind_ > 0) --before_behind_;
    give_turn(ready_);
    const mono_time now = time_.mono();
    watch_.ends(now);
    if (slice_is_over(now) || (before_behind_ == 0 && !behind_.empty())) return;
  }
}

void turns::look_after(boost::asio::io_context& context) {
  mono_time now = time_.mono();
  const mono_time until = now + slice_;
  watch_.handler_begins(now);
  while (now < until && context.poll_one() > 0) {
    now = time_.mono();
    watch_.ends(now);
  }
}

bool turns::wait_for_work(boost::asio::io_context& context) {
  watch_.wait_begins(time_.mono());
  const bool found = context.run_one() > 0;
  watch_.wait_ends(time_.mono());
  return found;
}

void run_loop(boost::asio::io_context& context, turns& scripts) {
  for (;;) {
    if (scripts.empty() && !scripts.wait_for_work(context)) return;
    if (scripts.empty()) continue;
    // Scripts that wait are work, too: without the guard a context that is out of handlers stops itself, as it may have
    // just done, and what the scripts then begin would never be looked after.
    context.restart();
    const auto waiting = boost::asio::make_work_guard(context);
    do {
      scripts.look_after(context);
      if (context.stopped()) return;
      scripts.run_slice();
      if (scripts.empty()) scripts.look_after(context);
      if (context.stopped()) return;
    } while (!scripts.empty());
  }
}

}  // namespace canary::script
