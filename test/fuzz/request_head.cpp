// Heads of requests with whatever headers a script gives: each stays one line, and Beast reads the same out of them.

#include "canary/net/request_head.hpp"

#include "canary/core/ascii.hpp"
#include "fuzz/fuzz.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  namespace http = boost::beast::http;
  canary::fuzz::input in(data, size);
  const bool compressed = in.flag(), absolute = in.flag();
  const std::size_t body_size = in.byte();
  const std::string method(in.line());
  const auto url = net::parse_http_url(in.line());
  std::vector<net::header> headers;
  while (!in.empty()) {
    std::string name(in.line());
    // Beast has an opinion on the values of these, which are the script's to write.
    for (const char* judged : {"Connection", "Proxy-Connection", "Upgrade"}) {
      if (canary::iequals(name, judged)) name += "-X";
    }
    headers.push_back({name, std::string(in.line())});
  }
  if (const auto wrong = net::check_request(method, headers)) {
    MUST_HOLD(!wrong->message.empty() && canary::fuzz::one_line(wrong->message));
    return 0;
  }
  if (!url) return 0;
  const std::string head = net::make_request_head({.method = method,
                                                   .url = *url,
                                                   .headers = headers,
                                                   .body_size = body_size,
                                                   .user_agent = "canaryd",
                                                   .compressed = compressed,
                                                   .absolute = absolute,
                                                   .proxy_authorization = {}});
  http::request_parser<http::string_body> parser;
  parser.header_limit(1u << 20);
  boost::beast::error_code failed;
  parser.put(boost::asio::buffer(head), failed);
  MUST_HOLD(!failed || failed == http::error::need_more);
  MUST_HOLD(parser.is_header_done());
  const auto& seen = parser.get();
  MUST_HOLD(std::string_view(seen.method_string()) == method);
  MUST_HOLD(std::string_view(seen.target()) == (absolute ? url->text() : url->target));
  MUST_HOLD(seen.count(http::field::host) == 1 && seen.count(http::field::transfer_encoding) == 0);
  MUST_HOLD(seen.count(http::field::content_length) <= 1);
  // Ours: Host, User-Agent, Content-Length, Authorization, Accept-Encoding.
  const auto count = std::distance(seen.begin(), seen.end());
  MUST_HOLD(static_cast<std::size_t>(count) <= headers.size() + 5);

  const std::string tunnel =
      net::make_connect_head(*url, "canaryd", net::basic_authorization(url->user, url->password));
  MUST_HOLD(std::count(tunnel.begin(), tunnel.end(), '\n') == 5 && tunnel.ends_with("\r\n\r\n"));
  return 0;
}
