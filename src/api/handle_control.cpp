// What changes something.

#include "canary/api/accept.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"
#include "keep_intervention.hpp"
#include "maintenance_request.hpp"
#include "no_such_test.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json/object.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

response change_pause(exchange& x, const std::function<result<bool>(const std::string&)>& change) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!x.on.tests.view(name)) return problem_response(no_such_test(name));
  const auto changed = change(name);
  if (!changed) return problem_response({409, changed.error().message, {}});
  if (const auto kept = keep_intervention(x, name); !kept) return problem_response({500, kept.error().message, {}});
  const auto view = x.on.tests.view(name);
  if (!view) return problem_response(no_such_test(name));  // a reload has taken it away meanwhile
  const auto now = test_json(*view);
  return json_response(200, json::object({{"name", name},
                                          {"state", now.at("state")},
                                          {"paused", now.at("paused")},
                                          {"paused_by", now.at("paused_by")},
                                          {"changed", *changed}}));
}

response answer_maintenance(exchange& x, const result<bool>& changed) {
  const std::string& name = x.parameter("name");
  if (!changed) return problem_response(no_such_test(name));
  if (const auto kept = keep_intervention(x, name); !kept) return problem_response({500, kept.error().message, {}});
  const auto view = x.on.tests.view(name);
  if (!view) return problem_response(no_such_test(name));
  return json_response(200, json::object({{"name", name},
                                          {"state", to_string(view->state)},
                                          {"maintenance", maintenance_json(view->maintenance)},
                                          {"changed", *changed}}));
}

}  // namespace

response post_test_run(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!x.on.tests.view(name)) return problem_response(no_such_test(name));
  const auto id = x.on.tests.trigger(name);
  if (!id) return problem_response({409, id.error().message, {}});
  response r = json_response(202, json::object({{"id", id->text()}}));
  r.headers.emplace_back("Location", "/api/v1/runs/" + id->text());
  return r;
}

response post_test_pause(exchange& x) {
  return change_pause(x, [&](const std::string& name) { return x.on.tests.pause(name); });
}

response post_test_resume(exchange& x) {
  return change_pause(x, [&](const std::string& name) { return x.on.tests.resume(name); });
}

response post_test_maintenance(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!x.on.tests.view(name)) return problem_response(no_such_test(name));
  const auto type = media_type(header(x.asked, boost::beast::http::field::content_type));
  if (!boost::algorithm::iequals(type, "application/json")) {
    return problem_response({415, "Content-Type must be application/json", {}});
  }
  constexpr std::size_t longest_body = 16u << 10;
  if (x.asked.body().size() > longest_body) {
    return problem_response({413, "the body has " + std::to_string(longest_body) + " bytes at most", {}});
  }
  const auto asked = parse_maintenance(x.asked.body());
  if (!asked) return problem_response({400, asked.error().message, {}});
  const auto window = window_of(*asked, x.on.time.wall(), x.from.name);
  if (!window) return problem_response({400, window.error().message, {}});
  return answer_maintenance(x, x.on.tests.begin_maintenance(name, *window));
}

response delete_test_maintenance(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  return answer_maintenance(x, x.on.tests.end_maintenance(x.parameter("name")));
}

response post_reload(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  // The listener may be called when this has been given up, and then must not find a frame that is gone.
  const auto heard = std::make_shared<result<std::size_t>>(std::size_t{0});
  x.wait([&](std::function<void()> done) {
    x.on.reload([heard, done = std::move(done)](const result<std::size_t>& how) {
      *heard = how;
      done();
    });
  });
  if (!*heard) {
    const auto detail = "not all could be loaded, what was there before stays: " + heard->error().message;
    return problem_response({x.on.ready() ? 500u : 503u, detail, {}});
  }
  return json_response(200, json::object({{"tests", **heard}}));
}

}  // namespace canary::api
