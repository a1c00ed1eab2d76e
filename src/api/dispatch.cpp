#include "canary/api/dispatch.hpp"

#include "canary/api/accept.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/router.hpp"
#include "canary/api/static_files.hpp"

namespace canary::api {
namespace {

using boost::beast::http::field;
using boost::beast::http::verb;

// Smaller bodies gain nothing.
constexpr std::uint64_t least_to_compress = 1024;

struct answered {
  response what;
  std::string_view route;
};

response answer_options(std::string allow) {
  response r{.status = 204, .type = {}, .content = {}, .headers = {}};
  r.headers.emplace_back("Allow", std::move(allow));
  return r;
}

answered answer_other(exchange& x, verb method) {
  if (method == verb::get || method == verb::head) {
    response r = get_other(x);
    return {std::move(r), r.status == 404 ? "other" : "/"};
  }
  return {problem_response({404, "there is nothing at " + x.path, {}}), "other"};
}

std::optional<response> refuse_caller(exchange& x, permission needed) {
  if (needed == permission::nothing) return std::nullopt;
  if (x.on.access != nullptr) x.from = x.on.access->examine(read_credentials(x.asked));
  if (!x.from.refused.empty()) return demand_token(x);
  if (needed != permission::write) return std::nullopt;
  const auto why = change_refusal(x);
  if (why.empty()) return std::nullopt;
  count_forbidden(x);
  return problem_response({403, why, {}});
}

answered answer(exchange& x, const arrived_request& request) {
  const verb method = request.message.method();
  if (request.target.path == "*") {
    if (method == verb::options) return {answer_options("GET, HEAD, POST, DELETE, OPTIONS"), "*"};
    return {problem_response({400, "only OPTIONS may ask for '*'", {}}), "*"};
  }
  const auto path = path_segments(request.target.path);
  if (!path) return {problem_response({400, "the path has a broken percent-encoding, or is not UTF-8", {}}), "other"};
  auto match = find_route(all_routes(), method, *path);
  if (match.pattern.empty()) return answer_other(x, method);
  if (method == verb::options) return {answer_options(match.allow), match.pattern};
  if (!match.found) {
    const auto detail = std::string(request.message.method_string()) + " is not for " + x.path;
    return {problem_response({405, detail, match.allow}), match.pattern};
  }
  if (auto refusal = refuse_caller(x, match.found->needs)) return {std::move(*refusal), match.pattern};
  auto query = query_parameters::parse(request.target.query);
  if (!query) return {problem_response({400, query.error().message, {}}), match.pattern};
  x.query = std::move(*query);
  x.parameters = std::move(match.parameters);
  return {match.found->answer(x), match.pattern};
}

void maybe_compress(response& r, const http_request& asked, const pause_point& between) {
  if (!r.may_compress) return;
  r.headers.emplace_back("Vary", "Accept-Encoding");
  if (r.content.size() < least_to_compress || !accepts_gzip(header(asked, field::accept_encoding))) return;
  r.headers.emplace_back("Content-Encoding", "gzip");
  r.content = compress(std::move(r.content), between);
}

}  // namespace

std::string_view header(const http_request& from, field name) {
  const auto value = from[name];
  return {value.data(), value.size()};
}

std::string_view header(const http_request& from, std::string_view name) {
  const auto value = from[boost::beast::string_view(name.data(), name.size())];
  return {value.data(), value.size()};
}

response dispatch(const workplace& with, const arrived_request& request) {
  exchange x{with, request.message, request.peer, caller{}, request.target.path, {}, {}, request.secure};
  answered out;
  try {
    out = answer(x, request);
    maybe_compress(out.what, request.message, with.between);
  } catch (const std::exception& e) {
    with.on.log.error("a request failed", {{"path", x.path}, {"error", e.what()}});
    out = {problem_response({500, "canaryd failed to answer this; its log says why", {}}), "other"};
  }
  with.on.counters.api_request(out.route, static_cast<int>(out.what.status));
  return std::move(out.what);
}

}  // namespace canary::api
