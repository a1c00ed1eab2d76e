#include "canary/api/handlers.hpp"
#include "canary/api/router.hpp"

namespace canary::api {
namespace {

using boost::beast::http::verb;

// What needs nothing holds nothing of the tests: the page's own files, which ask for the rest, and whether all is well.
constexpr route table[] = {
    {verb::get, "/", get_index, permission::nothing},
    {verb::get, "/graphiql", get_graphiql, permission::nothing},
    {verb::get, "/assets/{file}", get_asset, permission::nothing},
    {verb::get, "/api/v1/status", get_status},
    {verb::get, "/api/v1/overview", get_overview},
    {verb::get, "/api/v1/tests", get_tests},
    {verb::get, "/api/v1/tests/{name}", get_test},
    {verb::get, "/api/v1/tests/{name}/runs", get_test_runs},
    {verb::get, "/api/v1/tests/{name}/source", get_test_source},
    {verb::get, "/api/v1/tests/{name}/uptime", get_test_uptime},
    {verb::get, "/api/v1/tests/{name}/rollups", get_test_rollups},
    {verb::post, "/api/v1/tests/{name}/run", post_test_run, permission::write},
    {verb::post, "/api/v1/tests/{name}/pause", post_test_pause, permission::write},
    {verb::post, "/api/v1/tests/{name}/resume", post_test_resume, permission::write},
    {verb::post, "/api/v1/tests/{name}/maintenance", post_test_maintenance, permission::write},
    {verb::delete_, "/api/v1/tests/{name}/maintenance", delete_test_maintenance, permission::write},
    {verb::get, "/api/v1/runs", get_runs},
    {verb::get, "/api/v1/runs/{id}", get_run},
    {verb::get, "/api/v1/runs/{id}/logs", get_run_logs},
    {verb::get, "/api/v1/badges/{name}.svg", get_badge},
    {verb::get, "/api/v1/events", get_events},
    {verb::get, "/api/v1/openapi.json", get_openapi},
    {verb::post, "/-/reload", post_reload, permission::write},
    {verb::get, "/api/v1/database", get_database},
    {verb::post, "/api/v1/database/compact", post_database_compact, permission::write},
    {verb::get, "/query", get_query},
    {verb::post, "/query", post_query},
    {verb::get, "/metrics", get_metrics},
    {verb::get, "/api/v1/session", get_session, permission::nothing},
    {verb::post, "/login", post_login, permission::nothing},
    {verb::post, "/logout", post_logout, permission::nothing},
    {verb::get, "/healthz", get_health, permission::nothing},
    {verb::get, "/readyz", get_readiness, permission::nothing},
};

}  // namespace

std::span<const route> all_routes() { return table; }

}  // namespace canary::api
