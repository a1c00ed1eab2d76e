#pragma once
// What answers each route. Errors are problems; see router.hpp for the table.

#include "canary/api/exchange.hpp"

namespace canary::api {

response get_status(exchange& x);
response get_overview(exchange& x);
response get_tests(exchange& x);
response get_test(exchange& x);
response get_test_runs(exchange& x);
response get_test_source(exchange& x);
response get_test_uptime(exchange& x);
response get_test_rollups(exchange& x);
response post_test_run(exchange& x);
response post_test_pause(exchange& x);
response post_test_resume(exchange& x);
response post_test_maintenance(exchange& x);
response delete_test_maintenance(exchange& x);
response post_reload(exchange& x);
response get_runs(exchange& x);
response get_run(exchange& x);
response get_run_logs(exchange& x);

response get_badge(exchange& x);
response get_events(exchange& x);
response get_openapi(exchange& x);

response get_database(exchange& x);
response post_database_compact(exchange& x);

response get_session(exchange& x);
response post_login(exchange& x);
response post_logout(exchange& x);

response get_metrics(exchange& x);
response get_health(exchange& x);
response get_readiness(exchange& x);

response get_query(exchange& x);
response post_query(exchange& x);

response get_index(exchange& x);
response get_graphiql(exchange& x);
response get_asset(exchange& x);

/// For a path that no route has: a file of the page that browsers ask for by a fixed name, or the page itself, which
/// shows what its own router makes of the path.
response get_other(exchange& x);

}  // namespace canary::api
