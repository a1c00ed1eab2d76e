#include "canary/api/event_readers.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/rest_json.hpp"

namespace canary::api {

response get_status(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const auto& happenings = x.on.happenings;
  return json_response(200, status_json({.daemon = x.on.status(),
                                         .now = x.on.time.wall(),
                                         .tests = x.on.tests.totals(),
                                         .running = x.on.tests.running(),
                                         .queued = x.on.tests.queued(),
                                         .stored = x.on.runs.stats(),
                                         .last_event = event_id(happenings.era(), happenings.next() - 1),
                                         .event_readers = x.readers.size(),
                                         .event_readers_dropped = x.readers.dropped()}));
}

response get_health(exchange&) { return text_response(200, "ok\n"); }

response get_readiness(exchange& x) {
  return x.on.ready() ? text_response(200, "ready\n") : text_response(503, "not ready\n");
}

response get_metrics(exchange& x) {
  response r = text_response(200, "");
  r.type = "text/plain; version=0.0.4; charset=utf-8";
  r.headers.emplace_back("Cache-Control", "no-store");
  r.may_compress = true;
  const auto pieces = x.on.counters.exposition_pieces();
  while (pieces(r.content.tail())) x.between();
  return r;
}

}  // namespace canary::api
