#pragma once
// The body of a request that asks first (Expect: 100-continue; RFC 9110, 10.1.1).

#include "canary/core/clock.hpp"
#include "canary/core/event.hpp"
#include "canary/net/connection.hpp"

#include <boost/asio/error.hpp>

#include <memory>
#include <string_view>

namespace canary::net {

/// Sends the body beside whoever reads the answer: once told that it is wanted, or after a second without a word, since
/// servers may not know the question. `finish` must be called before it goes.
class late_body {
 public:
  late_body(connection& with, std::string_view body, clock& time, boost::asio::any_io_executor executor);
  late_body(const late_body&) = delete;
  late_body& operator=(const late_body&) = delete;

  /// The server wants it. Again is nothing.
  void begin();

  /// The answer has come. What has not been sent by now is not: then the connection is closed, and the error is
  /// operation_aborted.
  boost::system::error_code finish(boost::asio::yield_context yield);

  /// Bytes.
  std::size_t written() const noexcept { return written_; }

 private:
  void send(std::string_view body, boost::asio::yield_context yield);

  connection& with_;
  std::unique_ptr<timer> patience_;
  event decided_, ended_;
  bool wanted_ = false, sent_ = false;
  std::size_t written_ = 0;
  boost::system::error_code error_ = boost::asio::error::operation_aborted;
};

}  // namespace canary::net
