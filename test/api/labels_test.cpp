// Labels, and what else a test says of itself, in what the API answers.
#include "api/running_server.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

using namespace canary;
namespace json = boost::json;

namespace {

using list = std::vector<std::string>;

run_record run_of(const char* test) {
  run_record r;
  r.test = test;
  r.id.bytes[15] = static_cast<std::uint8_t>(*test);
  r.status = run_status::passed;
  return r;
}

list names(const json::value& tests) {
  list out;
  for (const auto& t : tests.at("tests").as_array()) out.emplace_back(t.at("name").as_string());
  return out;
}

}  // namespace

TEST_CASE("tests and runs are found by labels") {
  running_server server([](running_server& s) {
    s.tests.add("a", schedule::test_state::up, {{"tier", "1"}, {"team", "shop front"}});
    s.tests.add("b", schedule::test_state::down, {{"tier", "1"}});
    s.tests.add("c", schedule::test_state::up, {{"tier", "2"}});
    s.tests.add("d");
    for (const auto* name : {"d", "c", "b", "a"}) s.runs.records.push_back(run_of(name));
  });
  const struct {
    const char* query;
    list found;
  } rows[] = {{"label=tier=1", {"a", "b"}},
              {"label=tier%3D1", {"a", "b"}},
              {"label=tier", {"a", "b", "c"}},
              {"label=tier=1&label=team", {"a"}},
              {"label=team=shop+front", {"a"}},
              {"label=team=shop", {}},
              {"label=region", {}}};
  for (const auto& r : rows) {
    CAPTURE(r.query);
    CHECK(names(server.get_json("/api/v1/tests?" + std::string(r.query))) == r.found);
    list tests;
    const auto runs = server.get_json("/api/v1/runs?" + std::string(r.query));
    for (const auto& run : runs.at("runs").as_array()) {
      tests.insert(tests.begin(), std::string(run.at("test").as_string()));
    }
    CHECK(tests == r.found);
  }
  CHECK(names(server.get_json("/api/v1/tests?label=tier=1&status=down")) == list{"b"});
  CHECK(server.get_json("/api/v1/runs?label=tier=1&test=a").at("runs").as_array().size() == 1);
  const auto asked = server.get_json("/api/v1/tests?label=tier&limit=1");
  CHECK(names(asked) == list{"a"});
  const std::string next(asked.at("next").as_string());
  CHECK(names(server.get_json("/api/v1/tests?label=tier&limit=1&cursor=" + next)) == list{"b"});
}

TEST_CASE("a test is shown with whose it is") {
  running_server server([](running_server& s) {
    s.tests.add("a", schedule::test_state::up, {{"tier", "1"}, {"b", "\""}});
  });
  for (const auto& test : {server.get_json("/api/v1/tests").at("tests").at(0), server.get_json("/api/v1/tests/a")}) {
    CHECK(test.at("labels") == json::object{{"tier", "1"}, {"b", "\""}});
    CHECK(test.at("description") == "What a watches");
    CHECK(test.at("owner") == "shop");
    CHECK(test.at("runbook") == "https://wiki.example/a");
  }
}

TEST_CASE("GraphQL finds tests and runs by labels, too") {
  running_server server([](running_server& s) {
    s.tests.add("a", schedule::test_state::up, {{"tier", "1"}});
    s.tests.add("b");
    for (const auto* name : {"c", "b", "a"}) s.runs.records.push_back(run_of(name));
  });
  const auto ask = [&](const std::string& query) { return server.get_json("/query?query=" + query).at("data"); };
  CHECK(ask("{registeredTests(label:%22tier%22){name%20labels{name%20value}}}") ==
        json::parse(R"({"registeredTests":[{"name":"a","labels":[{"name":"tier","value":"1"}]}]})"));
  CHECK(ask("{tests(label:%22tier=1%22){name%20registered_test{owner}}}") ==
        json::parse(R"({"tests":[{"name":"a","registered_test":{"owner":"shop"}}]})"));
  CHECK(ask("{tests{registered_test{name}}}") ==
        json::parse(R"({"tests":[{"registered_test":null},{"registered_test":{"name":"b"}},)"
                    R"({"registered_test":{"name":"a"}}]})"));
}
