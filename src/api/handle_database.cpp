#include "canary/api/handlers.hpp"
#include "canary/api/rest_json.hpp"

namespace canary::api {
namespace {

namespace json = boost::json;

std::string_view name_of(store::compaction::state state) {
  switch (state) {
    case store::compaction::state::none:
      return "none";
    case store::compaction::state::copying:
      return "copying";
    case store::compaction::state::done:
      return "done";
    case store::compaction::state::failed:
      return "failed";
  }
  return "";
}

json::object database_json(const store::store& runs) {
  const store::statistics known = runs.stats();
  const store::compaction last = runs.last_compaction();
  json::object compaction{{"state", name_of(last.now)}};
  if (last.now == store::compaction::state::copying) {
    compaction["bytes_written"] = last.bytes_written;
    compaction["bytes_expected"] = last.bytes_expected;
  }
  if (last.now == store::compaction::state::done) {
    compaction["bytes_before"] = last.bytes_before;
    compaction["bytes_after"] = last.bytes_after;
  }
  if (last.now == store::compaction::state::failed) compaction["error"] = last.why;
  return {{"runs", known.runs},
          {"size_bytes", known.size_bytes},
          {"queue_length", known.queue_length},
          {"compaction", std::move(compaction)}};
}

}  // namespace

response get_database(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  return json_response(200, database_json(x.on.runs));
}

response post_database_compact(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  if (const auto begun = x.on.runs.compact(); !begun) return problem_response({409, begun.error().message, {}});
  response r = json_response(202, database_json(x.on.runs));
  r.headers.emplace_back("Location", "/api/v1/database");
  return r;
}

}  // namespace canary::api
