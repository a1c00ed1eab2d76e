#include "canary/api/router.hpp"

#include "support/catch.hpp"

#include <set>

using namespace canary::api;
using boost::beast::http::verb;
using path = std::vector<std::string>;

TEST_CASE("a path finds its route") {
  struct row {
    verb method;
    path parts;
    std::string_view pattern, allow;
    bool found;
  };
  const row rows[] = {
      {verb::get, {}, "/", "GET, HEAD, OPTIONS", true},
      {verb::head, {"metrics"}, "/metrics", "GET, HEAD, OPTIONS", true},
      {verb::get, {"api", "v1", "tests"}, "/api/v1/tests", "GET, HEAD, OPTIONS", true},
      {verb::get, {"api", "v1", "tests", "a/b"}, "/api/v1/tests/{name}", "GET, HEAD, OPTIONS", true},
      {verb::post, {"api", "v1", "tests", "a", "run"}, "/api/v1/tests/{name}/run", "POST, OPTIONS", true},
      {verb::get, {"api", "v1", "tests", "a", "run"}, "/api/v1/tests/{name}/run", "POST, OPTIONS", false},
      {verb::get, {"api", "v1", "tests", "run", "runs"}, "/api/v1/tests/{name}/runs", "GET, HEAD, OPTIONS", true},
      {verb::get, {"api", "v1", "badges", "a.svg"}, "/api/v1/badges/{name}.svg", "GET, HEAD, OPTIONS", true},
      {verb::get, {"api", "v1", "badges", ".svg"}, "", "", false},
      {verb::get, {"api", "v1", "badges", "a.svgz"}, "", "", false},
      {verb::post, {"query"}, "/query", "GET, HEAD, POST, OPTIONS", true},
      {verb::delete_, {"query"}, "/query", "GET, HEAD, POST, OPTIONS", false},
      {verb::get, {"api", "v1", "tests", ""}, "", "", false},
      {verb::get, {"api", "v1", "tests", "a", ""}, "", "", false},
      {verb::get, {"api", "v1"}, "", "", false},
      {verb::get, {"api", "v1", "status", "x"}, "", "", false},
      {verb::get, {""}, "", "", false},
  };
  for (const auto& r : rows) {
    CAPTURE(r.pattern, r.parts);
    const auto match = find_route(all_routes(), r.method, r.parts);
    CHECK(match.pattern == r.pattern);
    CHECK(match.allow == r.allow);
    CHECK((match.found != nullptr) == r.found);
  }
  const auto match = find_route(all_routes(), verb::get, {"api", "v1", "tests", "a/b", "runs"});
  CHECK(match.parameters == std::map<std::string, std::string, std::less<>>{{"name", "a/b"}});
}

TEST_CASE("whatever changes something is guarded, and only what tells nothing of the tests is for everybody") {
  for (const auto& r : all_routes()) {
    CAPTURE(r.pattern);
    const bool only_reads = r.method == verb::get || r.pattern == "/query";
    const bool signs = r.pattern == "/login" || r.pattern == "/logout";
    CHECK((r.needs == permission::write) == (!only_reads && !signs));
    const bool open = std::set<std::string_view>{"/",       "/graphiql",       "/assets/{file}", "/healthz",
                                                 "/readyz", "/api/v1/session", "/login",         "/logout"}
                          .contains(r.pattern);
    CHECK((r.needs == permission::nothing) == open);
  }
}
