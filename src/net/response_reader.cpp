#include "canary/net/response_reader.hpp"

#include "canary/core/ascii.hpp"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/status.hpp>

namespace canary::net {
namespace {

namespace http = boost::beast::http;

std::string what_is_broken(const boost::beast::error_code& error) {
  using e = http::error;
  if (error == e::bad_version) return "it does not begin with an HTTP/1.1 status line";
  if (error == e::bad_status) return "its status code is malformed";
  if (error == e::bad_reason) return "its status line is malformed";
  if (error == e::bad_field) return "a header's name is malformed";
  if (error == e::bad_value) return "a header's value is malformed";
  if (error == e::bad_obs_fold || error == e::bad_line_ending) return "a header line is malformed";
  if (error == e::bad_content_length) return "its Content-Length is malformed";
  if (error == e::multiple_content_length) return "it has several Content-Lengths that differ";
  if (error == e::bad_transfer_encoding) return "its Transfer-Encoding is malformed";
  if (error == e::bad_chunk) return "a chunk of its body is malformed";
  if (error == e::bad_chunk_extension) return "a chunk extension in its body is malformed";
  return error.message();
}

// The version in each record's head, after an alert's or a handshake message's type (RFC 8446, 5.1): nothing of HTTP
// begins like that.
enum class looks_like_tls { no, perhaps, yes };
looks_like_tls is_tls(const boost::beast::flat_buffer& input) {
  const std::string_view all(static_cast<const char*>(input.data().data()), input.size());
  if (!all.starts_with('\x15') && !all.starts_with('\x16')) return looks_like_tls::no;
  if (all.size() == 1) return looks_like_tls::perhaps;
  return all[1] == '\x03' ? looks_like_tls::yes : looks_like_tls::no;
}

// Some servers leave out the space before a reason that they do not give (RFC 9112, 4), and every client takes that.
void mend_status_line(boost::beast::flat_buffer& input) {
  constexpr std::size_t code_end = std::string_view("HTTP/1.1 200").size();
  const std::string_view all(static_cast<const char*>(input.data().data()), input.size());
  if (!all.starts_with("HTTP/1.") || all.substr(std::min(code_end, all.size()), 2) != "\r\n") return;
  const std::string mended = std::string(all.substr(0, code_end)) + " " + std::string(all.substr(code_end));
  input.consume(input.size());
  input.commit(boost::asio::buffer_copy(input.prepare(mended.size()), boost::asio::buffer(mended)));
}

}  // namespace

response_reader::response_reader(bool to_head, bool decode, response_limits limits) : limits_(limits), decode_(decode) {
  // Both limits are kept here: Beast's own would count what is still compressed, and only what it was last fed.
  body_limit(boost::none);
  header_limit(limits.max_headers);
  eager(true);
  skip(to_head);
}

response_reader::~response_reader() = default;

std::optional<failure> response_reader::feed(boost::beast::flat_buffer& input) {
  if (!got_some()) {
    const auto tls = is_tls(input);
    if (tls == looks_like_tls::perhaps) return std::nullopt;
    if (tls == looks_like_tls::yes) {
      return failure{failure_class::http, "the response is not HTTP but TLS: the URL's scheme or port may be wrong",
                     failure_code::not_http};
    }
  }
  if (!is_header_done()) mend_status_line(input);
  while (!is_done() && input.size() != 0) {
    // The end of a chunked body is five bytes at least; Beast 1.81 asserts that it is asked again only with so many.
    if (is_header_done() && chunked() && input.size() < 5) return std::nullopt;
    error_code error;
    const std::size_t used = put(input.data(), error);
    input.consume(used);
    if (trouble_) return trouble_;
    if (error == http::error::need_more) {
      // Only a head, a chunk's head or a trailer is kept until it is whole.
      if (input.size() > limits_.max_headers) return head_too_big();
      return std::nullopt;
    }
    if (error) return fail(error);
  }
  return std::nullopt;
}

std::optional<failure> response_reader::feed_end() {
  const auto http = [](std::string message, failure_code code) {
    return failure{failure_class::http, std::move(message), code};
  };
  if (!got_some()) return http("the server closed the connection without answering", failure_code::no_answer);
  error_code error;
  put_eof(error);
  if (trouble_) return trouble_;
  if (error == http::error::partial_message) {
    return http("the server closed the connection " + place(), failure_code::cut_short);
  }
  return error ? fail(error) : std::nullopt;
}

std::string response_reader::place() const {
  if (!got_some()) return "before it answered";
  if (!is_header_done()) return "in the middle of the response's headers";
  std::string text = "after " + std::to_string(body_bytes_);
  if (const auto length = content_length()) return text + " of " + std::to_string(*length) + " bytes of the body";
  return text + " bytes of the body" + (chunked() ? ", before its last chunk" : "");
}

std::optional<failure> response_reader::fail(const error_code& error) const {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return head_too_big();
  return failure{failure_class::http, "the response is not HTTP: " + what_is_broken(error), failure_code::not_http};
}

failure response_reader::head_too_big() const {
  return {failure_class::limit,
          "the response's headers are over the limit of " + std::to_string(limits_.max_headers) + " bytes",
          failure_code::headers_too_big};
}

failure response_reader::body_too_big() const {
  return {failure_class::limit,
          std::string("the response's body is over the limit of ") + std::to_string(limits_.max_body) + " bytes" +
              (decoder_ ? " when decompressed" : ""),
          failure_code::body_too_big};
}

void response_reader::stop(failure why, error_code& error) {
  trouble_ = std::move(why);
  error = http::error::body_limit;  // any error will do: `trouble_` is what is told
}

void response_reader::on_response_impl(int code, string_view reason, int version, error_code&) {
  response_.code = code;
  const auto known = http::int_to_status(static_cast<unsigned>(code));
  if (!reason.empty()) {
    response_.status_text = reason;
  } else if (known != http::status::unknown) {
    response_.status_text = http::obsolete_reason(known);
  }
  response_.proto = version == 11 ? "HTTP/1.1" : "HTTP/1.0";
  head_bytes_ = reason.size() + 17;
}

void response_reader::on_field_impl(field, string_view name, string_view value, error_code& error) {
  head_bytes_ += name.size() + value.size() + 4;
  if (head_bytes_ > limits_.max_headers) return stop(head_too_big(), error);
  // Trailers stand by themselves: nothing may change its mind about a body that has been read.
  auto& into = is_header_done() ? response_.trailers : response_.headers;
  into.push_back({std::string(name), std::string(value)});
}

void response_reader::prepare_decoding(error_code& error) {
  std::string named;
  for (const header& h : response_.headers) {
    if (iequals(h.name, "Content-Encoding")) named.append(named.empty() ? "" : ",").append(h.value);
  }
  const auto codings = parse_content_codings(named);
  if (codings.size() > stacked_decoder::most) {
    return stop({failure_class::http,
                 "the response's Content-Encoding has " + std::to_string(codings.size()) + " codings, and more than " +
                     std::to_string(stacked_decoder::most) + " are not undone",
                 failure_code::decompression},
                error);
  }
  if (!codings.empty()) decoder_ = std::make_unique<stacked_decoder>(codings, give_way_);
}

void response_reader::on_header_impl(error_code& error) {
  // Where no body follows, nothing of it can be misread, whatever its codings would be.
  if (skip() || response_.code / 100 == 1 || response_.code == 204 || response_.code == 304) return;
  if (decode_ && limits_.keep_body) prepare_decoding(error);
  if (trouble_) return;
  // Beast knows 'chunked' as the last coding, and takes no notice of others: they would be told of as the body.
  for (const header& h : response_.headers) {
    if (!iequals(h.name, "Transfer-Encoding") || iequals(h.value, "identity")) continue;
    if (chunked() && iequals(h.value, "chunked")) continue;
    error = http::error::bad_transfer_encoding;
    return;
  }
  // A body announced as too long is not worth waiting for; a compressed one is judged by what it yields.
  const auto length = content_length();
  if (length && *length > limits_.max_body && !is_done() && !decoder_) stop(body_too_big(), error);
}

void response_reader::on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) {
  if (length && !decoder_ && limits_.keep_body)
    response_.body.reserve(std::min<std::uint64_t>({*length, limits_.max_body, 1u << 20}));
}

