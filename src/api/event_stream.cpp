#include "event_stream.hpp"

#include "canary/api/event_text.hpp"

#include <boost/asio/write.hpp>

namespace canary::api {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// At a time, so that a reader with much to catch up with does not hold the loop.
constexpr std::size_t most_events = 64;
constexpr std::size_t most_bytes = 32 * 1024;
// How many events are looked at for those that the reader wants. Where it wants labels, each is so many times the work,
// and once more for each condition.
constexpr std::size_t most_looked_at = 1024, look_at_labels = 4;

// A client has nothing to say after its request.
constexpr std::size_t most_unwanted = 4096;

}  // namespace

event_stream::event_stream(std::unique_ptr<client_stream> client, event_readers& all, event_subscription what,
                           reader_permit permit)
    : client_(std::move(client)), all_(all), what_(std::move(what)), permit_(std::move(permit)) {
  error_code ignored;
  client_->socket().set_option(asio::socket_base::send_buffer_size(all_.limits_.send_buffer), ignored);
}

void event_stream::start(event_readers::place where) {
  place_ = where;
  watch();
  open();
}

void event_stream::open() {
  const auto& source = all_.source_;
  const auto here = event_id(source.era(), source.next() - 1);
  next_ = source.next();
  std::string text = "retry: 2000\n";
  const auto had = parse_event_id(what_.after);
  if (had && had->first == source.era() && had->second + 1 >= source.oldest() && had->second < source.next()) {
    next_ = had->second + 1;
    text += "id: " + what_.after + "\n\n";
  } else if (what_.after.empty()) {
    text += "id: " + here + "\n\n";
  } else {
    text += missed_text(here, had && had->first == source.era());
  }
  send({std::make_shared<const std::string>(std::move(text))});
}

void event_stream::serve() {
  if (closed_) return;
  const auto& source = all_.source_;
  if (!under_way_.empty()) {
    if (next_ < source.oldest()) all_.drop(*this);
    return;
  }
  if (next_ < source.oldest()) return skip();
  std::vector<std::shared_ptr<const std::string>> texts;
  std::size_t bytes = 0, looked_at = 0;
  for (; next_ < source.next() && texts.size() < most_events && bytes < most_bytes; ++next_) {
    looked_at += 1 + look_at_labels * what_.labels.size();
    if (looked_at > most_looked_at) break;
    if (!wants(source.at(next_).test())) continue;
    texts.push_back(all_.text(next_));
    bytes += texts.back()->size();
  }
  if (!texts.empty()) return send(std::move(texts));
  if (next_ < source.next() && !all_.closed_) all_.told();  // it goes on in the next round
}

bool event_stream::wants(std::string_view test) {
  if (test.empty()) return true;  // about all
  if (!what_.test.empty() && test != what_.test) return false;
  return what_.labels.empty() || all_.labelled(test, what_.labels);
}

// It has read all that it was sent. What happened since was more than is kept, and that is not its fault.
void event_stream::skip() {
  next_ = all_.source_.oldest();
  send({std::make_shared<const std::string>(missed_text(event_id(all_.source_.era(), next_ - 1), true))});
}

void event_stream::beat() {
  if (closed_) return;
  if (!under_way_.empty()) {
    if (stuck_) return all_.drop(*this);
    stuck_ = true;
  } else if (!std::exchange(sent_since_beat_, false)) {
    static const auto heartbeat = std::make_shared<const std::string>(":\n\n");
    send({heartbeat});
    sent_since_beat_ = false;
  }
}

bool event_stream::end_if_refused() {
  if (!permit_ || permit_()) return false;
  leave();
  return true;
}

void event_stream::send(std::vector<std::shared_ptr<const std::string>> texts) {
  under_way_ = std::move(texts);
  stuck_ = false;
  sent_since_beat_ = true;
  std::vector<asio::const_buffer> buffers;
  buffers.reserve(under_way_.size());
  for (const auto& text : under_way_) buffers.push_back(asio::buffer(*text));
  asio::async_write(*client_, buffers, [self = shared_from_this()](const error_code& failed, std::size_t) {
    self->under_way_.clear();
    if (self->closed_) return;
    if (failed) return self->leave();
    self->serve();
  });
}

// Ends with the client. What it sends is read, since a close would not be seen behind it, and thrown away.
void event_stream::watch() {
  client_->async_read_some(asio::buffer(unwanted_),
                           [self = shared_from_this()](const error_code& failed, std::size_t n) {
                             if (self->closed_) return;
                             self->unwanted_bytes_ += n;
                             if (failed || self->unwanted_bytes_ > most_unwanted) return self->leave();
                             self->watch();
                           });
}

void event_stream::leave() {
  close();
  all_.remove(place_);
}

void event_stream::close() {
  closed_ = true;
  error_code ignored;
  client_->socket().close(ignored);
}

void event_stream::abort() {
  error_code ignored;
  client_->socket().set_option(asio::socket_base::linger(true, 0), ignored);
  leave();
}

}  // namespace canary::api
