#pragma once
// A server on a free loopback port whose every byte a test decides. It shares the test's loop, so that no thread and no
// sleep is needed.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace canary::testing {

namespace asio = boost::asio;

/// One accepted connection. Every call suspends the script, and ignores what the peer does to the connection: a script
/// goes on to its end.
class scripted_connection {
 public:
  scripted_connection(asio::ip::tcp::socket socket, asio::ssl::context* tls, asio::yield_context yield, bool& stopped);

  /// Continues with TLS on a connection that began without. Whether the handshake succeeded.
  bool start_tls(asio::ssl::context& context);

  /// Done already, where the server has TLS, when a script begins.
  bool handshake();

  /// The next request: its head and, as its Content-Length says, its body. '' once the peer has gone.
  std::string read_request();

  /// The next request's head alone. '' once the peer has gone.
  std::string read_head();

  /// The next `count` bytes, or as many as come. Without TLS, as `read_head`.
  std::string read_bytes(std::size_t count);

  /// Whether all of it could be sent.
  bool send(std::string_view bytes);

  /// One byte at a time, `pause` apart, until the peer or the test has had enough.
  void drip(std::string_view bytes, std::chrono::milliseconds pause);

  /// Sends `piece` again and again until the peer or the test has had enough.
  void flood(std::string_view piece);

  void wait(std::chrono::milliseconds how_long);

  /// Says nothing more until the peer closes or resets. False where it sent something instead.
  bool wait_for_close();

  /// OpenSSL's own session, for what Asio does not do. Only with TLS.
  SSL* tls_session() { return tls_->native_handle(); }

  /// TLS' close_notify, without waiting for the peer's.
  void say_goodbye();

  void close();

  /// RST instead of FIN.
  void reset();

  asio::ip::tcp::socket& socket() { return socket_; }
  asio::yield_context yield() { return yield_; }

 private:
  std::string take(std::size_t count);

  asio::ip::tcp::socket socket_;
  std::unique_ptr<asio::ssl::stream<asio::ip::tcp::socket&>> tls_;
  asio::yield_context yield_;
  bool& stopped_;
  std::string input_;
};

/// Runs `script` for each connection, as a coroutine of its own; the connection closes where the script ends. Stops
/// with its destruction, and leaves its scripts to find that out: run the loop on until it is empty afterwards.
class scripted_server {
 public:
  using script = std::function<void(scripted_connection&)>;

  /// `address` is a loopback address; `tls`, where given, must outlive the server.
  scripted_server(asio::any_io_executor executor, script each, asio::ssl::context* tls = nullptr,
                  const char* address = "127.0.0.1");
  ~scripted_server();

  std::uint16_t port() const;
  std::string url(std::string_view path = "/") const;

  /// How many connections were accepted so far.
  int connections() const;

 private:
  struct state;

  static void serve(const std::shared_ptr<state>& state, asio::ip::tcp::socket socket, const script& each,
                    asio::ssl::context* tls);

  std::shared_ptr<state> state_;
};

/// A script that answers every request on a connection with `response`.
scripted_server::script answering(std::string response);

/// 'HTTP/1.1 200 OK' with a Content-Length and `body`. `headers` are whole lines.
std::string ok(std::string_view body, std::string_view headers = "");

}  // namespace canary::testing
