#include "canary/api/connection.hpp"

#include "canary/api/read_problem.hpp"
#include "canary/api/server_tls.hpp"

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>

#include <sys/socket.h>

#include <array>

namespace canary::api {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using namespace std::chrono_literals;
using boost::system::error_code;

// GraphQL asks for 96 KiB (graphql.hpp); sanitizers make frames several times as large. Pages that nobody touches are
// not there.
constexpr std::size_t stack_size = 512 * 1024;

// How long, and for how many bytes, a client that is answered and closed may go on sending.
constexpr auto linger_time = 1000ms;
constexpr std::size_t linger_bytes = 4u << 20;

// Of a request, beyond what the parser has taken: what one chunk's head or all trailers may take.
constexpr std::size_t unparsed_bytes = 64 * 1024;
constexpr std::size_t most_at_once = 8 * 1024;

// Thrown through a handler whose server is gone. No std::exception, since handlers' errors become responses.
struct server_gone {};

}  // namespace

connection::connection(asio::ip::tcp::socket socket, std::shared_ptr<connection_context> context)
    : context_(std::move(context)),
      stream_(std::make_unique<client_stream>(std::move(socket),
                                              context_->on.tls != nullptr ? &context_->on.tls->context() : nullptr)),
      place_(context_->open.add(*this)),
      buffer_(std::max(unparsed_bytes, std::size_t{context_->options.max_headers})),
      timer_(context_->on.time.make_timer()) {
  error_code ignored;
  auto& beneath = stream_->socket();
  if (const auto peer = beneath.remote_endpoint(ignored); !ignored) peer_ = peer.address();
  if (const auto local = beneath.local_endpoint(ignored); !ignored) local_ = local.address();
  beneath.set_option(asio::ip::tcp::no_delay(true), ignored);
}

connection::~connection() { context_->open.remove(place_); }

void connection::start() {
  asio::spawn(
      stream_->get_executor(), std::allocator_arg, boost::context::protected_fixedsize_stack(stack_size),
      [self = shared_from_this()](yield_context yield) {
        try {
          self->run(yield);
        } catch (const server_gone&) {
        }
      },
      [self = shared_from_this()](std::exception_ptr failed) {
        if (!failed || !self->timer_) return;
        try {
          std::rethrow_exception(failed);
        } catch (const std::exception& e) {
          self->context_->on.log.error("a connection failed", {{"error", e.what()}});
        }
      });
}

void connection::close() {
  waiting_ = false;  // so that nobody closes it once more to make room
  if (rested_) rested_->set();
  error_code ignored;
  if (stream_) stream_->socket().close(ignored);
}

void connection::abandon() {
  timer_.reset();
  close();
}

void connection::run(yield_context yield) {
  if (stream_->secure() && !shake_hands(yield)) return close();
  auto patience = context_->options.head_timeout;
  do {
    if (!wait_for_request(patience, yield)) return close();
    patience = context_->options.idle_timeout;
  } while (serve_one(yield));
  if (timer_) linger(yield);
  close();
}

bool connection::shake_hands(yield_context yield) {
  limit_reading(context_->options.head_timeout);
  waiting_ = true;
  error_code failed;
  stream_->socket().async_wait(asio::ip::tcp::socket::wait_read, yield[failed]);
  waiting_ = false;
  if (!timer_ || failed || timed_out_ || context_->stopping) return false;
  // TLS begins with a record of type 22, and HTTP with a letter.
  unsigned char first = 0;
  if (::recv(stream_->socket().native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT) != 1) return false;
  if (first >= 'A' && first <= 'z') return refuse_plain(yield);
  limit_reading(context_->options.head_timeout);
  stream_->async_handshake(yield[failed]);
  if (!timer_) return false;
  lift_limit();
  in_tls_ = !failed && !timed_out_;
  if (!in_tls_) context_->on.counters.tls_handshake_failed();
  return in_tls_;
}

