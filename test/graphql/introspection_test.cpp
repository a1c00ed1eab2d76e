#include "canary/api/graphql/graphql.hpp"

#include "memory_store.hpp"

#include "support/catch.hpp"

#include <boost/json/serialize.hpp>

#include <set>

using namespace canary;
using namespace canary::api::graphql;

namespace {

boost::json::object ask(const std::string& query) {
  const test_support::memory_store runs;
  const auto got = answer_query(runs, {query, "", {}});
  INFO(boost::json::serialize(got.body));
  REQUIRE(!got.body.contains("errors"));
  return got.body.at("data").as_object();
}

// '[TestInstance!]!' from kind, name and ofType.
std::string type_text(const boost::json::value& t) {
  const auto& kind = t.at("kind").as_string();
  if (kind == "NON_NULL") return type_text(t.at("ofType")) + '!';
  if (kind == "LIST") return '[' + type_text(t.at("ofType")) + ']';
  return std::string(t.at("name").as_string());
}

}  // namespace

TEST_CASE("the schema describes the talk's types, and ours beside them") {
  const std::string type = "type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
  const auto data =
      ask("{ run: __type(name: \"TestInstance\") { fields { name " + type + " } } " +
          "query: __type(name: \"Query\") { fields { name " + type + " args { name defaultValue " + type + " } } } }");
  std::string run, query;
  for (const auto& f : data.at("run").at("fields").as_array())
    run += std::string(f.at("name").as_string()) + ": " + type_text(f.at("type")) + ' ';
  CHECK(run ==
        "id: ID! name: String! start_at: Time! end_at: Time pass: Boolean fail_cause: String skip_reason: String "
        "status: String! class: String trigger: String! attempt: Int! duration: Float usage: RunUsage "
        "registered_test: Test logs: [LogEntry!] logs_dropped: Float requests: [HttpExchange!] requests_dropped: Float "
        "steps: [RunStep!] steps_dropped: Float checks: [RunCheck!] checks_dropped: Float error: ScriptError "
        "error_code: Int ");
  for (const auto& f : data.at("query").at("fields").as_array()) {
    query += std::string(f.at("name").as_string()) + '(';
    for (const auto& a : f.at("args").as_array()) {
      query += ' ' + std::string(a.at("name").as_string()) + ": " + type_text(a.at("type"));
      if (const auto* fallback = a.at("defaultValue").if_string()) query += " = " + std::string(*fallback);
    }
    query += " ): " + type_text(f.at("type")) + ' ';
  }
  CHECK(query ==
        "tests( name: String status: String class: String attempt: Int label: [String!] since: Time until: Time first: "
        "Int = 100 after: "
        "ID ): "
        "[TestInstance!]! "
        "runs( name: String status: String class: String attempt: Int label: [String!] since: Time until: Time first: "
        "Int = 100 after: "
        "ID ): "
        "RunConnection! "
        "test( id: String! ): TestInstance "
        "summary( name: String! since: Time! until: Time! ): RunSummary! "
        "registeredTests( name: String label: [String!] first: Int = 100 after: String ): [Test!]! "
        "ongoingTests( ): [TestInstance!]! ");
}

TEST_CASE("every type that is referred to is listed") {
  const auto data =
      ask("{ __schema { types { name fields { type { ...T } args { type { ...T } } } } directives { args { "
          "type { ...T } } } queryType { name } mutationType { name } subscriptionType { name } } } "
          "fragment T on __Type { name ofType { name ofType { name ofType { name } } } }");
  const auto& schema = data.at("__schema");
  CHECK(schema.at("queryType").at("name") == "Query");
  CHECK(schema.at("mutationType").at("name") == "Mutation");
  CHECK(schema.at("subscriptionType").is_null());
  std::set<std::string> listed, used;
  const auto use = [&](const boost::json::value& type) {
    for (const boost::json::value* t = &type; t->is_object(); t = &t->at("ofType"))
      if (t->at("name").is_string()) {
        used.emplace(t->at("name").as_string());
        break;
      }
  };
  for (const auto& t : schema.at("types").as_array()) {
    CHECK(listed.emplace(t.at("name").as_string()).second);
    if (!t.at("fields").is_array()) continue;
    for (const auto& f : t.at("fields").as_array()) {
      use(f.at("type"));
      for (const auto& a : f.at("args").as_array()) use(a.at("type"));
    }
  }
  for (const auto& d : schema.at("directives").as_array())
    for (const auto& a : d.at("args").as_array()) use(a.at("type"));
  for (const std::string& name : used) {
    CAPTURE(name);
    CHECK(listed.contains(name));
  }
}

TEST_CASE("what GraphiQL asks of directives is there") {
  const auto data =
      ask("{ __schema { directives { name description isRepeatable locations args(includeDeprecated: true) { "
          "name defaultValue isDeprecated deprecationReason type { kind ofType { name } } } } } }");
  std::string names;
  for (const auto& d : data.at("__schema").at("directives").as_array()) {
    names += std::string(d.at("name").as_string()) + ' ';
    CHECK(d.at("isRepeatable") == false);
    CHECK(!d.at("locations").as_array().empty());
    CHECK(d.at("args").as_array().size() == 1);
  }
  CHECK(names == "include skip deprecated specifiedBy ");
}
