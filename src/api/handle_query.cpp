#include "canary/api/accept.hpp"
#include "canary/api/dispatch.hpp"
#include "canary/api/graphql_request.hpp"
#include "canary/api/handlers.hpp"
#include "canary/api/json_text.hpp"
#include "canary/core/ascii.hpp"
#include "keep_intervention.hpp"
#include "maintenance_request.hpp"
#include "no_such_test.hpp"

#include <boost/json/array.hpp>
#include <boost/json/stream_parser.hpp>

namespace canary::api {
namespace {

namespace json = boost::json;
using boost::beast::http::field;

// GraphQL clients read errors in GraphQL's own form; `detail` stands there too.
response refusal(const problem& p, graphql_media as) {
  if (as == graphql_media::none) return problem_response(p);
  response r = json_response(p.status, json::object{{"errors", json::array{json::object{{"message", p.detail}}}}});
  if (as == graphql_media::response) r.type = "application/graphql-response+json";
  return r;
}

result<graphql::controlled_test> controlled(exchange& x, std::string_view name, const result<bool>& changed) {
  if (!changed) return changed.error();
  if (const auto kept = keep_intervention(x, std::string(name)); !kept) return kept.error();
  const auto view = x.on.tests.view(name);
  if (!view) return error{no_such_test(name).detail};
  const bool paused = view->definition->paused || view->paused_by_hand;
  return graphql::controlled_test{std::string(name), std::string(to_string(view->state)), paused, view->maintenance};
}

graphql::test_controls controls_of(exchange& x) {
  auto& tests = x.on.tests;
  return {[&](std::string_view name) { return tests.trigger(name); },
          [&](std::string_view name) { return controlled(x, name, tests.pause(name)); },
          [&](std::string_view name) { return controlled(x, name, tests.resume(name)); },
          [&](std::string_view name, std::optional<std::string> duration, std::optional<std::string> until,
              std::string reason) -> result<graphql::controlled_test> {
            auto window =
                window_of({std::move(duration), std::move(until), std::move(reason)}, x.on.time.wall(), x.from.name);
            if (!window) return window.error();
            return controlled(x, name, tests.begin_maintenance(name, std::move(*window)));
          },
          [&](std::string_view name) { return controlled(x, name, tests.end_maintenance(name)); }};
}

graphql::registered_tests registered_of(exchange& x) {
  auto& tests = x.on.tests;
  return {[&] { return tests.tests(); },
          [&](std::string_view name) {
            const auto view = tests.view(name);
            return view ? view->definition : nullptr;
          }};
}

// `no_mutations`: what a mutation is refused with; its status is 0 where mutations may be.
response answer(exchange& x, const graphql_result& asked, graphql_media as, const problem& no_mutations) {
  if (!asked) return refusal(asked.error(), as);
  graphql::limits within;
  within.pause = x.between;
  within.no_mutations = no_mutations.detail;
  const auto controls = controls_of(x);
  const auto registered = registered_of(x);
  const auto answered = graphql::answer_query(graphql::sources{x.on.runs, &controls, &registered}, *asked, within);
  response r = json_response();
  if (as == graphql_media::response) {
    r.type = "application/graphql-response+json";
    if (!answered.executed) r.status = 400;
  }
  if (answered.forbidden) {
    if (no_mutations.status == 403) count_forbidden(x);
    r.status = no_mutations.status;
    if (!no_mutations.allow.empty()) r.headers.emplace_back("Allow", no_mutations.allow);
  }
  append_json(r.content, answered.body, x.between);
  return r;
}

graphql_result parse(exchange& x) {
  std::string_view rest = x.asked.body();
  json::stream_parser parser;
  boost::system::error_code failed;
  while (!rest.empty() && !failed) {
    const auto part = rest.substr(0, body::piece_size);
    rest.remove_prefix(part.size());
    parser.write(part.data(), part.size(), failed);
    x.between();
  }
  if (!failed) parser.finish(failed);
  if (failed) return problem{400, "the body is not JSON: " + failed.message(), {}};
  return read_graphql_body(parser.release());
}

const problem unreadable{
    406, "the answer is application/json or application/graphql-response+json, and Accept allows neither", {}};

}  // namespace

response get_query(exchange& x) {
  const auto as = choose_graphql_media(header(x.asked, field::accept));
  if (as == graphql_media::none) return problem_response(unreadable);
  return answer(x, read_graphql_parameters(x.query), as,
                {405, "A GET request only reads: send mutations by POST.", "POST"});
}

response post_query(exchange& x) {
  const auto as = choose_graphql_media(header(x.asked, field::accept));
  if (as == graphql_media::none) return problem_response(unreadable);
  const auto type = media_type(header(x.asked, field::content_type));
  if (!iequals(type, "application/json")) {
    return refusal({415, "Content-Type must be application/json", {}}, as);
  }
  if (const auto known = x.query.check_known({}); !known) return refusal({400, known.error().message, {}}, as);
  return answer(x, parse(x), as, {403, change_refusal(x), {}});
}

}  // namespace canary::api
