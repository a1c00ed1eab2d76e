// Prints our answers to a list of queries about fixed runs: `graphql_probe runs.json < queries.json`.

#include "canary/api/graphql/graphql.hpp"

#include "graphql/memory_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace canary::api::graphql;

boost::json::array read(std::istream& in) {
  return boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {})).as_array();
}

request request_of(const boost::json::object& from) {
  request r;
  r.query = from.at("query").as_string();
  if (const auto* name = from.if_contains("operationName")) r.operation_name = name->as_string();
  if (const auto* variables = from.if_contains("variables")) r.variables = variables->as_object();
  return r;
}

// Of a daemon with one test, 'login'.
test_controls pretended_controls() {
  const auto of_login = [](auto made) {
    return [made](std::string_view test) -> canary::result<decltype(made(test))> {
      if (test != "login") return canary::error{"there is no test named '" + std::string(test) + "'"};
      return made(test);
    };
  };
  const auto control = [](const char* state, bool paused) {
    return [=](std::string_view test) { return controlled_test{std::string(test), state, paused}; };
  };
  const auto start_maintenance = [](std::string_view test, std::optional<std::string>, std::optional<std::string> until,
                                    std::string reason) -> canary::result<controlled_test> {
    if (test != "login") return canary::error{"there is no test named '" + std::string(test) + "'"};
    const auto end = canary::parse_rfc3339(until.value_or("2026-01-01T02:00:00Z"));
    return controlled_test{
        "login", "maintenance", false,
        canary::maintenance_window{*canary::parse_rfc3339("2026-01-01T00:00:00Z"), *end, reason, "deploy"}};
  };
  return {of_login([](std::string_view) { return *canary::run_id::parse("0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55"); }),
          of_login(control("paused", true)), of_login(control("up", false)), start_maintenance,
          of_login(control("up", false))};
}

// One test, 'login', with two labels.
registered_tests pretended_tests() {
  canary::test t;
  t.name = "login";
  t.owner = "shop";
  t.runbook = "https://wiki.example/login";
  t.labels = {{"team", "a=b"}, {"tier", "1"}};
  const auto login = std::make_shared<const canary::test>(std::move(t));
  return {[login] { return std::vector{login}; },
          [login](std::string_view name) { return name == login->name ? login : nullptr; }};
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error("usage: graphql_probe runs.json < queries.json");
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot read ") + argv[1]);
  const canary::test_support::memory_store runs(read(file));
  const test_controls controls = pretended_controls();
  const registered_tests registered = pretended_tests();
  boost::json::array answers;
  for (const auto& query : read(std::cin))
    answers.push_back(answer_query(sources{runs, &controls, &registered}, request_of(query.as_object())).body);
  std::cout << boost::json::serialize(answers) << '\n';
  return 0;
} catch (const std::exception& failed) {
  std::cerr << "graphql_probe: " << failed.what() << '\n';
  return 1;
}
