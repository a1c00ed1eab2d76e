// Requests to the API, from their bytes to what is wrong with their heads.

#include "canary/api/read_problem.hpp"

#include "fuzz/fuzz.hpp"

#include <boost/beast/http/parser.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  namespace http = boost::beast::http;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  http::request_parser<http::string_body> parser;
  parser.body_limit(1000);
  parser.header_limit(2000);
  parser.eager(true);
  boost::beast::error_code failed;
  parser.put(boost::asio::buffer(copy.text()), failed);
  if (failed) {
    const auto problem = api::read_problem(failed, false, {.max_body = 1000, .max_headers = 2000});
    MUST_HOLD(problem && problem->status >= 400 && problem->status < 600 && !problem->detail.empty());
  }
  if (!parser.is_header_done()) return 0;
  const auto& head = parser.get();
  const auto target = api::parse_request_target(std::string_view(head.target()));
  const auto local = boost::asio::ip::make_address("127.0.0.1");
  const api::host_check hosts("127.0.0.1", {"canary.example"});
  const auto problem = api::head_problem(head, target, hosts, local);
  if (!problem) {
    MUST_HOLD(head.count(http::field::host) == 1 && head.count(http::field::transfer_encoding) <= 1 && target);
    static_cast<void>(api::wants_continue(head));
    return 0;
  }
  MUST_HOLD(problem->status >= 400 && canary::fuzz::one_line(problem->detail) && !api::to_json(*problem).empty());
  return 0;
}
