#include "canary/core/event.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>

#include <memory>
#include <utility>

namespace canary {

void event::set() {
  set_ = true;
  if (auto resume = std::exchange(resume_, nullptr)) resume();
}

void event::wait(boost::asio::yield_context yield) {
  if (set_) return;
  boost::asio::async_initiate<boost::asio::yield_context, void()>(
      [this](auto handler) {
        // A coroutine's handler can only be moved, and std::function wants to copy.
        const auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        const auto executor = boost::asio::get_associated_executor(*shared, executor_);
        resume_ = [shared, executor] { boost::asio::post(executor, [shared] { std::move (*shared)(); }); };
      },
      yield);
}

}  // namespace canary
