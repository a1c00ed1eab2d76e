#pragma once
// c-ares on the Asio loop.

#include "canary/core/clock.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/address.hpp>

#include <ares.h>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace canary::net {

/// One c-ares channel: its sockets are watched by the loop, and its time-outs by the clock. c-ares can only cancel all
/// queries of a channel at once, so whoever loses interest in one leaves it to end by itself.
class cares_channel : public std::enable_shared_from_this<cares_channel> {
 public:
  /// Called once, possibly from within `query`. `status` is ARES_SUCCESS, or c-ares' reason.
  using answer = std::function<void(int status, std::vector<boost::asio::ip::address>)>;

  /// Throws std::runtime_error where c-ares cannot start or `servers` is malformed.
  static std::shared_ptr<cares_channel> create(boost::asio::any_io_executor executor, clock& time,
                                               const std::string& servers);
  ~cares_channel();

  void query(const std::string& host, answer on_answer);
  std::size_t pending() const noexcept { return pending_; }

 private:
  struct watch;
  struct request;

  cares_channel(boost::asio::any_io_executor executor, clock& time);
  static void on_socket_state(void* self, ares_socket_t socket, int readable, int writable);
  static void on_answer(void* request, int status, int timeouts, ares_addrinfo* found);
  void arm(const std::shared_ptr<watch>& watched);
  void wait_for(const std::shared_ptr<watch>& watched, bool writing);
  void arm_timer();

  boost::asio::any_io_executor executor_;
  clock& time_;
  std::unique_ptr<timer> timer_;
  std::unordered_map<ares_socket_t, std::shared_ptr<watch>> watches_;
  ares_channel channel_ = nullptr;
  std::size_t pending_ = 0;
};

}  // namespace canary::net
