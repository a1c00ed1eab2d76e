#include "canary/schedule/overlap.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::schedule;

TEST_CASE("a due run meets its test's other runs as the concurrency says") {
  struct row {
    concurrency_policy concurrency;
    std::size_t running, waiting;
    due_action expected;
  };
  using policy = concurrency_policy;
  const row rows[] = {
      {policy::forbid, 0, 0, due_action::order},           {policy::forbid, 1, 0, due_action::skip_still_running},
      {policy::forbid, 0, 1, due_action::skip_queue_full}, {policy::allow, 0, 0, due_action::order},
      {policy::allow, 900, 99, due_action::order},         {policy::allow, 0, 100, due_action::skip_queue_full},
      {policy::replace, 0, 0, due_action::order},          {policy::replace, 1, 0, due_action::replace},
      {policy::replace, 3, 0, due_action::replace},        {policy::replace, 1, 1, due_action::skip_queue_full},
  };
  for (const auto& r : rows) {
    CAPTURE(to_string(r.concurrency), r.running, r.waiting);
    CHECK(when_due(r.concurrency, r.running, r.waiting) == r.expected);
  }
}
