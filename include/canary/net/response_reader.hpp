#pragma once
// One response, out of bytes as they come.

#include "canary/core/failure.hpp"
#include "canary/net/http_message.hpp"
#include "canary/net/stacked_decoding.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace canary::net {

struct response_limits {
  std::uint64_t max_body = 10u << 20;     ///< bytes, decompressed
  std::uint32_t max_headers = 64u << 10;  ///< bytes of the head
  bool keep_body = true;                  ///< else it is counted, as sent, and dropped
};

/// Reads the response to one request, and no byte beyond it. Pure: it is fed, and says whether it wants more. Failures
/// have class http where the server breaks the protocol, and limit where it sends more than was allowed.
class response_reader final : private boost::beast::http::basic_parser<false> {
 public:
  /// `to_head`: no body follows whatever the headers say. `decode`: the codings that are known are undone.
  response_reader(bool to_head, bool decode, response_limits limits);
  ~response_reader() override;

  /// Before anything is fed: the hook of the body's stacked_decoder, which is called from within `feed`.
  void give_way_by(std::function<void()> hook) { give_way_ = std::move(hook); }

  /// Consumes what it can use of `input`, which has to keep the rest for the next call.
  std::optional<failure> feed(boost::beast::flat_buffer& input);

  /// The server has closed the connection. Says what is missing, if anything is.
  std::optional<failure> feed_end();

  bool done() const { return is_done(); }
  bool begun() const { return got_some(); }

  /// Whether the connection can serve another request afterwards.
  bool reusable() const { return is_done() && keep_alive() && response_.code != 101; }

  /// 'while reading the body', …: where in the response it is.
  std::string place() const;

  /// code, status_text, proto and headers are there as soon as the head is; the body once it is done.
  http_response& response() { return response_; }

 private:
  using error_code = boost::beast::error_code;
  using string_view = boost::beast::string_view;
  using field = boost::beast::http::field;

  void on_request_impl(boost::beast::http::verb, string_view, string_view, int, error_code&) override {}
  void on_response_impl(int code, string_view reason, int version, error_code& error) override;
  void on_field_impl(field name, string_view text, string_view value, error_code& error) override;
  void on_header_impl(error_code& error) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) override;
  std::size_t on_body_impl(string_view piece, error_code& error) override;
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t remain, string_view piece, error_code& error) override;
  void on_finish_impl(error_code& error) override;

  std::optional<failure> fail(const error_code& error) const;
  failure head_too_big() const;
  failure body_too_big() const;
  void stop(failure why, error_code& error);
  void prepare_decoding(error_code& error);

  response_limits limits_;
  bool decode_;
  http_response response_;
  std::unique_ptr<stacked_decoder> decoder_;
  std::function<void()> give_way_;
  std::optional<failure> trouble_;  // of ours, where Beast only knows that something was
  std::uint64_t head_bytes_ = 0;
  std::uint64_t body_bytes_ = 0;  // as sent, still compressed
};

}  // namespace canary::net
