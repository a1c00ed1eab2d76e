#include "canary/api/answer_turns.hpp"

#include <boost/asio/post.hpp>

namespace canary::api {

namespace asio = boost::asio;

answer_turns::answer_turns(asio::any_io_executor executor, const clock& time, turn_source source)
    : executor_(std::move(executor)), time_(time), source_(std::move(source)) {
  if (!source_) source_ = [on = executor_](std::function<void()> begin) { asio::post(on, std::move(begin)); };
}

void answer_turns::wait(asio::yield_context yield) {
  if (closed_) return asio::post(executor_, yield);
  asio::async_initiate<asio::yield_context, void()>(
      [this](auto handler) {
        waiting_.push_back(
            [shared = std::make_shared<decltype(handler)>(std::move(handler))] { std::move (*shared)(); });
        ask();
      },
      yield);
}

void answer_turns::close() {
  closed_ = true;
  for (auto& resume : std::exchange(waiting_, {})) asio::post(executor_, std::move(resume));
}

void answer_turns::ask() {
  if (has_turn_ || std::exchange(asked_, true)) return;
  source_([weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->give();
  });
}

void answer_turns::give() {
  asked_ = false;
  has_turn_ = true;
  began_ = time_.mono();
  while (!waiting_.empty()) {
    const auto resume = std::move(waiting_.front());
    waiting_.pop_front();
    resume();
    if (closed_ || is_over()) break;
  }
  has_turn_ = false;
  if (!waiting_.empty()) ask();
}

}  // namespace canary::api
