#pragma once
// One client's connection: its requests, one after the other.
//
// clang-format off
//     (TLS: shaking hands ──▶)
//     waiting ──first byte──▶ reading ──whole request──▶ answering ──▶ waiting
//        │                       │                           │
//        └──idle_timeout,        └──bad, too long, too slow──┴──close──▶ lingering ──▶ closed
//           or stop()
// clang-format on
//
// Requests that arrive while one is answered stay in the buffer (pipelining). After the last response the server's half
// is closed, and what the client still sends is read and thrown away for a moment: closing at once would have the
// kernel send a reset, which may destroy the response before the client has read it.

#include "canary/api/answer_turns.hpp"
#include "canary/api/client_stream.hpp"
#include "canary/api/connection_list.hpp"
#include "canary/api/dispatch.hpp"
#include "canary/api/event_readers.hpp"
#include "canary/api/host_check.hpp"
#include "canary/api/past_cache.hpp"
#include "canary/api/static_files.hpp"
#include "canary/core/event.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include <memory>

namespace canary::api {

/// What all connections of a server share.
struct connection_context {
  services on;
  server_options options;
  host_check hosts;
  static_files files;
  connection_list open;
  std::unique_ptr<event_readers> readers;
  past_cache past;
  std::shared_ptr<answer_turns> turns;
  bool stopping = false;
};

class connection : public std::enable_shared_from_this<connection>, public listed_connection {
 public:
  connection(boost::asio::ip::tcp::socket socket, std::shared_ptr<connection_context> context);
  ~connection() override;

  /// Spawns the coroutine that owns this connection from now on.
  void start();

  bool idle() const override { return waiting_; }
  bool held_back() const override { return waiting_ && rested_ != nullptr; }
  void close() override;
  void abandon() override;

 private:
  using yield_context = boost::asio::yield_context;
  using request_parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void run(yield_context yield);
  bool shake_hands(yield_context yield);
  bool refuse_plain(yield_context yield);
  bool wait_for_request(std::chrono::milliseconds at_most, yield_context yield);
  bool serve_one(yield_context yield);
  boost::system::error_code read_head(request_parser& parser, yield_context yield);
  boost::system::error_code read_body(request_parser& parser, yield_context yield);
  std::size_t parse_more(request_parser& parser, boost::system::error_code& failed, yield_context yield);
  bool refuse(const problem& p, yield_context yield);
  bool send(const response& r, bool keep_alive, bool with_body, yield_context yield);
  bool write(boost::asio::const_buffer bytes, yield_context yield);
  void linger(yield_context yield);
  void wait_until_done(const std::function<void(std::function<void()>)>& begin, yield_context yield);
  void rest(nanoseconds time, yield_context yield);
  void let_loop_turn(yield_context yield);

  void limit_reading(std::chrono::milliseconds at_most);
  void limit_writing(std::chrono::milliseconds at_most);
  void lift_limit();

  std::shared_ptr<connection_context> context_;
  std::unique_ptr<client_stream> stream_;  ///< null once it is handed over
  connection_list::place place_;
  boost::asio::ip::address peer_, local_;
  boost::beast::flat_buffer buffer_;
  std::unique_ptr<timer> timer_;   ///< null once abandoned
  std::shared_ptr<event> rested_;  ///< null where it does not rest
  bool waiting_ = false;           ///< for a request's first byte, or before an answer that is held back
  bool timed_out_ = false;
  bool in_tls_ = false;  ///< hands are shaken
};

}  // namespace canary::api
