#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/api/rest_json.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;

problem no_such_test(const std::string& name) { return {404, "there is no test named '" + name + "'", {}}; }

// Where the page after `cursor` begins. A reload may have moved the test or taken it away.
std::size_t first_after(const std::vector<std::shared_ptr<const test>>& tests, const test_cursor& cursor) {
  const auto named = [&](const auto& t) { return t->name == cursor.name; };
  if (cursor.index < tests.size() && named(tests[cursor.index])) return cursor.index + 1;
  const auto it = std::find_if(tests.begin(), tests.end(), named);
  return it == tests.end() ? std::min(cursor.index, tests.size()) : static_cast<std::size_t>(it - tests.begin()) + 1;
}

}  // namespace

response get_tests(exchange& x) {
  const auto known = x.query.check_known({"limit", "cursor"});
  const auto limit = read_limit(x.query);
  const auto cursor = read_test_cursor(x.query);
  if (!known) return problem_response({400, known.error().message, {}});
  if (!limit) return problem_response({400, limit.error().message, {}});
  if (!cursor) return problem_response({400, cursor.error().message, {}});

  const auto tests = x.on.tests.tests();
  const std::size_t begin = *cursor ? first_after(tests, **cursor) : 0;
  const std::size_t end = begin + std::min(*limit, tests.size() - begin);
  response r = json_response();
  r.content.append(R"({"tests":[)");
  bool first = true;
  for (std::size_t i = begin; i < end; ++i) {
    x.between();
    const auto view = x.on.tests.view(tests[i]->name);
    if (!view) continue;  // a reload took it away while the loop turned
    json::monotonic_resource memory;
    std::string& out = r.content.tail();
    if (!first) out += ',';
    first = false;
    append_json(out, json::value(test_json(*view, &memory), &memory));
  }
  std::string& out = r.content.tail();
  out += R"(],"next":)";
  if (end < tests.size()) {
    append_json_string(out, to_string(test_cursor{end - 1, tests[end - 1]->name}));
  } else {
    out += "null";
  }
  out += R"(,"total":)" + std::to_string(tests.size()) + "}";
  return r;
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

response post_test_run(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  const std::string& name = x.parameter("name");
  if (!x.on.tests.view(name)) return problem_response(no_such_test(name));
  const auto id = x.on.tests.trigger(name);
  if (!id) return problem_response({409, id.error().message, {}});
  response r = json_response(202, json::object({{"id", id->text()}}));
  r.headers.emplace_back("Location", "/api/v1/runs/" + id->text());
  return r;
}

}  // namespace canary::api
