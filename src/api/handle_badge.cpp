#include "canary/api/badge.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/static_files.hpp"

namespace canary::api {

response get_badge(exchange& x) {
  if (const auto known = x.query.check_known({"show"}); !known) {
    return problem_response({400, known.error().message, {}});
  }
  const auto show = x.query.find("show").value_or("state");
  if (show != "state" && show != "uptime") {
    return problem_response({400, wrong_parameter("show", show, "write state or uptime").message, {}});
  }
  const auto view = x.on.tests.view(x.parameter("name"));
  if (!view) return problem_response({404, "there is no test named '" + x.parameter("name") + "'", {}});
  const auto picture = to_svg(show == "state" ? state_badge(*view) : uptime_badge(*view));
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
