#include "canary/api/listener.hpp"

#include <array>

#include <new>

namespace canary::api {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;

// Out of descriptors, most likely: others must end first.
constexpr auto pause_after_failure = 100ms;

// Without waiting: whoever does not take it goes without.
void turn_away(tcp::socket socket, wall_time now) {
  error_code ignored;
  socket.non_blocking(true, ignored);
  std::array<char, 4096> asked;
  socket.read_some(asio::buffer(asked), ignored);  // what lies unread at the close would turn it into a reset
  response r = problem_response({503, "too many connections are open; try again later", {}});
  r.headers.emplace_back("Retry-After", "1");
  socket.write_some(asio::buffer(response_head(r, {now, false}) + r.content.pieces().front()), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

}  // namespace

listener::listener(tcp::acceptor acceptor, std::shared_ptr<connection_context> context)
    : acceptor_(std::move(acceptor)),
      endpoint_(acceptor_.local_endpoint()),
      context_(std::move(context)),
      retry_(context_->on.time.make_timer()) {}

void listener::accept() {
  if (!acceptor_.is_open()) return;
  acceptor_.async_accept([this, context = context_](const error_code& why, tcp::socket socket) {
    if (context->stopping) return;  // and this object is perhaps gone
    if (why) return failed(why);
    complained_ = false;
    accepted(std::move(socket));
    accept();
  });
}

void listener::close() {
  error_code ignored;
  acceptor_.close(ignored);
  retry_->cancel();
}

void listener::accepted(tcp::socket socket) {
  // Those that are closed to make room still count until the loop turns.
  const bool full = context_->open.size() >= context_->options.max_connections;
  if (full && !context_->open.make_room()) {
    context_->on.counters.api_request(refused_route, 503);
    if (context_->on.tls != nullptr) return;  // it would take a handshake to say so
    return turn_away(std::move(socket), context_->on.time.wall());
  }
  try {
    std::make_shared<connection>(std::move(socket), context_)->start();
  } catch (const std::bad_alloc&) {
    context_->on.log.error("there is no memory for another connection");  // its socket is closed
  }
}

void listener::failed(const error_code& why) {
  if (why == asio::error::connection_aborted) return accept();  // the client gave up while it waited in the queue
  if (!complained_) context_->on.log.error("cannot accept connections", {{"error", why.message()}});
  complained_ = true;
  retry_->start(context_->on.time.mono() + pause_after_failure, [this] { accept(); });
}

}  // namespace canary::api
