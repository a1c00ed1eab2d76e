#include "canary/script/turns.hpp"

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
  while (!ready_.empty()) {
    const auto next = std::move(ready_.front());
    ready_.pop_front();
    next();
    if (slice_is_over()) return;
  }
}

void run_loop(boost::asio::io_context& context, turns& scripts) {
  while (!context.stopped() || !scripts.empty()) {
    if (scripts.empty()) {
      if (context.run_one() == 0) return;
    } else {
      context.restart();  // being out of handlers is no end while scripts wait
    }
    context.poll();
    scripts.run_slice();
  }
}

}  // namespace canary::script
