// Queries that are made to hurt.

#include "canary/api/graphql/graphql.hpp"

#include "memory_store.hpp"

#include "support/catch.hpp"

#include <boost/context/fiber.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace canary;
using namespace canary::api::graphql;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

test_support::memory_store many_runs(std::size_t count) {
  test_support::memory_store store;
  run_id_generator ids([] { return 0; });
  for (std::size_t i = 0; i < count; ++i) {
    run_record r;
    r.id = ids.next(wall_time{std::chrono::seconds{1'700'000'000}});
    r.test = "a test";
    store.runs.insert(store.runs.begin(), r);
  }
  return store;
}

std::string first_message(const store::store& runs, const std::string& query) {
  const auto body = answer_query(runs, {query, "", {}}).body;
  return body.contains("errors") ? std::string(body.at("errors").at(0).at("message").as_string()) : "none";
}

const std::string every_field =
    "id name start_at end_at pass fail_cause status class trigger attempt duration usage { cpu peak_memory slices "
    "allocations }";

}  // namespace

TEST_CASE("a thousand runs with every field are answered, twice that often are not") {
  const auto runs = many_runs(1000);
  const std::string tests = ": tests(first: 1000) { " + every_field + " } ";
  CHECK(first_message(runs, "{ a" + tests + "ongoingTests { id } }") == "none");
  CHECK(first_message(runs, "{ a" + tests + "b" + tests + "c" + tests + "}").find("costs more than 40000") !=
        std::string::npos);
}

TEST_CASE("a flood of aliases is paid for before the store is asked") {
  const auto runs = many_runs(1);
  std::string query = "{";
  for (int i = 0; i < 300; ++i) query += " a" + std::to_string(i) + ": tests(first: 1000) { id }";
  CHECK(first_message(runs, query + " }").find("costs more") != std::string::npos);
  CHECK(runs.asked.size() < 20);
  runs.asked.clear();
  query = "{";
  for (int i = 0; i < 200; ++i) query += " a" + std::to_string(i) + ": tests(first: 1, status: \"failed\") { id }";
  CHECK(first_message(runs, query + " }").find("costs more") != std::string::npos);
  CHECK(runs.asked.size() < 20);
  runs.asked.clear();
  query = "{";
  for (int i = 0; i < 300; ++i) query += " a" + std::to_string(i) + ": tests(first: 1) { id }";
  CHECK(first_message(runs, query + " }").find("costs more") != std::string::npos);
  CHECK(runs.asked.size() < 200);
}

TEST_CASE("fragments that double at each level are cut short") {
  const auto runs = many_runs(0);
  std::string query = "{ __type(name: \"Query\") { ...f0 } }";
  for (int i = 0; i < 14; ++i) {
    const std::string n = std::to_string(i), next = "fields { type { ...f" + std::to_string(i + 1) + " } } ";
    query += " fragment f" + n + " on __Type { a: " + next + "b: " + next + " ofType { ...f" + std::to_string(i + 1) +
             " } }";
  }
  const std::string said = first_message(runs, query + " fragment f14 on __Type { name }");
  CAPTURE(said);
  const bool refused = said.find("costs more") != std::string::npos || said.find("aborted") != std::string::npos ||
                       said.find("nested more") != std::string::npos;
  CHECK(refused);
  CHECK(first_message(runs,
                      "{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { "
                      "name } } } } } } } } } } } }") == "none");
  CHECK(first_message(runs, "{ __type(name: \"__Type\") { " +
                                repeat("a: fields { type { ofType { ofType { ofType { ", 6) + "name" +
                                repeat(" } } } } }", 6) + " } }") == "none");
}

TEST_CASE("a fragment that is spread twice in one place counts once") {
  const auto runs = many_runs(0);
  std::string query = "{ ...f0 ...f0 }";
  for (int i = 0; i < 28; ++i) {
    const std::string next = " ...f" + std::to_string(i + 1);
    query += " fragment f" + std::to_string(i) + " on Query {" + next + next + " }";
  }
  CHECK(first_message(runs, query + " fragment f28 on Query { __typename }") == "none");
}

TEST_CASE("whatever a query is cut to or broken by, the answer is JSON with data or errors") {
  const auto runs = many_runs(3);
  const std::string query =
      "\xef\xbb\xbfquery Q($f: Int! = 2, $s: [Boolean!] = [true]) @skip(if: true) { tests(first: $f, name: "
      "\"\\u00e9ü😀\\\\\") { ...F "
      "x: __typename @include(if: true) } t: test(id: \"\"\" a\n  b\\\"\"\" \"\"\") { id } } # end\r\nfragment F on "
      "TestInstance { id ... on TestInstance @skip(if: false) { start_at } }";
  std::vector<std::string> all;
  for (std::size_t i = 0; i <= query.size(); ++i) {
    all.push_back(query.substr(0, i));
    all.push_back(query.substr(i));
    for (const char c : {'\0', '{', '}', '"', '$', '.', '\xff', '\n', '\xc3', '@', '\\', '9'}) {
      std::string broken = query;
      broken.insert(i, 1, c);
      all.push_back(broken);
      if (i < query.size()) {
        broken.erase(i + 1, 1);
        all.push_back(broken);
      }
    }
  }
  for (const std::string& one : all) {
    const response got = answer_query(runs, {one, "", {}});
    const std::string text = boost::json::serialize(got.body);
    boost::system::error_code failed;
    boost::json::parse(text, failed);  // which checks that it is UTF-8
    if (failed || got.executed != got.body.contains("data") ||
        (!got.body.contains("data") && !got.body.contains("errors"))) {
      CAPTURE(one, text);
      FAIL("not a response");
    }
  }
  CHECK(all.size() > 5000);
}

#if !defined(__SANITIZE_ADDRESS__)  // whose frames are several times as large
TEST_CASE("128 KiB of stack are enough for the deepest query") {
  const auto runs = many_runs(2);
  std::string chain = "{ ...f0 }";
  for (int i = 0; i < 31; ++i)
    chain += " fragment f" + std::to_string(i) + " on Query { __typename " +
             (i < 30 ? "...f" + std::to_string(i + 1) : "") + " }";
  std::string cycle = "{ ...f0 }";
  for (int i = 0; i < 480; ++i)
    cycle += "fragment f" + std::to_string(i) + " on Query{...f" + std::to_string((i + 1) % 480) + "}";
  const std::string deepest = repeat("fields{type{", 15);
  const std::string queries[] = {
      "{__type(name:\"__Type\"){" + deepest + "name" + repeat("}", 30) + "}}",
      "{a:__type(name:\"__Type\"){" + deepest + "name" + repeat("}", 30) + "}a:__type(name:\"__Type\"){" + deepest +
          "name" + repeat("}", 30) + "}}",
      "{" + repeat("...{", 31) + "__typename" + repeat("}", 31) + "}",
      "{tests(name:" + repeat("[{a:", 15) + "1" + repeat("}]", 15) + "){id}}",
      "query($v:" + repeat("[", 15) + "Int" + repeat("]", 15) + "){tests(first:$v){id}}",
      repeat("{a", 100'000 / 2),
      chain,
      cycle,
  };
  for (const std::string& query : queries) {
    CAPTURE(query.substr(0, 60));
    boost::json::object body;
    boost::context::fiber on_small_stack(std::allocator_arg, boost::context::protected_fixedsize_stack(128 * 1024),
                                         [&](boost::context::fiber&& back) {
                                           body = answer_query(runs, {query, "", {}}).body;
                                           return std::move(back);
                                         });
    on_small_stack = std::move(on_small_stack).resume();
    CHECK(!body.empty());
  }
}
#endif
