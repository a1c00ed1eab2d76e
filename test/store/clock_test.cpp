// The machine's clock is set while the daemon runs. Times of runs tell what it said; their order is that of their
// making.
#include "store_fixture.hpp"

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

TEST_CASE("a clock that is set changes the dates of runs, and neither their order nor their number") {
  fixture f;
  f.open();
  std::vector<run_record> made;
  const auto run_some = [&](wall_time from) {
    for (int i = 0; i < 20; ++i) {
      const run_record run = started(f.ids.next(from + i * 1s), i % 2 == 0 ? "a" : "b", from + i * 1s);
      f.db->start_run(run, nullptr);
      f.db->end_run(ended(run, run_status::passed, 10ms), {}, nullptr);
      made.push_back(ended(run, run_status::passed, 10ms));
    }
    f.settle();
  };
  run_some(noon);
  run_some(noon - 1h);        // set back
  run_some(noon - 1h + 20s);  // and going on from there
  run_some(noon + 24h);       // set forward
  run_some(noon + 20s);       // and right again

  const auto listed = f.db->list_runs({.limit = 1000}).value().runs;
  REQUIRE(listed.size() == made.size());
  for (std::size_t i = 0; i < made.size(); ++i) {
    CAPTURE(i);
    const run_record& run = made[made.size() - 1 - i];
    CHECK(listed[i].id == run.id);
    CHECK(listed[i].start_at == run.start_at);
    CHECK(listed[i].end_at == run.start_at + 10ms);
  }
  CHECK(f.ids_of({.test = "a", .limit = 1000}).size() == made.size() / 2);
  // What was made after the clock was right again is found by its date, though the ids tell another.
  CHECK(f.ids_of({.since = noon + 20s, .until = noon + 1min, .limit = 1000}).size() == 20);
  CHECK(f.ids_of({.test = "b", .since = noon + 20s, .until = noon + 1min, .limit = 1000}).size() == 10);
  f.close();
  f.open(noon - 2h);  // and set back while nothing runs
  CHECK(f.db->stats().runs == made.size());
  const run_record later = f.start("a", noon - 2h);
  CHECK(f.db->find_run(later.id).value()->start_at == noon - 2h);
}
