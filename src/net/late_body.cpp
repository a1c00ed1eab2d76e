#include "canary/net/late_body.hpp"

#include <boost/asio/detached.hpp>

namespace canary::net {
namespace {

// As Go's client waits, and curl.
constexpr nanoseconds patience = std::chrono::seconds{1};

}  // namespace

late_body::late_body(connection& with, std::string_view body, clock& time, boost::asio::any_io_executor executor)
    : with_(with), patience_(time.make_timer()), decided_(executor), ended_(executor) {
  patience_->start(time.mono() + patience, [this] { begin(); });
  boost::asio::spawn(
      executor, [this, body](boost::asio::yield_context yield) { send(body, yield); }, boost::asio::detached);
}

void late_body::begin() {
  if (decided_.is_set()) return;
  wanted_ = true;
  decided_.set();
}

void late_body::send(std::string_view body, boost::asio::yield_context yield) {
  decided_.wait(yield);
  if (wanted_) {
    error_.clear();
    written_ = with_.write(body, {}, yield, error_);
    sent_ = true;
  }
  ended_.set();
}

boost::system::error_code late_body::finish(boost::asio::yield_context yield) {
  patience_->cancel();
  if (!decided_.is_set()) decided_.set();
  if (!sent_) with_.close();
  ended_.wait(yield);
  return error_;
}

}  // namespace canary::net
