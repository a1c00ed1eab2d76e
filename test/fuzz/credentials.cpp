// What a request shows to be let in: a line with Authorization, a line with cookies.

#include "canary/api/credentials.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  namespace http = boost::beast::http;
  canary::fuzz::input in(data, size);
  const canary::fuzz::exact authorization(in.line());
  const canary::fuzz::exact cookies(in.line());
  const auto token = api::bearer_token(authorization.text());
  MUST_HOLD(token.size() <= 512 && token.find_first_of(std::string_view(" ,;\"\0", 5)) == token.npos);
  const auto id = api::cookie_value(cookies.text(), api::session_cookie);
  MUST_HOLD(id.size() <= 512 && id.find(';') == id.npos);
  http::fields headers;
  if (!authorization.text().empty()) headers.insert(http::field::authorization, std::string(authorization.text()));
  if (!cookies.text().empty()) headers.insert(http::field::cookie, std::string(cookies.text()));
  const auto shown = api::read_credentials(headers);
  using kind = api::credentials::kind;
  if (!authorization.text().empty()) {
    MUST_HOLD(shown.what == (token.empty() ? kind::malformed : kind::token) && shown.text == token);
  } else {
    MUST_HOLD(shown.what == (id.empty() ? kind::none : kind::session) && shown.text == id);
  }
  return 0;
}
