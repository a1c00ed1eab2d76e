#include "canary/script/turns.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <memory>

namespace canary::script {

void turns::enqueue(std::function<void()> begin) { ready_.push_back(std::move(begin)); }

void turns::wait(boost::asio::yield_context yield) {
  boost::asio::async_initiate<boost::asio::yield_context, void()>(
      [this](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        ready_.push_back([shared] { std::move (*shared)(); });
      },
      yield);
}

void turns::run_slice() {
  began_ = time_.mono();
  watch_.turn_begins(began_);
  while (!ready_.empty()) {
    const auto next = std::move(ready_.front());
    ready_.pop_front();
    next();
    const mono_time now = time_.mono();
    watch_.ends(now);
    if (slice_is_over(now)) return;
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
