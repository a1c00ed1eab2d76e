#include "canary/api/badge.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/static_files.hpp"
#include "canary/core/duration.hpp"
#include "no_such_test.hpp"

namespace canary::api {
namespace {

result<nanoseconds> read_window(const query_parameters& from) {
  constexpr nanoseconds day = std::chrono::hours{24};
  const auto text = from.find("window");
  if (!text) return day;
  const auto window = parse_duration(*text);
  if (window && *window >= std::chrono::minutes{1} && *window <= 366 * day) return *window;
  return wrong_parameter("window", *text, "write how long, from 1m to 366d, like 24h or 7d");
}

}  // namespace

response get_badge(exchange& x) {
  if (const auto known = x.query.check_known({"show", "window"}); !known) {
    return problem_response({400, known.error().message, {}});
  }
  const auto show = x.query.find("show").value_or("state");
  if (show != "state" && show != "uptime") {
    return problem_response({400, wrong_parameter("show", show, "write state or uptime").message, {}});
  }
  const auto view = x.on.tests.view(x.parameter("name"));
  if (!view) return problem_response(no_such_test(x.parameter("name")));
  badge shown = state_badge(*view);
  if (show == "uptime") {
    const auto window = read_window(x.query);
    if (!window) return problem_response({400, window.error().message, {}});
    const wall_time now = x.on.time.wall();
    const auto runs = x.on.runs.summarize(view->definition->name, now - *window, now);
    if (!runs) return problem_response(store_failed(runs.error()));
    shown = uptime_badge(view->definition->name, runs->total, x.query.find("window").value_or("24h"));
  }
  const auto picture = to_svg(shown);
  response r{.status = 200, .type = "image/svg+xml", .content = {}, .headers = {}};
  const std::string tag = '"' + content_hash(picture) + '"';
  r.headers = {{"Cache-Control", "public, max-age=30"}, {"ETag", tag}};
  r.for_other_sites = true;
  const auto known = header(x.asked, boost::beast::http::field::if_none_match);
  if (known == "*" || known.find(tag) != std::string_view::npos) {
    r.status = 304;
    r.type.clear();
    return r;
  }
  r.content.append(picture);
  return r;
}

}  // namespace canary::api
