#include "canary/api/handlers.hpp"
#include "canary/api/request_target.hpp"
#include "canary/api/static_files.hpp"

#include <algorithm>

namespace canary::api {
namespace {

// Paths below these belong to other routes, and are never the page's.
constexpr std::string_view reserved[] = {"api",     "assets", "graphiql", "query",  "metrics",
                                         "healthz", "readyz", "login",    "logout", "-"};

problem nothing_here(const exchange& x) { return {404, "there is nothing at " + x.path, {}}; }

}  // namespace

response get_index(exchange& x) {
  if (const auto* page = x.files.find("index.html")) return serve(*page, x);
  return text_response(
      200,
      "This canaryd was built without its page. The API is at /api/v1/status, metrics are at /metrics.\n"
      "To have the page, configure the build with -DCANARY_WEB=ON (needs node and npm), or type ./dev run.\n");
}

response get_graphiql(exchange& x) {
  if (const auto* page = x.files.find("graphiql.html")) return serve(*page, x);
  return problem_response(
      {404, "this canaryd was built without its page, and so without GraphiQL; GraphQL is at /query", {}});
}

response get_asset(exchange& x) {
  const auto* file = x.files.find(x.parameter("file"));
  return file ? serve(*file, x) : problem_response(nothing_here(x));
}

response get_other(exchange& x) {
  const auto path = path_segments(x.path).value_or(std::vector<std::string>{});
  const auto odd = [](const std::string& part) { return part.empty() || part == "." || part == ".."; };
  // One slash at the end is nobody's mistake.
  const auto end = path.empty() || !path.back().empty() ? path.end() : path.end() - 1;
  if (path.begin() == end || std::any_of(path.begin(), end, odd)) return problem_response(nothing_here(x));
  if (std::find(std::begin(reserved), std::end(reserved), path.front()) != std::end(reserved)) {
    return problem_response(nothing_here(x));
  }
  if (path.size() == 1) {
    if (const auto* file = x.files.find(path.front())) return serve(*file, x);
  }
  // A test's name may look like a file's.
  const bool of_page = path.front() == "tests" || path.front() == "runs";
  if (!of_page && (end - 1)->find('.') != std::string::npos) return problem_response(nothing_here(x));
  return get_index(x);
}

}  // namespace canary::api