// Whoever forgot the s in https is told, and gets the time to read it.
bool connection::refuse_plain(yield_context yield) {
  context_->on.counters.api_request(refused_route, 400);
  const auto r = text_response(400, "This port speaks TLS: write https:// and not http://.\n");
  const auto text = response_head(r, {context_->on.time.wall(), false}) + r.content.pieces().front();
  limit_writing(context_->options.head_timeout);
  error_code failed;
  asio::async_write(stream_->socket(), asio::buffer(text), yield[failed]);
  if (timer_ && !failed) linger(yield);
  return false;
}

bool connection::wait_for_request(std::chrono::milliseconds at_most, yield_context yield) {
  if (buffer_.size() > 0) return true;
  if (context_->stopping) return false;
  buffer_.shrink_to_fit();
  limit_reading(at_most);
  waiting_ = true;
  error_code failed;
  if (stream_->secure()) {
    // What the socket has may be of TLS alone, and what TLS has may be no more in the socket.
    buffer_.commit(stream_->async_read_some(buffer_.prepare(most_at_once), yield[failed]));
  } else {
    stream_->socket().async_wait(asio::ip::tcp::socket::wait_read, yield[failed]);
  }
  waiting_ = false;
  return timer_ && !failed && !timed_out_ && !context_->stopping;
}

bool connection::serve_one(yield_context yield) {
  const auto& options = context_->options;
  const size_limits limits{options.max_body, options.max_headers};
  request_parser parser;
  parser.header_limit(limits.max_headers);
  parser.body_limit(limits.max_body);
  limit_reading(options.head_timeout);

  const auto refused = [&](const std::optional<problem>& p) { return p && refuse(*p, yield); };
  error_code failed = read_head(parser, yield);
  if (!timer_) return false;
  if (failed || timed_out_) return refused(read_problem(failed, timed_out_, limits));

  const auto target = parse_request_target({parser.get().target().data(), parser.get().target().size()});
  if (const auto p = head_problem(parser.get(), target, context_->hosts, local_)) return refused(p);
  if (wants_continue(parser.get()) && !parser.is_done()) {
    if (!write(asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), yield)) return false;
    limit_reading(options.head_timeout);
  }
  failed = read_body(parser, yield);
  if (!timer_) return false;
  if (failed || timed_out_) return refused(read_problem(failed, timed_out_, limits));
  lift_limit();

  const http_request message = parser.release();
  let_loop_turn(yield);
  const auto answer = dispatch({.on = context_->on,
                                .files = context_->files,
                                .readers = *context_->readers,
                                .past = context_->past,
                                .between = [&] { let_loop_turn(yield); },
                                .wait = [&](const auto& begin) { wait_until_done(begin, yield); },
                                .rest = [&](nanoseconds time) { rest(time, yield); }},
                               {message, *target, peer_, stream_->secure()});
  const bool with_body = message.method() != http::verb::head;
  if (!answer.take_over || !with_body) return send(answer, message.keep_alive(), with_body, yield);
  const auto head = response_head(answer, {context_->on.time.wall(), false});
  if (write(asio::buffer(head), yield)) answer.take_over(std::move(stream_));
  return false;
}

// Beast applies its limit to each field that it has to wait for, and not to their sum: the sum is limited here.
error_code connection::read_head(request_parser& parser, yield_context yield) {
  error_code failed;
  for (std::size_t taken = 0; !failed && !parser.is_header_done();) {
    taken += parse_more(parser, failed, yield);
    if (!failed && taken > context_->options.max_headers) failed = http::error::header_limit;
  }
  return failed;
}

error_code connection::read_body(request_parser& parser, yield_context yield) {
  error_code failed;
  while (!failed && !parser.is_done()) parse_more(parser, failed, yield);
  return failed;
}

