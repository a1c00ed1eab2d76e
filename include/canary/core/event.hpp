#pragma once
// What a coroutine waits for when the thing itself speaks in callbacks.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/spawn.hpp>

#include <functional>

namespace canary {

/// Happens once. One coroutine at most waits for it; it is resumed by the loop, never from within `set`.
class event {
 public:
  explicit event(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}
  event(const event&) = delete;
  event& operator=(const event&) = delete;

  void set();
  bool is_set() const noexcept { return set_; }

  /// Returns at once where it has happened already.
  void wait(boost::asio::yield_context yield);

 private:
  boost::asio::any_io_executor executor_;
  std::function<void()> resume_;
  bool set_ = false;
};

}  // namespace canary
