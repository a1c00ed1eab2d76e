// Signing in and out, for browsers: a token for a cookie.

#include "canary/api/accept.hpp"
#include "canary/api/dispatch.hpp"
#include "canary/api/event_readers.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/origin_check.hpp"
#include "canary/core/ascii.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;
using boost::beast::http::field;

constexpr std::size_t largest_body = 4096;

response session_response(unsigned status, const exchange& x, const caller& who) {
  response r = json_response(status, json::object({{"tokens", x.on.access != nullptr && x.on.access->demanded()},
                                                   {"name", who.name.empty() ? json::value() : json::value(who.name)},
                                                   {"may", to_string(who.may)}}));
  r.headers.emplace_back("Cache-Control", "no-store");
  return r;
}

std::string cookie(const exchange& x, const std::string& value, nanoseconds life) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(life).count();
  return std::string(session_cookie) + '=' + value +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (x.secure ? "; Secure" : "");
}

// Why the request is none that our own page sends; status 0 where it may be one.
problem refuse_form(const exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return {400, known.error().message, {}};
  const auto why = refuse_other_site(origin_of(x));
  if (!why.empty()) return {403, why, {}};
  return {0, {}, {}};
}

}  // namespace

response get_session(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  if (x.on.access == nullptr) return session_response(200, x, {.may = permission::write});
  const caller who = x.on.access->examine(read_credentials(x.asked));
  // What is wrong is a guess here, too; to show nothing is none.
  if (who.refused == "unknown" || who.refused == "malformed") hold_back(x, who.refused);
  return session_response(200, x, who);
}

response post_login(exchange& x) {
  if (const auto wrong = refuse_form(x); wrong.status != 0) return problem_response(wrong);
  if (x.on.access == nullptr || !x.on.access->demanded()) {
    return problem_response({409, "this canaryd asks nobody for a token", {}});
  }
  // No form of another site's can be of this type.
  if (!iequals(media_type(header(x.asked, field::content_type)), "application/json")) {
    return problem_response({415, "Content-Type must be application/json", {}});
  }
  if (x.asked.body().size() > largest_body) return problem_response({413, "the body is larger than 4 KiB", {}});
  boost::system::error_code failed;
  const json::value body = json::parse(x.asked.body(), failed);
  const json::value* text = !failed && body.is_object() ? body.get_object().if_contains("token") : nullptr;
  if (text == nullptr || !text->is_string()) {
    return problem_response({400, "the body must be an object of JSON with the string 'token'", {}});
  }
  const auto id = x.on.access->sign_in(std::string_view(text->get_string()));
  if (!id) {
    x.from.refused = "unknown";
    return demand_token(x);
  }
  response r = session_response(200, x, x.on.access->examine({credentials::kind::session, *id}));
  r.headers.emplace_back("Set-Cookie", cookie(x, *id, sessions::life));
  return r;
}

response post_logout(exchange& x) {
  if (const auto wrong = refuse_form(x); wrong.status != 0) return problem_response(wrong);
  const auto shown = cookie_value(header(x.asked, field::cookie), session_cookie);
  if (x.on.access != nullptr && !shown.empty()) {
    x.on.access->sign_out(shown);
    x.readers.end_refused();
  }
  response r = session_response(200, x, {});
  r.headers.emplace_back("Set-Cookie", cookie(x, "", nanoseconds{0}));
  return r;
}

}  // namespace canary::api
