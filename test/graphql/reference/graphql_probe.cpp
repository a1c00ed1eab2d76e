// Prints our answers to a list of queries about fixed runs: `graphql_probe runs.json < queries.json`.

#include "canary/api/graphql/graphql.hpp"

#include "graphql/memory_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

boost::json::array read(std::istream& in) {
  return boost::json::parse(std::string(std::istreambuf_iterator<char>(in), {})).as_array();
}

canary::api::graphql::request request_of(const boost::json::object& from) {
  canary::api::graphql::request r;
  r.query = from.at("query").as_string();
  if (const auto* name = from.if_contains("operationName")) r.operation_name = name->as_string();
  if (const auto* variables = from.if_contains("variables")) r.variables = variables->as_object();
  return r;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error("usage: graphql_probe runs.json < queries.json");
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) throw std::runtime_error(std::string("cannot read ") + argv[1]);
  const canary::test_support::memory_store runs(read(file));
  boost::json::array answers;
  for (const auto& query : read(std::cin))
    answers.push_back(canary::api::graphql::answer_query(runs, request_of(query.as_object())).body);
  std::cout << boost::json::serialize(answers) << '\n';
  return 0;
} catch (const std::exception& failed) {
  std::cerr << "graphql_probe: " << failed.what() << '\n';
  return 1;
}
