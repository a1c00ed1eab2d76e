#include "support/scripted_server.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <vector>

namespace canary::testing {
namespace {

std::size_t content_length(std::string head) {
  std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  const auto at = head.find("\r\ncontent-length:");
  return at == head.npos ? 0 : std::stoul(head.substr(at + 17));
}

}  // namespace

scripted_connection::scripted_connection(asio::ip::tcp::socket socket, asio::ssl::context* tls,
                                         asio::yield_context yield, bool& stopped)
    : socket_(std::move(socket)), yield_(yield), stopped_(stopped) {
  // What a script sends is on its way at once, whatever of TLS' own was sent just before.
  boost::system::error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  if (tls != nullptr) tls_ = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket&>>(socket_, *tls);
}

bool scripted_connection::start_tls(asio::ssl::context& context) {
  tls_ = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket&>>(socket_, context);
  return handshake();
}

bool scripted_connection::handshake() {
  boost::system::error_code error;
  tls_->async_handshake(asio::ssl::stream_base::server, yield_[error]);
  return !error;
}

std::string scripted_connection::read_request() {
  boost::system::error_code error;
  const auto end = tls_ ? asio::async_read_until(*tls_, asio::dynamic_buffer(input_), "\r\n\r\n", yield_[error])
                        : asio::async_read_until(socket_, asio::dynamic_buffer(input_), "\r\n\r\n", yield_[error]);
  if (error) return {};
  const std::size_t whole = end + content_length(input_.substr(0, end));
  while (input_.size() < whole && !error) {
    const std::size_t missing = whole - input_.size();
    const auto into = asio::dynamic_buffer(input_);
    if (tls_) {
      asio::async_read(*tls_, into, asio::transfer_exactly(missing), yield_[error]);
    } else {
      asio::async_read(socket_, into, asio::transfer_exactly(missing), yield_[error]);
    }
  }
  return take(whole);
}

std::string scripted_connection::read_head() {
  boost::system::error_code error;
  const auto end = asio::async_read_until(socket_, asio::dynamic_buffer(input_), "\r\n\r\n", yield_[error]);
  return error ? std::string() : take(end);
}

std::string scripted_connection::read_bytes(std::size_t count) {
  boost::system::error_code error;
  if (input_.size() < count) {
    asio::async_read(socket_, asio::dynamic_buffer(input_), asio::transfer_exactly(count - input_.size()),
                     yield_[error]);
  }
  return take(std::min(count, input_.size()));
}

bool scripted_connection::send(std::string_view bytes) {
  boost::system::error_code error;
  if (tls_) {
    asio::async_write(*tls_, asio::buffer(bytes), yield_[error]);
  } else {
    asio::async_write(socket_, asio::buffer(bytes), yield_[error]);
  }
  return !error;
}

void scripted_connection::drip(std::string_view bytes, std::chrono::milliseconds pause) {
  for (const char& byte : bytes) {
    if (stopped_ || !send({&byte, 1})) return;
    wait(pause);
  }
}

void scripted_connection::flood(std::string_view piece) {
  while (!stopped_ && send(piece)) {
  }
}

void scripted_connection::wait(std::chrono::milliseconds how_long) {
  boost::system::error_code error;
  asio::steady_timer timer(socket_.get_executor(), how_long);
  timer.async_wait(yield_[error]);
}

bool scripted_connection::wait_for_close() {
  char byte;
  boost::system::error_code error;
  socket_.async_read_some(asio::buffer(&byte, 1), yield_[error]);
  return bool(error);
}

void scripted_connection::say_goodbye() {
  SSL_set_quiet_shutdown(tls_->native_handle(), 0);
  SSL_set_shutdown(tls_->native_handle(), SSL_RECEIVED_SHUTDOWN);
  boost::system::error_code ignored;
  tls_->async_shutdown(yield_[ignored]);
}

void scripted_connection::close() {
  boost::system::error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

void scripted_connection::reset() {
  boost::system::error_code ignored;
  socket_.set_option(asio::socket_base::linger(true, 0), ignored);
  socket_.close(ignored);
}

std::string scripted_connection::take(std::size_t count) {
  std::string taken = input_.substr(0, count);
  input_.erase(0, taken.size());
  return taken;
}

struct scripted_server::state {
  state(const asio::any_io_executor& executor, const asio::ip::tcp::endpoint& at) : acceptor(executor, at) {}
  asio::ip::tcp::acceptor acceptor;
  std::vector<std::weak_ptr<scripted_connection*>> open;
  int connections = 0;
  bool stopped = false;
  bool tls = false;
};

scripted_server::scripted_server(asio::any_io_executor executor, script each, asio::ssl::context* tls,
                                 const char* address)
    : state_(std::make_shared<state>(executor, asio::ip::tcp::endpoint(asio::ip::make_address(address), 0))) {
  state_->tls = tls != nullptr;
  asio::spawn(
      executor,
      [state = state_, each = std::move(each), tls](asio::yield_context yield) {
        for (;;) {
          boost::system::error_code error;
          auto socket = state->acceptor.async_accept(yield[error]);
          if (error) return;
          serve(state, std::move(socket), each, tls);
        }
      },
      asio::detached);
}

scripted_server::~scripted_server() {
  boost::system::error_code ignored;
  state_->stopped = true;
  state_->acceptor.close(ignored);
  for (auto& one : state_->open) {
    if (const auto socket = one.lock()) (*socket)->close();
  }
}

std::uint16_t scripted_server::port() const { return state_->acceptor.local_endpoint().port(); }

std::string scripted_server::url(std::string_view path) const {
  return (state_->tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port()) + std::string(path);
}

int scripted_server::connections() const { return state_->connections; }

void scripted_server::serve(const std::shared_ptr<state>& state, asio::ip::tcp::socket socket, const script& each,
                            asio::ssl::context* tls) {
  ++state->connections;
  const auto executor = socket.get_executor();
  asio::spawn(
      executor,
      [state, each, tls, socket = std::move(socket)](asio::yield_context yield) mutable {
        scripted_connection connection(std::move(socket), tls, yield, state->stopped);
        const auto registered = std::make_shared<scripted_connection*>(&connection);
        std::erase_if(state->open, [](const auto& gone) { return gone.expired(); });
        state->open.push_back(registered);
        if (tls == nullptr || connection.handshake()) each(connection);
      },
      asio::detached);
}

scripted_server::script answering(std::string response) {
  return [response = std::move(response)](scripted_connection& connection) {
    while (!connection.read_request().empty() && connection.send(response)) {
    }
  };
}

std::string ok(std::string_view body, std::string_view headers) {
  return "HTTP/1.1 200 OK\r\n" + std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

}  // namespace canary::testing