// Gives the parser what has arrived, and waits for more where that is not enough. One wait at a time, so that
// cancelling ends it for certain. Answers how many bytes the parser took.
std::size_t connection::parse_more(request_parser& parser, error_code& failed, yield_context yield) {
  std::size_t taken = 0;
  failed = http::error::need_more;
  if (buffer_.size() > 0) {
    taken = parser.put(buffer_.data(), failed);
    buffer_.consume(taken);
  }
  if (failed != http::error::need_more) return taken;
  if (buffer_.size() == buffer_.max_size()) {
    failed = http::error::buffer_overflow;
    return taken;
  }
  const auto space = buffer_.prepare(std::min(most_at_once, buffer_.max_size() - buffer_.size()));
  buffer_.commit(stream_->async_read_some(space, yield[failed]));
  if (timed_out_) failed = asio::error::timed_out;
  if (failed == asio::error::eof || failed == asio::ssl::error::stream_truncated) {
    failed = parser.got_some() ? http::error::partial_message : http::error::end_of_stream;
  }
  return taken;
}

bool connection::refuse(const problem& p, yield_context yield) {
  context_->on.counters.api_request(refused_route, static_cast<int>(p.status));
  send(problem_response(p), false, true, yield);
  return false;
}

bool connection::send(const response& r, bool keep_alive, bool with_body, yield_context yield) {
  keep_alive = keep_alive && !context_->stopping;
  const auto head = response_head(r, {context_->on.time.wall(), keep_alive});
  const auto& pieces = r.content.pieces();
  if (!with_body || pieces.empty()) return write(asio::buffer(head), yield) && keep_alive;
  if (!write(asio::buffer(head + pieces.front()), yield)) return false;
  for (auto it = pieces.begin() + 1; it != pieces.end(); ++it) {
    let_loop_turn(yield);
    if (!write(asio::buffer(*it), yield)) return false;
  }
  return keep_alive;
}

bool connection::write(asio::const_buffer bytes, yield_context yield) {
  limit_writing(context_->options.head_timeout);
  error_code failed;
  asio::async_write(*stream_, bytes, yield[failed]);
  if (!timer_ || failed) return false;
  lift_limit();
  return true;
}

void connection::linger(yield_context yield) {
  if (!stream_) return;
  auto& beneath = stream_->socket();
  limit_reading(linger_time);
  error_code failed;
  if (in_tls_) stream_->async_shutdown(yield[failed]);  // whether or not the client answers
  if (!timer_ || timed_out_) return;
  beneath.shutdown(asio::ip::tcp::socket::shutdown_send, failed);
  if (failed) return;
  std::array<char, 4096> thrown_away;
  for (std::size_t read = 0; read < linger_bytes && timer_ && !failed && !timed_out_;) {
    read += beneath.async_read_some(asio::buffer(thrown_away), yield[failed]);
  }
}

void connection::let_loop_turn(yield_context yield) {
  context_->turns->wait_if_over(yield);
  if (!timer_) throw server_gone{};
}

void connection::wait_until_done(const std::function<void(std::function<void()>)>& begin, yield_context yield) {
  const auto done = std::make_shared<event>(stream_->get_executor());
  begin([done] { done->set(); });
  done->wait(yield);
  if (!timer_) throw server_gone{};
}

// Whoever guesses does not keep others out meanwhile: this connection is the first to make room.
void connection::rest(nanoseconds time, yield_context yield) {
  const auto over = rested_ = std::make_shared<event>(stream_->get_executor());
  timer_->start(context_->on.time.mono() + time, [over] { over->set(); });
  waiting_ = true;
  over->wait(yield);
  waiting_ = false;
  rested_.reset();
  if (!timer_) throw server_gone{};
  timer_->cancel();
}

void connection::limit_reading(std::chrono::milliseconds at_most) {
  timed_out_ = false;
  timer_->start(context_->on.time.mono() + at_most, [this] {
    timed_out_ = true;  // for a read that has just succeeded, and has not been resumed yet
    error_code ignored;
    stream_->socket().cancel(ignored);
  });
}

// What is half sent is of no use to anybody, and so the whole connection goes.
void connection::limit_writing(std::chrono::milliseconds at_most) {
  timer_->start(context_->on.time.mono() + at_most, [this] {
    timed_out_ = true;
    close();
  });
}

void connection::lift_limit() { timer_->cancel(); }

}  // namespace canary::api
