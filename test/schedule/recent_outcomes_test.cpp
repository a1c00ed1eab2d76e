#include "canary/schedule/recent_outcomes.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;
using namespace std::chrono_literals;

namespace {

run_record ended_at(int second, run_status status) {
  run_record r;
  r.status = status;
  r.start_at = wall_time{std::chrono::seconds{second}};
  r.end_at = r.start_at + 1s;
  return r;
}

}  // namespace

TEST_CASE("a test remembers its newest sixty outcomes, oldest first") {
  recent_outcomes outcomes;
  CHECK(outcomes.marks().empty());
  CHECK(!outcomes.last());
  for (int i = 0; i < 200; ++i) {
    outcomes.add(ended_at(i, i % 7 == 0 ? run_status::passed : run_status::failed));
    const auto marks = outcomes.marks();
    REQUIRE(marks.size() == std::min<std::size_t>(static_cast<std::size_t>(i) + 1, recent_limit));
    REQUIRE(marks.back().start_at == wall_time{std::chrono::seconds{i}});
    REQUIRE(marks.front().start_at == wall_time{std::chrono::seconds{std::max(0, i - 59)}});
    REQUIRE(outcomes.last()->start_at == marks.back().start_at);
    REQUIRE(outcomes.last_success() == wall_time{std::chrono::seconds{i - i % 7 + 1}});
  }
}
