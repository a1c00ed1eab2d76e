#include "canary/api/dispatch.hpp"

namespace canary::api {

request_origin origin_of(const exchange& x) {
  return {.peer = x.peer,
          .host = header(x.asked, boost::beast::http::field::host),
          .origin = header(x.asked, boost::beast::http::field::origin),
          .sec_fetch_site = header(x.asked, "Sec-Fetch-Site"),
          .secure = x.secure};
}

std::string change_refusal(const exchange& x) {
  const request_origin from = origin_of(x);
  if (x.on.access == nullptr || !x.on.access->demanded()) return refuse_change(from);
  if (x.from.may != permission::write) return "the token '" + x.from.name + "' may read, and change nothing";
  // A browser sends a cookie along with what other pages ask for, and a token never.
  return x.from.session ? refuse_other_site(from) : "";
}

void count_forbidden(const exchange& x) {
  if (x.on.access != nullptr && x.on.access->demanded()) x.on.access->refused("forbidden", x.peer);
}

void hold_back(exchange& x, std::string_view why) {
  if (const auto wait = x.on.access->refused(why, x.peer); wait > nanoseconds{0}) x.rest(wait);
}

response demand_token(exchange& x) {
  const auto why = x.from.refused;
  hold_back(x, why);
  const std::string detail = why == "missing"   ? "this needs a token: send Authorization: Bearer TOKEN, or sign in"
                             : why == "session" ? "this session is over: sign in again"
                                                : "there is no such token";
  response r = problem_response({401, detail, {}});
  const bool shown = why == "unknown" || why == "malformed";
  r.headers.emplace_back("WWW-Authenticate",
                         shown ? "Bearer realm=\"canaryd\", error=\"invalid_token\"" : "Bearer realm=\"canaryd\"");
  return r;
}

}  // namespace canary::api
