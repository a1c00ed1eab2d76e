#include "app/past_outcomes.hpp"

#include "canary/schedule/test_view.hpp"

namespace canary::app {

result<std::vector<run_record>> past_outcomes(const store::store& runs, const std::string& test) {
  store::run_query query;
  query.test = test;
  query.limit = schedule::recent_limit + 1;  // one of them may be running
  const auto page = runs.list_runs(query);
  if (!page) return page.error();
  std::vector<run_record> ended;
  for (auto it = page->runs.rbegin(); it != page->runs.rend(); ++it) {
    if (it->status != run_status::running) ended.push_back(*it);
  }
  if (ended.size() < schedule::recent_limit) return ended;
  const auto state = runs.find_standing(test);
  if (!state) return state.error();
  if (*state && (*state)->row_of != run_status::running && (*state)->row_first < ended.front().id) {
    run_record first;
    first.id = (*state)->row_first;
    first.test = test;
    first.status = (*state)->row_of;
    first.start_at = (*state)->row_since;
    first.end_at = first.start_at;
    ended.insert(ended.begin(), std::move(first));
  }
  return ended;
}

void restore_outcomes(const store::store& from, schedule::scheduler& tests, metrics::metrics& counters,
                      const std::string& test, const logger& log) {
  const auto known = tests.view(test);
  if (known && !known->recent.empty()) {
    const bool decided = known->state == schedule::test_state::up || known->state == schedule::test_state::down;
    if (decided) counters.test_up(test, known->state == schedule::test_state::up);
    return;
  }
  auto past = past_outcomes(from, test);
  if (!past) return log.warn("the outcomes of a test cannot be read: " + past.error().message, {{"test", test}});
  tests.restore(test, std::move(*past));
}

}  // namespace canary::app
