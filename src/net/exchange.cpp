#include "canary/net/exchange.hpp"

#include "canary/net/dial.hpp"
#include "canary/net/late_body.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/error.hpp>

namespace canary::net {
namespace {

using boost::system::error_code;

// As many as Go's client bears.
constexpr int most_interim_responses = 5;

bool is_reset(const error_code& error) {
  return error == boost::asio::error::connection_reset || error == boost::asio::error::broken_pipe ||
         error == boost::asio::error::connection_aborted;
}

failure describe(const error_code& error, const connection& with, const response_reader& reader) {
  if (error.category() == boost::asio::error::get_ssl_category()) return with.describe_tls(error);
  const std::string what = is_reset(error) ? "was reset " : "broke (" + error.message() + ") ";
  const std::string message = "the connection to " + to_text(with.remote()) + " " + what + reader.place();
  // Before any answer it is the connection that failed; in the midst of one, the server that did not finish it.
  if (reader.begun()) return {failure_class::http, message, failure_code::cut_short};
  return {failure_class::connect, message,
          error == boost::asio::error::broken_pipe ? failure_code::broken_pipe
          : is_reset(error)                        ? failure_code::reset
                                                   : failure_code::connection};
}

class exchange {
 public:
  exchange(connection& with, const exchange_request& request, http_exchange& record, lap_timer& laps, call& on)
      : with_(with), request_(request), record_(record), laps_(laps), call_(on) {}

  exchange_result perform(boost::asio::yield_context yield) {
    reader_ = make_reader(yield);
    error_code write_error;
    call_.doing = "sending the request";
    const bool asks = request_.asks_first != nullptr && !request_.body.empty();
    record_.bytes_sent += with_.write(request_.head, asks ? std::string_view() : request_.body, yield, write_error);
    laps_.lap(&http_timings::sending);
    exchange_result result;
    if (call_.ends.stopped()) {
      result.trouble = call_.ends.reason();
    } else if (asks && !write_error) {
      late_body rest(with_, request_.body, *request_.asks_first, yield.get_executor());
      rest_ = &rest;
      result.trouble = receive(write_error, yield);
      rest_ = nullptr;
      write_error = rest.finish(yield);
      record_.bytes_sent += rest.written();
    } else {
      result.trouble = receive(write_error, yield);
    }
    result.answered = answered_;
    if (!result.trouble) {
      result.response = std::move(reader_->response());
      result.reusable = reader_->reusable() && !write_error && with_.input().size() == 0;
    }
    return result;
  }

 private:
  std::unique_ptr<response_reader> make_reader(boost::asio::yield_context yield) const {
    auto reader = std::make_unique<response_reader>(request_.to_head, request_.decode, request_.limits);
    reader->give_way_by([yield] { boost::asio::post(yield); });
    return reader;
  }

  // A server may refuse a request before it has read all of it: then its answer counts, if it can still be read, and
  // not the error of the write.
  std::optional<failure> receive(const error_code& write_error, boost::asio::yield_context yield) {
    call_.doing = request_.waiting;
    for (int interim = 0;;) {
      if (auto trouble = reader_->feed(with_.input())) return trouble;
      if (reader_->done()) {
        const int code = reader_->response().code;
        if (code / 100 != 1 || code == 101) {
          laps_.lap(&http_timings::receiving);
          return std::nullopt;
        }
        if (++interim > most_interim_responses) {
          return failure{failure_class::http, "too many 1xx responses", failure_code::too_many_interim};
        }
        if (rest_ != nullptr && code == 100) rest_->begin();
        reader_ = make_reader(yield);
        begun_ = with_.input().size() != 0;
        continue;
      }
      error_code error;
      constexpr std::size_t most = 65536;
      const std::size_t received = with_.read(most, yield, error);
      record_.bytes_received += received;
      laps_.lap(begun_ ? &http_timings::receiving : &http_timings::waiting);
      if (received > 0 && !begun_) {
        answered_ = begun_ = true;
        call_.doing = "reading the response";
      }
      if (call_.ends.stopped()) return call_.ends.reason();
      const bool within_record = error == boost::asio::ssl::error::stream_truncated;
      if (error == boost::asio::error::eof || within_record) {
        if (write_error && !answered_) return describe(write_error, with_, *reader_);
        auto trouble = reader_->feed_end();
        if (!trouble && within_record) {
          trouble = failure{failure_class::http,
                            "the server closed the connection in the middle of a TLS record, " + reader_->place(),
                            failure_code::cut_short};
        }
        return trouble;
      }
      if (error) return describe(error, with_, *reader_);
    }
  }

  connection& with_;
  const exchange_request& request_;
  http_exchange& record_;
  lap_timer& laps_;
  call& call_;
  std::unique_ptr<response_reader>
      reader_;                 // on the heap: a coroutine's stack is small, and shared with a script engine
  late_body* rest_ = nullptr;  // while the server has not said that it wants it
  bool answered_ = false;      // with a byte, be it of an interim response
  bool begun_ = false;         // of the response that counts
};

}  // namespace

exchange_result perform_exchange(connection& with, const exchange_request& request, http_exchange& record,
                                 lap_timer& laps, call& on, boost::asio::yield_context yield) {
  const interrupter::waiter hook(on.ends, [&with] { with.close(); });
  return exchange(with, request, record, laps, on).perform(yield);
}

}  // namespace canary::net
