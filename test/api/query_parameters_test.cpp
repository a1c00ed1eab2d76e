#include "canary/api/query_parameters.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::api;
using namespace std::chrono_literals;

TEST_CASE("a query's parameters are read") {
  const auto q = query_parameters::parse("a=1&b=x+y%20z&&c&d==&%C3%A4=");
  REQUIRE(q.has_value());
  CHECK(q->find("a") == "1");
  CHECK(q->find("b") == "x y z");
  CHECK(q->find("c") == "");
  CHECK(q->find("d") == "=");
  CHECK(q->find("\xC3\xA4") == "");
  CHECK(!q->find("e"));
  CHECK(query_parameters::parse("a=1&a=2").has_error());
  CHECK(query_parameters::parse("a=%").has_error());
  CHECK(q->check_known({"a", "b", "c", "d", "\xC3\xA4"}).has_value());
  const auto unknown = q->check_known({"a", "b"});
  REQUIRE(unknown.has_error());
  CHECK(unknown.error().message == "there is no parameter 'c' here; these are taken: a, b");
}

TEST_CASE("a message quotes whole characters of what is long") {
  std::string long_one(99, 'a');
  for (int i = 0; i < 10; ++i) long_one += "\u00e4";
  const auto twice = query_parameters::parse(long_one + "=1&" + long_one + "=2");
  REQUIRE(twice.has_error());
  CHECK(twice.error().message == "parameter '" + std::string(99, 'a') + "' is given twice");
}

TEST_CASE("a listing's filters are read") {
  const auto q = read_run_query(*query_parameters::parse(
      "status=failed&class=assert&since=2023-11-14T22:13:20Z&until=2023-11-14T23:13:21%2B01:00&limit=7&test=a%2Fb&"
      "cursor=0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55"));
  REQUIRE(q.has_value());
  CHECK(q->status == run_status::failed);
  CHECK(q->kind == failure_class::assertion);
  CHECK(q->since == wall_time{1'700'000'000s});
  CHECK(q->until == wall_time{1'700'000'001s});
  CHECK(q->limit == 7);
  CHECK(q->test == "a/b");
  CHECK(q->before->text() == "0193a7c0-5e1c-7a3b-9d2e-1f6c0b7a8e55");
  const auto none = read_run_query(*query_parameters::parse(""));
  REQUIRE(none.has_value());
  CHECK(none->limit == 100);
  CHECK(!none->status);
}

TEST_CASE("a wrong value names its parameter, and what would be right") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"status=broken", "'status': write running, passed, failed, interrupted or skipped, and not 'broken'"},
      {"status=", "'status'"},
      {"class=weather", "'class': write dns"},
      {"class=", "'class'"},
      {"since=yesterday", "'since': write a time like"},
      {"until=2023-11-14T22:13:20+01:00", "%2B"},
      {"limit=0", "'limit': write a number from 1 to 1000"},
      {"limit=1001", "'limit'"},
      {"limit=-1", "'limit'"},
      {"limit=1e3", "'limit'"},
      {"limit=99999999999999999999", "'limit'"},
      {"cursor=x", "'cursor'"},
  };
  for (const auto& [query, message] : rows) {
    CAPTURE(query);
    const auto q = read_run_query(*query_parameters::parse(query));
    REQUIRE(q.has_error());
    CHECK(q.error().message.find(message) != std::string::npos);
  }
}

TEST_CASE("a cursor into the tests reads back as it was written") {
  const std::pair<test_cursor, std::string_view> rows[] = {{{0, ""}, "cursor=0."},
                                                           {{57, "a.b / c"}, "cursor=57.a.b%20/+c"}};
  for (const auto& [cursor, query] : rows) {
    CAPTURE(query);
    const auto read = read_test_cursor(*query_parameters::parse(query));
    REQUIRE(read.has_value());
    REQUIRE(read->has_value());
    CHECK((*read)->index == cursor.index);
    CHECK((*read)->name == cursor.name);
  }
  CHECK(to_string(test_cursor{57, "a.b / c"}) == "57.a.b / c");
  CHECK(!read_test_cursor(*query_parameters::parse(""))->has_value());
  for (const auto* wrong : {"cursor=", "cursor=1", "cursor=a.b", "cursor=-1.a"}) {
    CAPTURE(wrong);
    CHECK(read_test_cursor(*query_parameters::parse(wrong)).has_error());
  }
}
