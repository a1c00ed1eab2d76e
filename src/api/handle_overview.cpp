#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/past_cache.hpp"
#include "canary/api/rest_json.hpp"
#include "canary/api/test_pages.hpp"

#include <boost/json/monotonic_resource.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

json::value ms_or_null(const std::optional<nanoseconds>& n) { return n ? json::value(to_ms(*n)) : json::value(); }

json::value number_or_null(const std::optional<double>& n) { return n ? json::value(*n) : json::value(); }

// By place, not by name: the strips are most of what is sent.
json::array outcomes_json(const schedule::test_view& view, const storage_ptr& memory) {
  json::array out(memory);
  out.reserve(view.recent.size());
  for (const auto& mark : view.recent) {
    const auto start = std::chrono::floor<std::chrono::milliseconds>(mark.start_at.time_since_epoch()).count();
    out.emplace_back(json::array({mark.id.text(), to_string(mark.status), to_string(mark.kind), start,
                                  to_ms(std::chrono::round<std::chrono::microseconds>(mark.duration))},
                                 memory));
  }
  return out;
}

// The run that a test's incident began with.
json::value first_failure(exchange& x, const schedule::test_view& view) {
  if (view.state != schedule::test_state::down) return nullptr;
  const auto stood = x.on.runs.find_standing(view.definition->name);
  if (!stood || !*stood || (*stood)->row_of != run_status::failed) return nullptr;
  return json::string((*stood)->row_first.text());
}

json::object past_json(const past_figures& past, const storage_ptr& memory) {
  return json::object(
      {{"uptime",
        {{"24h", number_or_null(past.day)}, {"7d", number_or_null(past.week)}, {"30d", number_or_null(past.month)}}},
       {"p50_ms", ms_or_null(past.p50)},
       {"p95_ms", ms_or_null(past.p95)}},
      memory);
}

// Without a strip of its own: the outcomes say the same in half the space.
void write_test(exchange& x, std::string& out, const schedule::test_view& view, bool with_outcomes) {
  json::monotonic_resource memory;
  auto object = test_json(view, &memory, false);
  object["first_failure"] = first_failure(x, view);
  // What cannot be read now is not known; the tests and their states are.
  const auto past = x.past.find(view.definition->name, view.state);
  for (auto& [name, value] : past_json(past ? *past : past_figures{}, &memory)) object[name] = std::move(value);
  if (with_outcomes) object["outcomes"] = outcomes_json(view, &memory);
  append_json(out, json::value(std::move(object)));
}

}  // namespace

response get_overview(exchange& x) {
  const auto known = x.query.check_known({"limit", "cursor", "outcomes"});
  const auto limit = read_limit(x.query);
  const auto cursor = read_test_cursor(x.query);
  const auto outcomes = x.query.find("outcomes").value_or("true");
  if (!known) return problem_response({400, known.error().message, {}});
  if (!limit) return problem_response({400, limit.error().message, {}});
  if (!cursor) return problem_response({400, cursor.error().message, {}});
  if (outcomes != "true" && outcomes != "false") {
    return problem_response({400, wrong_parameter("outcomes", outcomes, "write true or false").message, {}});
  }
  x.past.forget_old();
  return test_page_response(x, {.limit = *limit, .after = *cursor, .write = [&](auto& out, const auto& view) {
                                  write_test(x, out, view, outcomes == "true");
                                }});
}

}  // namespace canary::api
