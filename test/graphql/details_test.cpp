// What a run left behind, as queries see it. How each part looks is held to the reference implementation's answers.

#include "canary/api/graphql/graphql.hpp"

#include "memory_store.hpp"

#include "support/catch.hpp"

#include <boost/json/serialize.hpp>

using namespace canary;
using namespace canary::api::graphql;
using canary::test_support::memory_store;

namespace {

memory_store runs_with_logs(std::size_t count, std::size_t lines, const std::string& message = "hello") {
  memory_store store;
  run_id_generator ids([] { return 0; });
  for (std::size_t i = 0; i < count; ++i) {
    run_record r;
    r.id = ids.next(wall_time{std::chrono::seconds{1'700'000'000}});
    r.test = "a test";
    r.status = run_status::passed;
    store.runs.insert(store.runs.begin(), r);
    run_details& details = store.details[r.id];
    details.logs.resize(lines);
    for (log_entry& line : details.logs) line.message = message;
  }
  return store;
}

std::string ask(const store::store& runs, std::string query, const limits& within = {}) {
  return boost::json::serialize(answer_query(runs, {std::move(query), "", {}}, within).body);
}

bool costs_too_much(const store::store& runs, const std::string& query) {
  return ask(runs, query).find("costs more than 40000") != std::string::npos;
}

}  // namespace

TEST_CASE("a run's details are read once, however many of its fields are asked for under whatever names") {
  struct row {
    const char *name, *query;
    std::size_t readings;
  };
  const row rows[] = {
      {"none", "{ tests { id status } }", 0},
      {"one field", "{ tests { logs { message } } }", 3},
      {"all", "{ tests { logs { message } logs_dropped requests { url } steps { name } checks { name } error_code } }",
       3},
      {"aliases", "{ tests { a: logs { message } b: logs { level } c: steps_dropped d: steps_dropped } }", 3},
      {"an edge and its node", "{ runs { edges { node { logs { message } checks { name } } } } }", 3},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    const auto runs = runs_with_logs(3, 1);
    CHECK(ask(runs, r.query).find("errors") == std::string::npos);
    CHECK(runs.details_asked.size() == r.readings);
  }
}

TEST_CASE("a run that goes on has no details, and they are not looked for") {
  auto runs = runs_with_logs(1, 1);
  runs.runs[0].status = run_status::running;
  CHECK(ask(runs, "{ tests { logs { message } steps_dropped error { line } error_code } }") ==
        R"({"data":{"tests":[{"logs":null,"steps_dropped":null,"error":null,"error_code":null}]}})");
  CHECK(runs.details_asked.empty());
}

TEST_CASE("details that cannot be read are null with an error, and the run stands") {
  auto runs = runs_with_logs(1, 1);
  runs.broken_details = error{"the entry is damaged"};
  const auto answered = ask(runs, "{ tests { name logs { message } steps { name } } }");
  CAPTURE(answered);
  CHECK(answered.find(R"("data":{"tests":[{"name":"a test","logs":null,"steps":null}]})") != std::string::npos);
  CHECK(answered.find(
            R"({"message":"the entry is damaged","locations":[{"line":1,"column":16}],"path":["tests",0,"logs"]})") !=
        std::string::npos);
  CHECK(runs.details_asked.size() == 1);
}

TEST_CASE("a page of runs may be asked for with its details, and no query reads many pages of them") {
  const auto page = runs_with_logs(100, 10);
  CHECK(!costs_too_much(page, "{ tests { id name status logs { level message } steps { name } error_code } }"));
  CHECK(page.details_asked.size() == 100);

  const auto many = runs_with_logs(1000, 0);
  CHECK(costs_too_much(many, "{ tests(first: 1000) { steps_dropped } }"));
  CHECK(many.details_asked.size() < 200);
}

TEST_CASE("what a run has left is paid for, also where nothing of it is shown") {
  const auto runs = runs_with_logs(100, 5000);
  CHECK(costs_too_much(runs, "{ tests { steps_dropped } }"));
  CHECK(runs.details_asked.size() < 60);
}

TEST_CASE("long texts cost more than short ones") {
  CHECK(!costs_too_much(runs_with_logs(1, 100, std::string(100'000, 'x')), "{ tests { logs { message } } }"));
  CHECK(costs_too_much(runs_with_logs(3, 100, std::string(100'000, 'x')), "{ tests { logs { message } } }"));
}

TEST_CASE("the loop may turn before the details of each run are read") {
  const auto runs = runs_with_logs(50, 1);
  std::vector<std::size_t> read;
  limits within;
  within.pause = [&] { read.push_back(runs.details_asked.size()); };
  ask(runs, "{ tests { steps_dropped } }", within);
  for (std::size_t i = 0; i < 50; ++i) {
    CAPTURE(i);
    CHECK(std::count(read.begin(), read.end(), i) > 0);
  }
}
