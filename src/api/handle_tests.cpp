#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"
#include "canary/api/test_pages.hpp"
#include "no_such_test.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

// Which tests a listing shows.
struct test_filter {
  std::optional<schedule::test_state> state;
  std::optional<failure_class> kind;  // of the newest outcome
  std::vector<label_condition> labels;

  // What costs little to know.
  bool may_match(const test& t) const { return all_hold(labels, t.labels); }

  bool matches(const schedule::test_view& view) const {
    if (state && view.state != *state) return false;
    return !kind || (view.last && view.last->cause.kind == *kind);
  }
};

result<test_filter> read_test_filter(const query_parameters& from) {
  test_filter out;
  if (const auto name = from.find("status")) {
    using enum schedule::test_state;
    for (const auto state : {unknown, up, down, paused, maintenance}) {
      if (*name == to_string(state)) out.state = state;
    }
    if (!out.state) return wrong_parameter("status", *name, "write up, down, unknown, paused or maintenance");
  }
  const auto kind = read_failure_class(from);
  if (!kind) return kind.error();
  out.kind = *kind;
  auto labels = read_labels(from);
  if (!labels) return labels.error();
  out.labels = std::move(*labels);
  return out;
}

}  // namespace

response get_tests(exchange& x) {
  const auto known = x.query.check_known({"status", "class", "label", "limit", "cursor"});
  const auto wanted = read_test_filter(x.query);
  const auto limit = read_limit(x.query);
  const auto cursor = read_test_cursor(x.query);
  if (!known) return problem_response({400, known.error().message, {}});
  if (!wanted) return problem_response({400, wanted.error().message, {}});
  if (!limit) return problem_response({400, limit.error().message, {}});
  if (!cursor) return problem_response({400, cursor.error().message, {}});

  return test_page_response(x, {.limit = *limit,
                                .after = *cursor,
                                .may_show = [&](const auto& t) { return wanted->may_match(t); },
                                .shows = [&](const auto& view) { return wanted->matches(view); },
                                .write =
                                    [](auto& out, const auto& view) {
                                      json::monotonic_resource memory;
                                      append_json(out, json::value(test_json(view, &memory), &memory));
                                    }});
}

response get_test(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const auto view = x.on.tests.view(x.parameter("name"));
  if (!view) return problem_response(no_such_test(x.parameter("name")));
  auto object = test_json(*view);
  object["source"] = view->definition->source;
  object["config_file"] = view->definition->config_file;
  object["config_line"] = view->definition->config_line;
  response r = json_response();
  append_json(r.content, object, x.between);
  return r;
}

response get_test_source(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const auto view = x.on.tests.view(x.parameter("name"));
  if (!view) return problem_response(no_such_test(x.parameter("name")));
  response r = text_response(200, view->definition->source);
  r.headers.emplace_back("Cache-Control", "no-store");
  r.may_compress = true;
  return r;
}

}  // namespace canary::api
