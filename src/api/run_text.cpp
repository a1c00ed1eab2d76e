#include "canary/api/run_text.hpp"

#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"
#include "canary/core/failure_code.hpp"

namespace canary::api {
namespace {

namespace json = boost::json;

// `"key":[…]` of what `write` makes of each element.
template <class List, class Write>
void append_list(body& out, std::string_view key, const List& list, const pause_point& between, Write write) {
  out.append(",\"" + std::string(key) + "\":[");
  bool first = true;
  for (const auto& element : list) {
    if (!first) out.append(",");
    first = false;
    append_json(out, write(element), between);
    between();
  }
  out.append("]");
}

}  // namespace

void append_logs(body& to, const std::vector<log_entry>& logs, const pause_point& between) {
  append_list(to, "logs", logs, between, [](const log_entry& e) { return log_entry_json(e); });
}

void append_run(body& to, const run_record& run, const run_details& details, const pause_point& between) {
  std::string& out = to.tail();
  append_json(out, run_summary_json(run));
  out.pop_back();  // the brace, since more follows
  out += ",\"usage\":";
  append_json(out, run_usage_json(run.usage));
  append_logs(to, details.logs, between);
  to.append(",\"logs_dropped\":" + std::to_string(details.logs_dropped));
  append_list(to, "requests", details.requests, between, [](const http_exchange& e) { return http_exchange_json(e); });
  to.append(",\"requests_dropped\":" + std::to_string(details.requests_dropped));
  append_list(to, "steps", details.steps, between, [](const run_step& s) { return run_step_json(s); });
  to.append(",\"steps_dropped\":" + std::to_string(details.steps_dropped));
  append_list(to, "checks", details.checks, between, [](const run_check& c) { return run_check_json(c); });
  to.append(",\"checks_dropped\":" + std::to_string(details.checks_dropped) + ",\"error\":");
  append_json(to, details.error ? json::value(script_error_json(*details.error)) : json::value(), between);
  const int code = error_code_of({run.cause.kind, {}, details.code});
  to.append(",\"error_code\":" + (code != 0 ? std::to_string(code) : "null") + "}");
}

}  // namespace canary::api
