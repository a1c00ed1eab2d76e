// GraphQL requests, from their text to the answer over runs that a small store holds.

#include "canary/api/graphql/graphql.hpp"

#include "canary/api/graphql_request.hpp"
#include "canary/core/json_text.hpp"
#include "canary/core/utf8.hpp"

#include "fuzz/fuzz.hpp"
#include "memory_store.hpp"

#include <boost/json/parse.hpp>

namespace {

canary::test_support::memory_store runs() {
  using namespace std::chrono;
  canary::test_support::memory_store made;
  for (int i = 9; i >= 0; --i) {
    canary::run_record run;
    run.start_at = sys_days(2026y / November / 22) + seconds(i);
    run.id = canary::run_id::floor(run.start_at);
    run.test = i % 3 == 0 ? "login flow" : "front page";
    run.status = static_cast<canary::run_status>(i % 4);
    if (run.status != canary::run_status::running) run.end_at = run.start_at + milliseconds(250);
    if (run.status == canary::run_status::failed) run.cause = {canary::failure_class::timeout, "it took too long"};
    canary::run_details& details = made.details[run.id];
    details.logs.push_back({run.start_at, canary::log_level::warn, "slow", {{"ms", i}}});
    details.requests.emplace_back().tls = std::make_shared<canary::tls_facts>();
    details.steps.emplace_back().name = "sign in";
    details.checks.emplace_back().step = 0;
    if (i % 2 == 0) details.error.emplace().line = i;
    made.runs.push_back(run);
  }
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace graphql = canary::api::graphql;
  namespace json = boost::json;
  static const auto store = runs();
  canary::fuzz::input in(data, size);
  graphql::request r;
  r.operation_name = in.line();
  boost::system::error_code failed;
  if (const auto variables = json::parse(in.line(), failed); !failed && variables.is_object()) {
    r.variables = variables.get_object();
  }
  r.query = in.rest();

  graphql::limits within;
  std::size_t pauses = 0;
  within.pause = [&] { ++pauses; };
  const auto answer = graphql::answer_query(store, r, within);
  store.asked.clear();
  store.details_asked.clear();
  const bool has_data = answer.body.contains("data"), has_errors = answer.body.contains("errors");
  MUST_HOLD(has_data == answer.executed && (has_data || has_errors));
  if (has_errors) {
    const auto& errors = answer.body.at("errors").as_array();
    MUST_HOLD(!errors.empty() && errors.size() <= within.max_errors + 1);
  }
  MUST_HOLD(canary::valid_utf8(canary::json_text(answer.body)));
  MUST_HOLD(pauses <= within.max_cost);
  return 0;
}
