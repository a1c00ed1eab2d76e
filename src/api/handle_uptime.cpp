#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"
#include "canary/core/duration.hpp"
#include "no_such_test.hpp"

namespace canary::api {
namespace {

namespace json = boost::json;

constexpr nanoseconds default_window = std::chrono::hours{24};

struct window {
  wall_time since{}, until{};
};

// `since` and `until`, or `window`: the time before now, or before `until`.
result<window> read_window(const query_parameters& from, wall_time now) {
  const auto times = read_times(from);
  if (!times) return times.error();
  nanoseconds length = default_window;
  if (const auto text = from.find("window")) {
    const auto read = parse_duration(*text);
    if (!read) return error{"parameter 'window': " + read.error().message + " (write it as in 24h or 30d)"};
    if (*read <= nanoseconds{0}) return error{"parameter 'window': write a duration of more than 0"};
    if (times->since) return error{"give 'window' or 'since', and not both"};
    length = *read;
  }
  window out;
  out.until = times->until.value_or(now);
  const bool long_ago = out.until.time_since_epoch() < length;
  out.since = times->since.value_or(long_ago ? wall_time{} : out.until - length);
  if (out.since >= out.until) return error{"'since' is to be before 'until'"};
  return out;
}

result<std::chrono::hours> read_step(const query_parameters& from) {
  constexpr std::chrono::hours least{1}, most{366 * 24};
  const auto text = from.find("step");
  if (!text) return least;
  const auto read = parse_duration(*text);
  if (read && *read >= least && *read <= most && *read % least == nanoseconds{0}) {
    return std::chrono::duration_cast<std::chrono::hours>(*read);
  }
  return error{"parameter 'step': write whole hours or days, as 6h or 1d, up to 366d"};
}

// Also of a test that is not configured any more, as long as the store knows it.
bool is_known(exchange& x, const std::string& name) {
  if (x.on.tests.view(name)) return true;
  const auto state = x.on.runs.find_standing(name);
  return state && *state;
}

}  // namespace

response get_test_uptime(exchange& x) {
  const auto known = x.query.check_known({"window", "since", "until"});
  const auto asked = read_window(x.query, x.on.time.wall());
  if (!known) return problem_response({400, known.error().message, {}});
  if (!asked) return problem_response({400, asked.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!is_known(x, name)) return problem_response(no_such_test(name));
  const auto found = x.on.runs.summarize(name, asked->since, asked->until);
  if (!found) return problem_response(store_failed(found.error()));
  json::object out = summary_json(*found);
  out["test"] = name;
  return json_response(200, out);
}

response get_test_rollups(exchange& x) {
  const auto known = x.query.check_known({"window", "since", "until", "step"});
  const auto asked = read_window(x.query, x.on.time.wall());
  const auto step = read_step(x.query);
  if (!known) return problem_response({400, known.error().message, {}});
  if (!asked) return problem_response({400, asked.error().message, {}});
  if (!step) return problem_response({400, step.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!is_known(x, name)) return problem_response(no_such_test(name));
  const auto page = x.on.runs.list_rollups(name, asked->since, asked->until, *step);
  if (!page) return problem_response(store_failed(page.error()));
  response r = json_response();
  r.content.append(R"({"rollups":[)");
  bool first = true;
  for (const auto& span : page->spans) {
    std::string& out = r.content.tail();
    if (!first) out += ',';
    first = false;
    append_json(out, summary_json(span));
    x.between();
  }
  std::string& out = r.content.tail();
  out += R"(],"next":)";
  append_json(out, page->next ? json::value(format_rfc3339(*page->next)) : json::value());
  out += '}';
  return r;
}

}  // namespace canary::api
