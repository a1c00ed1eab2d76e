#include "canary/api/problem.hpp"

#include "canary/api/json_text.hpp"

#include <boost/beast/http/status.hpp>

namespace canary::api {

std::string_view reason_phrase(unsigned status) {
  namespace http = boost::beast::http;
  return http::obsolete_reason(http::int_to_status(status));
}

problem store_failed(const error& e) { return {500, "the store could not be read: " + e.message, {}}; }

std::string to_json(const problem& p) {
  std::string out = R"({"type":"about:blank","title":)";
  append_json_string(out, reason_phrase(p.status));
  out += R"(,"status":)" + std::to_string(p.status) + R"(,"detail":)";
  append_json_string(out, p.detail);
  return out + "}";
}

}  // namespace canary::api