std::size_t response_reader::on_body_impl(string_view piece, error_code& error) {
  body_bytes_ += piece.size();
  if (!decoder_) {
    if (body_bytes_ > limits_.max_body) return stop(body_too_big(), error), piece.size();
    if (limits_.keep_body) response_.body.append(piece);
    return piece.size();
  }
  // Compressed data can be longer than what it yields, but not by much; a stream that yields nothing must end too.
  constexpr std::uint64_t overhead = 64u << 10;
  if (body_bytes_ > limits_.max_body + overhead) return stop(body_too_big(), error), piece.size();
  switch (decoder_->decode(piece, response_.body, limits_.max_body)) {
    case content_decoder::status::good:
      break;
    case content_decoder::status::too_big:
      stop(body_too_big(), error);
      break;
    case content_decoder::status::corrupt:
      stop({failure_class::http, "the response's body is not what its Content-Encoding says",
            failure_code::decompression},
           error);
      break;
  }
  return piece.size();
}

std::size_t response_reader::on_chunk_body_impl(std::uint64_t, string_view piece, error_code& error) {
  return on_body_impl(piece, error);
}

void response_reader::on_finish_impl(error_code& error) {
  if (!decoder_ || decoder_->complete()) return;
  stop({failure_class::http, "the response's compressed body ends too early", failure_code::decompression}, error);
}

}  // namespace canary::net
