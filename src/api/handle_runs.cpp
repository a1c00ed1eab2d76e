#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"
#include "canary/api/run_text.hpp"
#include "no_such_test.hpp"

#include <variant>

namespace canary::api {
namespace {

namespace json = boost::json;

problem no_such_run(const std::string& id) { return {404, "there is no run '" + id + "'", {}}; }

struct found_run {
  run_record record;
  run_details details;
};

/// The run that the path names.
std::variant<found_run, problem> find_asked_run(const exchange& x) {
  const std::string& asked = x.parameter("id");
  const auto id = run_id::parse(asked);
  if (!id) return no_such_run(asked);
  auto run = x.on.runs.find_run(*id);
  if (!run) return store_failed(run.error());
  if (!*run) return no_such_run(asked);
  auto details = x.on.runs.find_details(*id);
  if (!details) return store_failed(details.error());
  return found_run{std::move(**run), std::move(*details).value_or(run_details{})};
}

// Of the tests that have these labels now: runs are stored without.
void only_labelled(exchange& x, const std::vector<label_condition>& labels, store::run_query& query) {
  if (labels.empty()) return;
  std::vector<std::string>& names = query.tests.emplace();
  for (const auto& t : x.on.tests.tests()) {
    if (all_hold(labels, t->labels)) names.push_back(t->name);
  }
}

response list_runs(exchange& x, const store::run_query& query) {
  const auto page = x.on.runs.list_runs(query);
  if (!page) return problem_response(store_failed(page.error()));
  response r = json_response();
  r.content.append(R"({"runs":[)");
  char before = ' ';
  for (const auto& run : page->runs) {
    std::string& out = r.content.tail();
    if (before == ',') out += before;
    append_json(out, run_summary_json(run));
    before = ',';
    x.between();
  }
  std::string& out = r.content.tail();
  out += R"(],"next":)";
  append_json(out, page->next ? json::value(page->next->text()) : json::value());
  out += '}';
  return r;
}

}  // namespace

response get_runs(exchange& x) {
  const auto known =
      x.query.check_known({"status", "class", "attempt", "since", "until", "limit", "cursor", "test", "label"});
  auto query = read_run_query(x.query);
  const auto labels = read_labels(x.query);
  if (!known) return problem_response({400, known.error().message, {}});
  if (!query) return problem_response({400, query.error().message, {}});
  if (!labels) return problem_response({400, labels.error().message, {}});
  only_labelled(x, *labels, *query);
  return list_runs(x, *query);
}

response get_test_runs(exchange& x) {
  const auto known = x.query.check_known({"status", "class", "attempt", "since", "until", "limit", "cursor"});
  auto query = read_run_query(x.query);
  if (!known) return problem_response({400, known.error().message, {}});
  if (!query) return problem_response({400, query.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!x.on.tests.view(name)) return problem_response(no_such_test(name));
  query->test = name;
  return list_runs(x, *query);
}

response get_run_logs(exchange& x) {
  if (const auto known = x.query.check_known({"level"}); !known) {
    return problem_response({400, known.error().message, {}});
  }
  log_level least = log_level::debug;
  if (const auto name = x.query.find("level")) {
    const auto level = parse_log_level(*name);
    if (!level) {
      return problem_response({400, wrong_parameter("level", *name, "write debug, info, warn or error").message, {}});
    }
    least = *level;
  }
  auto found = find_asked_run(x);
  if (const auto* wrong = std::get_if<problem>(&found)) return problem_response(*wrong);
  run_details& details = std::get<found_run>(found).details;
  std::erase_if(details.logs, [&](const log_entry& e) { return e.level < least; });

  response r = json_response();
  r.content.append("{\"logs_dropped\":" + std::to_string(details.logs_dropped));
  append_logs(r.content, details.logs, x.between);
  r.content.append("}");
  return r;
}

response get_run(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const auto found = find_asked_run(x);
  if (const auto* wrong = std::get_if<problem>(&found)) return problem_response(*wrong);
  const auto& [run, details] = std::get<found_run>(found);

  response r = json_response();
  append_run(r.content, run, details, x.between);
  return r;
}

}  // namespace canary::api
