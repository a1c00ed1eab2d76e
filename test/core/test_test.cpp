#include "canary/core/test.hpp"

#include "support/catch.hpp"

#include <functional>

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("policies have the names that are written in configurations") {
  CHECK(to_string(concurrency_policy::forbid) == "forbid");
  CHECK(to_string(concurrency_policy::allow) == "allow");
  CHECK(to_string(concurrency_policy::replace) == "replace");
}

TEST_CASE("tests are equal when all that was written of them is") {
  const std::pair<const char*, std::function<void(test&)>> changes[] = {
      {"name", [](test& t) { t.name = "b"; }},
      {"frequency", [](test& t) { t.frequency = 1s; }},
      {"timeout", [](test& t) { t.timeout = 1s; }},
      {"concurrency", [](test& t) { t.concurrency = concurrency_policy::allow; }},
      {"paused", [](test& t) { t.paused = true; }},
      {"memory_limit", [](test& t) { t.memory_limit = 1; }},
      {"path", [](test& t) { t.path = "a.js"; }},
      {"source", [](test& t) { t.source = "x"; }}};
  test a;
  a.name = "a";
  a.frequency = a.timeout = 5s;
  CHECK(a == test(a));
  for (const auto& [what, change] : changes) {
    CAPTURE(what);
    test b = a;
    change(b);
    CHECK(!(a == b));
  }
}
