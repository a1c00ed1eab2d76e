#include "canary/api/handlers.hpp"
#include "canary/api/router.hpp"

namespace canary::api {
namespace {

using boost::beast::http::verb;

constexpr route table[] = {
    {verb::get, "/", get_index},
    {verb::get, "/graphiql", get_graphiql},
    {verb::get, "/assets/{file}", get_asset},
    {verb::get, "/api/v1/status", get_status},
    {verb::get, "/api/v1/overview", get_overview},
    {verb::get, "/api/v1/tests", get_tests},
    {verb::get, "/api/v1/tests/{name}", get_test},
    {verb::get, "/api/v1/tests/{name}/runs", get_test_runs},
    {verb::get, "/api/v1/tests/{name}/source", get_test_source},
    {verb::get, "/api/v1/tests/{name}/uptime", get_test_uptime},
    {verb::get, "/api/v1/tests/{name}/rollups", get_test_rollups},
    {verb::post, "/api/v1/tests/{name}/run", post_test_run, true},
    {verb::post, "/api/v1/tests/{name}/pause", post_test_pause, true},
    {verb::post, "/api/v1/tests/{name}/resume", post_test_resume, true},
    {verb::get, "/api/v1/runs", get_runs},
    {verb::get, "/api/v1/runs/{id}", get_run},
    {verb::get, "/api/v1/runs/{id}/logs", get_run_logs},
    {verb::get, "/api/v1/badges/{name}.svg", get_badge},
    {verb::get, "/api/v1/events", get_events},
    {verb::get, "/api/v1/openapi.json", get_openapi},
    {verb::post, "/-/reload", post_reload, true},
    {verb::get, "/api/v1/database", get_database},
    {verb::post, "/api/v1/database/compact", post_database_compact, true},
    {verb::get, "/query", get_query},
    {verb::post, "/query", post_query},
    {verb::get, "/metrics", get_metrics},
    {verb::get, "/healthz", get_health},
    {verb::get, "/readyz", get_readiness},
};

}  // namespace

std::span<const route> all_routes() { return table; }

}  // namespace canary::api
