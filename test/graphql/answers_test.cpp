#include "canary/api/graphql/graphql.hpp"

#include "memory_store.hpp"

#include "support/catch.hpp"

#include <boost/json/serialize.hpp>

using namespace canary;
using namespace canary::api::graphql;
using canary::test_support::memory_store;
using namespace std::chrono_literals;

namespace {

run_id id_of(int n) {
  run_id id = run_id::floor(wall_time{1'700'000'000s});
  id.bytes[15] = static_cast<std::uint8_t>(n);
  return id;
}

run_record finished(int n, run_status status, failure cause = {}) {
  run_record r;
  r.id = id_of(n);
  r.test = "login";
  r.status = status;
  r.start_at = wall_time{1'700'000'000s};
  r.end_at = wall_time{1'700'000'001500ms};
  r.duration = 1500250us;
  r.trigger = run_trigger::manual;
  r.attempt = 2;
  r.cause = std::move(cause);
  return r;
}

std::string ask(const store::store& runs, std::string query, boost::json::object variables = {}) {
  return boost::json::serialize(answer_query(runs, {std::move(query), "", std::move(variables)}).body);
}

}  // namespace

TEST_CASE("a run is shown by its record") {
  struct row {
    const char* name;
    run_record run;
    const char* expected;
  };
  run_record running = finished(1, run_status::running);
  running.end_at.reset();
  running.duration = {};
  const row rows[] = {
      {"running", running,
       R"("pass":null,"fail_cause":null,"class":null,"end_at":null,"duration":null,"status":"running")"},
      {"passed", finished(1, run_status::passed),
       R"("pass":true,"fail_cause":null,"class":null,"end_at":"2023-11-14T22:13:21.5Z","duration":1.50025E3,"status":"passed")"},
      {"failed", finished(1, run_status::failed, {failure_class::assertion, "no \"button\""}),
       R"("pass":false,"fail_cause":"no \"button\"","class":"assert","end_at":"2023-11-14T22:13:21.5Z","duration":1.50025E3,"status":"failed")"},
      {"skipped", finished(1, run_status::skipped, {failure_class::none, "no user"}),
       R"("pass":null,"fail_cause":null,"class":null,"end_at":"2023-11-14T22:13:21.5Z","duration":1.50025E3,"status":"skipped")"},
      {"interrupted", finished(1, run_status::interrupted, {failure_class::interrupted, "stopped"}),
       R"("pass":false,"fail_cause":"stopped","class":"interrupted","end_at":"2023-11-14T22:13:21.5Z","duration":1.50025E3,"status":"interrupted")"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    memory_store runs;
    runs.runs = {r.run};
    CHECK(ask(runs, "{ tests { pass fail_cause class end_at duration status } }") ==
          R"({"data":{"tests":[{)" + std::string(r.expected) + "}]}}");
    const bool skipped = r.run.status == run_status::skipped;
    CHECK(ask(runs, "{ tests { skip_reason } }") ==
          R"({"data":{"tests":[{"skip_reason":)" + std::string(skipped ? "\"no user\"" : "null") + "}]}}");
    CHECK(ask(runs, "query ($id: String!) { test(id: $id) { id name start_at trigger attempt } }",
              {{"id", r.run.id.text()}}) ==
          R"({"data":{"test":{"id":")" + r.run.id.text() +
              R"(","name":"login","start_at":"2023-11-14T22:13:20Z","trigger":"manual","attempt":2}}})");
  }
}

TEST_CASE("the arguments of tests become the store's query") {
  memory_store runs;
  ask(runs, "{ tests { id } }");
  ask(runs, "{ tests(name: null, status: null, first: null, after: null, since: null) { id } }");
  ask(runs, R"({ tests(name: "a", status: "failed", first: 7, since: "2023-11-14T22:13:20Z", )"
            R"(until: "2023-11-15T00:13:20+02:00", after: "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55") { id } })");
  REQUIRE(runs.asked.size() == 3);
  for (int i = 0; i < 2; ++i) {
    CHECK(runs.asked[i].limit == 100);
    CHECK(!runs.asked[i].test);
    CHECK(!runs.asked[i].status);
    CHECK(!runs.asked[i].since);
    CHECK(!runs.asked[i].before);
  }
  CHECK(runs.asked[2].test == "a");
  CHECK(runs.asked[2].status == run_status::failed);
  CHECK(runs.asked[2].limit == 7);
  CHECK(runs.asked[2].since == wall_time{1'700'000'000s});
  CHECK(runs.asked[2].until == wall_time{1'700'000'000s});
  CHECK(runs.asked[2].before == run_id::parse("0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55"));
}

TEST_CASE("a wrong argument is the field's error, and the store is not asked") {
  struct row {
    const char *name, *field, *expected;
  };
  const row rows[] = {
      {"first of 0", "tests(first: 0)", "`first` must be from 1 to 1000, and is 0."},
      {"first of 1001", "tests(first: 1001)", "`first` must be from 1 to 1000, and is 1001."},
      {"no status", "tests(status: \"passed \")",
       "\"passed \" is not a status: those are running, passed, failed, interrupted and skipped."},
      {"no id to begin after", "tests(after: \"x\")", "\"x\" is not the id of a run, which is a UUID."},
      {"no id", "test(id: \"\")", "\"\" is not the id of a run, which is a UUID."},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    memory_store runs;
    const auto got = answer_query(runs, {"{ " + std::string(r.field) + " { id } }", "", {}});
    CHECK(got.executed);
    CHECK(got.body.at("errors").at(0).at("message").as_string() == r.expected);
    CHECK(runs.asked.empty());
  }
}

TEST_CASE("an unknown run is null, and an unreadable store an error") {
  memory_store runs;
  const std::string query = "{ test(id: \"0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55\") { id } }";
  CHECK(ask(runs, query) == R"({"data":{"test":null}})");
  runs.broken = error{"the disk is gone"};
  CHECK(ask(runs, query).find(R"("message":"the disk is gone")") != std::string::npos);
  CHECK(ask(runs, query).ends_with(R"("data":{"test":null}})"));
  CHECK(ask(runs, "{ tests { id } }").find(R"("message":"the disk is gone")") != std::string::npos);
  CHECK(ask(runs, "{ tests { id } }").ends_with(R"("path":["tests"]}],"data":null})"));
  CHECK(ask(runs, "{ ongoingTests { id } }").ends_with(R"("path":["ongoingTests"]}],"data":null})"));
}

TEST_CASE("where a list goes on is told beside the data") {
  memory_store runs;
  for (int n = 9; n > 0; --n) runs.runs.push_back(finished(n, run_status::passed));
  const auto page = [&](const std::string& arguments) {
    return answer_query(runs, {"{ page: tests(" + arguments + ") { id } }", "", {}}).body;
  };
  auto body = page("first: 4");
  std::size_t seen = 0, pages = 0;
  for (;; ++pages) {
    seen += body.at("data").at("page").as_array().size();
    if (!body.contains("extensions")) break;
    const auto& next = body.at("extensions").at("next").at("page").as_string();
    body = page("first: 4, after: \"" + std::string(next) + '"');
  }
  CHECK(seen == 9);
  CHECK(pages == 2);
  CHECK(!page("first: 9").contains("extensions"));
}

TEST_CASE("a response says whether the request was at fault") {
  const memory_store runs;
  const auto executed = [&](const char* query, const char* name = "") {
    const response r = answer_query(runs, {query, name, {}});
    CHECK(r.executed == r.body.contains("data"));
    return r.executed;
  };
  CHECK(executed("{ tests { id } }"));
  CHECK(executed("{ test(id: \"x\") { id } }"));
  CHECK(executed("query A { __typename }", "A"));
  CHECK(!executed("{"));
  CHECK(!executed("{ nope }"));
  CHECK(!executed("query ($f: Int!) { tests(first: $f) { id } }"));
  CHECK(!executed("query A { __typename }", "B"));
  CHECK(!executed("mutation { run }"));
  CHECK(!executed("subscription { tests { id } }"));
  CHECK(executed("mutation { runTest(name: \"a\") { id } }"));
  limits reading;
  reading.no_mutations = "not by GET";
  const auto forbidden = [&](const char* query, const char* name = "") {
    const response r = answer_query(runs, {query, name, {}}, reading);
    CHECK(r.executed != r.forbidden);
    return r.forbidden;
  };
  CHECK(forbidden("mutation { runTest(name: \"a\") { id } }"));
  CHECK(forbidden("query A { __typename } mutation B { runTest(name: \"a\") { id } }", "B"));
  CHECK(!forbidden("query A { __typename } mutation B { runTest(name: \"a\") { id } }", "A"));
}

TEST_CASE("a connection leads through all runs, page by page") {
  memory_store runs;
  for (int n = 9; n > 0; --n) runs.runs.push_back(finished(n, run_status::passed));
  std::vector<std::string> seen;
  std::string after;
  for (int pages = 1;; ++pages) {
    const auto body = answer_query(runs, {"{ runs(first: 4" + after +
                                              ") { edges { cursor node { id } } nodes { id } pageInfo { hasNextPage "
                                              "hasPreviousPage startCursor endCursor } } }",
                                          "",
                                          {}})
                          .body;
    const auto& page = body.at("data").at("runs");
    const auto& edges = page.at("edges").as_array();
    for (const auto& e : edges) {
      CHECK(e.at("cursor") == e.at("node").at("id"));
      seen.emplace_back(e.at("cursor").as_string());
    }
    const auto& info = page.at("pageInfo");
    CHECK(page.at("nodes").as_array().size() == edges.size());
    CHECK(info.at("hasPreviousPage").as_bool() == (pages > 1));
    CHECK(info.at("startCursor") == edges.front().at("cursor"));
    CHECK(info.at("endCursor") == edges.back().at("cursor"));
    if (!info.at("hasNextPage").as_bool()) break;
    after = ", after: \"" + std::string(info.at("endCursor").as_string()) + '"';
  }
  REQUIRE(seen.size() == 9);
  CHECK(std::is_sorted(seen.rbegin(), seen.rend()));
  const auto empty = answer_query(runs, {"{ runs(name: \"x\") { pageInfo { endCursor hasNextPage } } }", "", {}}).body;
  CHECK(empty.at("data").at("runs").at("pageInfo") == boost::json::parse(R"({"endCursor":null,"hasNextPage":false})"));
}

TEST_CASE("a summary tells what became of a test's runs, with any quantile") {
  memory_store runs;
  runs.runs = {finished(4, run_status::skipped, {failure_class::none, "no user"}),
               finished(3, run_status::failed, {failure_class::dns, "x"}), finished(2, run_status::passed),
               finished(1, run_status::passed)};
  const std::string window = R"(name: "login", since: "2023-11-14T22:13:20Z", until: "2023-11-14T23:00:00Z")";
  CHECK(
      ask(runs,
          "{ summary(" + window +
              ") { since until passed failed interrupted skipped classes { class count } uptime mean_duration } }") ==
      R"({"data":{"summary":{"since":"2023-11-14T22:13:20Z","until":"2023-11-14T23:00:00Z","passed":2E0,"failed":1E0,)"
      R"("interrupted":0E0,"skipped":1E0,"classes":[{"class":"dns","count":1E0}],"uptime":6.666666666666666E-1,)"
      R"("mean_duration":1.50025E3}}})");
  const auto quantile = ask(runs, "{ summary(" + window + ") { p99: duration_quantile(share: 0.99) } }");
  CHECK(quantile.find(R"({"data":{"summary":{"p99":1.5)") == 0);
  CHECK(ask(runs, "{ summary(" + window + ") { duration_quantile(share: 7) } }").find("from 0 to 1") !=
        std::string::npos);
  CHECK(ask(runs, R"({ summary(name: "no", since: "2023-11-14T22:13:20Z", until: "2023-11-14T23:00:00Z"))"
                  " { uptime mean_duration duration_quantile(share: 1) classes { class } } }") ==
        R"({"data":{"summary":{"uptime":null,"mean_duration":null,"duration_quantile":null,"classes":[]}}})");
}

TEST_CASE("runs are asked for by class and attempt") {
  memory_store runs;
  ask(runs, R"({ tests(class: "timeout", attempt: 2) { id } })");
  REQUIRE(runs.asked.size() == 1);
  CHECK(runs.asked[0].kind == failure_class::timeout);
  CHECK(runs.asked[0].attempt == 2);
  CHECK(ask(runs, R"({ tests(class: "bad luck") { id } })").find("is not a class") != std::string::npos);
  CHECK(ask(runs, "{ tests(attempt: 0) { id } }").find("1 or more") != std::string::npos);
}
