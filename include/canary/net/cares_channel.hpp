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

struct cares_settings {
  std::string servers = {};  ///< 'address:port,…' instead of those of /etc/resolv.conf; '' is those
  nanoseconds timeout = {};  ///< of one attempt; 0 is c-ares' own, five seconds
  int tries = 0;             ///< at each server; 0 is c-ares' own, four
  bool as_asked = false;     ///< names are not completed, and an error of a server is the answer
};

/// What c-ares found for a name.
struct found_addresses {
  std::vector<boost::asio::ip::address> addresses;
  std::chrono::seconds ttl{};  ///< how long all of it may be kept; 0 is not at all
};

/// One c-ares channel: its sockets are watched by the loop, and its time-outs by the clock. c-ares can only cancel all
/// queries of a channel at once, so whoever loses interest in one leaves it to end by itself.
class cares_channel : public std::enable_shared_from_this<cares_channel> {
 public:
  /// Called once, possibly from within `query` or from the destructor. `status` is ARES_SUCCESS, or c-ares' reason.
  using answer = std::function<void(int status, found_addresses)>;

  /// Likewise; `packet` is the server's whole answer where there was one.
  using raw_answer = std::function<void(int status, std::string_view packet)>;

  /// Throws std::runtime_error where c-ares cannot start or the servers are malformed.
  static std::shared_ptr<cares_channel> create(boost::asio::any_io_executor executor, clock& time,
                                               const cares_settings& settings);
  ~cares_channel();

  /// The addresses of a host: from /etc/hosts, or from a name server.
  void query(const std::string& host, answer on_answer);

  /// The records of `name` of a DNS type, by its number, from a name server alone.
  void ask(const std::string& name, int type, raw_answer on_answer);
  std::size_t pending() const noexcept { return pending_; }

 private:
  struct watch;
  struct request;
  struct raw_request;

  cares_channel(boost::asio::any_io_executor executor, clock& time);
  static void on_socket_state(void* self, ares_socket_t socket, int readable, int writable);
  static void on_answer(void* request, int status, int timeouts, ares_addrinfo* found);
  static void on_raw_answer(void* request, int status, int timeouts, unsigned char* packet, int size);
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
