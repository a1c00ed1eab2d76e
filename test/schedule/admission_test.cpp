#include "canary/schedule/admission.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using canary::schedule::admission;

namespace {

using queue = admission<std::string, int>;

// Gives places until nobody waits: 'a1' is run 1 of test a.
std::vector<std::string> order_of(queue& q) {
  std::vector<std::string> order;
  while (const auto next = q.release()) order.push_back(next->test + std::to_string(next->run));
  return order;
}

}  // namespace

TEST_CASE("there are as many places as were asked for, and at least one") {
  queue two(2), none(0);
  CHECK(two.try_take());
  CHECK(two.try_take());
  CHECK(!two.try_take());
  CHECK(two.taken() == 2);
  CHECK(!two.release());
  CHECK(two.try_take());
  CHECK(none.try_take());
  CHECK(!none.try_take());
}

TEST_CASE("places go round robin over tests, oldest run first") {
  queue q(1);
  REQUIRE(q.try_take());
  for (int i = 1; i <= 4; ++i) q.wait("a", i);
  q.wait("b", 1);
  q.wait("c", 1);
  q.wait("c", 2);
  CHECK(q.waiting() == 7);
  CHECK(q.waiting("a") == 4);
  CHECK(q.waiting("none") == 0);
  CHECK(order_of(q) == std::vector<std::string>{"a1", "b1", "c1", "a2", "c2", "a3", "a4"});
  CHECK(q.waiting() == 0);
  CHECK(q.taken() == 0);
}

TEST_CASE("a test with 10,000 waiting runs delays another by one place") {
  queue q(1);
  REQUIRE(q.try_take());
  for (int i = 0; i < 10'000; ++i) q.wait("greedy", i);
  CHECK(q.release()->test == "greedy");
  q.wait("modest", 1);
  CHECK(q.release()->test == "greedy");
  CHECK(q.release()->test == "modest");
  q.wait("modest", 2);
  CHECK(q.release()->test == "greedy");
  CHECK(q.release()->test == "modest");
}

TEST_CASE("nobody overtakes who waits") {
  queue q(1);
  REQUIRE(q.try_take());
  q.wait("a", 1);
  REQUIRE(q.release());
  CHECK(!q.try_take());
  CHECK(q.taken() == 1);
  CHECK(!q.release());
  CHECK(q.try_take());
}

TEST_CASE("what is forgotten gets no place, and leaves the others their turns") {
  queue q(1);
  REQUIRE(q.try_take());
  for (const char* test : {"a", "b", "c"}) {
    q.wait(test, 1);
    q.wait(test, 2);
  }
  q.forget("b");
  q.forget("none");
  CHECK(q.waiting() == 4);
  CHECK(q.release()->test == "a");
  CHECK(q.release()->test == "c");
  q.forget_all();
  CHECK(q.waiting() == 0);
  CHECK(!q.release());
  CHECK(q.taken() == 0);
  CHECK(q.try_take());
}
