#include "store/schema.hpp"
#include "store/standing_codec.hpp"
#include "store/summarizing.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

#include <algorithm>
#include <limits>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// Runs of two tests through four days, with gaps; some end only after all others.
std::vector<run_record> fill(fixture& f) {
  std::vector<run_record> all, late;
  std::mt19937 random(5);
  wall_time at = noon;
  while (at < noon + 96h) {
    at += random() % 200 == 0 ? nanoseconds{7h} : nanoseconds{random() % 300'000'000'000};
    run_record run = started(f.ids.next(at), random() % 3 == 0 ? "a" : "b", at);
    f.db->start_run(run, nullptr);
    const auto took = nanoseconds{1'000'000 + random() % 5'000'000'000};
    const auto outcome = random() % 20;
    run = outcome == 0   ? ended(run, run_status::failed, took, {failure_class::dns, "x"})
          : outcome == 1 ? ended(run, run_status::interrupted, 0ns, {failure_class::interrupted, "y"})
          : outcome == 2 ? ended(run, run_status::skipped, took, {failure_class::none, "z"})
                         : ended(run, run_status::passed, took);
    all.push_back(run);
    if (random() % 40 == 0) {
      late.push_back(run);
    } else {
      f.db->end_run(run, {}, nullptr);
    }
    if (random() % 50 == 0) f.settle();  // batches of all sizes
  }
  f.settle();
  std::shuffle(late.begin(), late.end(), random);
  for (const run_record& run : late) f.db->end_run(run, {}, nullptr);
  f.settle();
  return all;
}

rollup of_runs(const std::vector<run_record>& all, const std::string& test, wall_time since, wall_time until) {
  rollup out;
  for (const run_record& run : all) {
    if (run.test == test && run.start_at >= since && run.start_at < until) out.add(run);
  }
  return out;
}

}  // namespace

TEST_CASE("a summary of any window is what its runs add up to") {
  fixture f;
  f.open();
  const auto all = fill(f);
  REQUIRE(all.size() > 1'000);
  std::mt19937_64 random(6);
  const auto any_time = [&] { return noon - 5h + nanoseconds{random() % nanoseconds(110h).count()}; };
  std::vector<std::pair<wall_time, wall_time>> windows{
      {noon, noon + 96h},           {wall_time::min(), wall_time::max()},
      {noon + 1h, noon + 1h},       {noon + 30min, noon + 40min},
      {noon + 40min, noon + 30min}, {start_of_hour(hour_of(noon) + 3), start_of_hour(hour_of(noon) + 4)},
      {noon - 48h, noon - 47h},     {noon + 200h, noon + 300h}};
  for (int i = 0; i < 300; ++i) windows.emplace_back(any_time(), any_time());
  int answered = 0;
  for (const auto& [since, until] : windows) {
    for (const char* test : {"a", "b"}) {
      const auto s = f.db->summarize(test, since, until).value();
      CAPTURE(test, format_rfc3339(since), format_rfc3339(until));
      CHECK(s.total == of_runs(all, test, since, until));
      if (since > wall_time{} && since < until) {
        CHECK(s.since == since);
        CHECK(s.until == until);
      }
      answered += s.total.ended() > 0;
    }
  }
  CHECK(answered > 100);
  CHECK(f.db->summarize("unknown", noon, noon + 96h).value().total == rollup());
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
}

TEST_CASE("an edge in an hour of very many runs moves to the hour's") {
  fixture f;
  f.open();
  const wall_time hour = start_of_hour(hour_of(noon) + 1);
  std::vector<run_record> all;
  for (int i = 0; i < 1'000; ++i) {
    const wall_time at = hour + i * 3s;
    all.push_back(ended(started(f.ids.next(at), "t", at), run_status::passed, 5ms));
    f.db->end_run(all.back(), {}, nullptr);
  }
  f.settle();
  struct row {
    const char* name;
    wall_time since, until, covered_since, covered_until;
  };
  for (const row& r : std::vector<row>{
           {"both edges in it", hour + 10min, hour + 20min, hour, hour + 1h},
           {"the first", hour + 10min, hour + 3h, hour, hour + 3h},
           {"the last", hour - 3h, hour + 20min, hour - 3h, hour + 1h},
           {"the first, the last in an empty hour", hour + 10min, hour + 190min, hour, hour + 190min},
       }) {
    CAPTURE(r.name);
    const auto s = f.db->summarize("t", r.since, r.until).value();
    CHECK(s.since == r.covered_since);
    CHECK(s.until == r.covered_until);
    CHECK(s.total == of_runs(all, "t", s.since, s.until));
  }
}

TEST_CASE("an edge in an hour in which the clock was set back moves to the hour's, and no run is missed") {
  fixture f;
  f.open();
  const wall_time hour = start_of_hour(hour_of(noon) + 1);
  std::vector<run_record> all;
  for (int i = 0; i < 90; ++i) {
    // Ids never go back, so that those of the second half say a time that is an hour ahead.
    const wall_time at = hour + (i < 50 ? i * 1min : (i - 45) * 1min);
    all.push_back(ended(started(f.ids.next(i < 50 ? at : at + 1h), "t", at), run_status::passed, 5ms));
    f.db->end_run(all.back(), {}, nullptr);
  }
  f.settle();
  const auto part = f.db->summarize("t", hour + 10min, hour + 30min).value();
  CHECK(part.since == hour);
  CHECK(part.until == hour + 1h);
  CHECK(part.total == of_runs(all, "t", part.since, part.until));
  CHECK(part.total.passed == 90);
}

TEST_CASE("rollups come in stretches of any number of hours, a page at a time") {
  fixture f;
  f.open();
  const auto all = fill(f);
  for (const auto step : {1h, 6h, 24h, 48h, 7 * 24h}) {
    CAPTURE(step.count());
    const auto page = f.db->list_rollups("b", noon, noon + 96h, step).value();
    CHECK(!page.next);
    rollup total;
    wall_time last{};
    for (const summary& span : page.spans) {
      CHECK(span.until - span.since == step);
      CHECK(span.since.time_since_epoch() % step == 0ns);
      CHECK(span.since >= last);
      CHECK(span.total == of_runs(all, "b", span.since, span.until));
      total.merge(span.total);
      last = span.until;
    }
    const auto whole = [&](wall_time t) { return t - t.time_since_epoch() % nanoseconds{step}; };
    CHECK(total == of_runs(all, "b", whole(noon), whole(noon + 97h - 1ns) + step));
  }
  CHECK(f.db->list_rollups("unknown", noon, noon + 96h, 1h).value().spans.empty());
  CHECK(f.db->list_rollups("b", noon, noon, 1h).value().spans.empty());
  CHECK(f.db->list_rollups("b", noon, noon + 96h, 0h).has_error());

  std::vector<summary> paged;
  std::optional<wall_time> from = noon - 100 * 24h;
  int pages = 0;
  while (from) {
    const auto page = f.db->list_rollups("b", *from, noon + 96h, 1h).value();
    paged.insert(paged.end(), page.spans.begin(), page.spans.end());
    REQUIRE((!page.next || *page.next > *from));
    from = page.next;
    ++pages;
  }
  CHECK(pages == 4);
  const auto whole = f.db->list_rollups("b", noon, noon + 96h, 1h).value().spans;
  REQUIRE(paged.size() == whole.size());
  CHECK(std::equal(paged.begin(), paged.end(), whole.begin(),
                   [](const summary& a, const summary& b) { return a.since == b.since && a.total == b.total; }));
}

TEST_CASE("a test's standing tells its row of outcomes, and outlives the daemon") {
  fixture f;
  f.open();
  CHECK(!f.db->find_standing("t").value());
  f.end(f.start("t", noon), run_status::passed);
  const run_record first = f.start("t", noon + 1s);
  f.end(first, run_status::failed);
  const run_record late = f.start("t", noon + 2s);
  f.end(f.start("t", noon + 3s), run_status::failed);
  f.end(late, run_status::passed);  // older than the newest that has ended
  f.end(f.start("t", noon + 4s), run_status::interrupted);
  f.close();
  f.open();
  const auto state = f.db->find_standing("t").value().value();
  CHECK(state.last == run_status::interrupted);
  CHECK(state.row_of == run_status::failed);
  CHECK(state.row == 2);
  CHECK(state.row_first == first.id);
  CHECK(state.row_since == first.start_at);
  CHECK(state.passed == 2);
  CHECK(state.failed == 2);
  CHECK(state.interrupted == 1);
  CHECK(state.skipped == 0);
  // A skipped run is the newest, and in no row.
  f.end(f.start("t", noon + 5s), run_status::skipped);
  const auto after = f.db->find_standing("t").value().value();
  CHECK(after.last == run_status::skipped);
  CHECK(after.skipped == 1);
  CHECK(after.row_of == run_status::failed);
  CHECK(after.row == 2);
  CHECK(after.row_first == first.id);
  CHECK(!f.db->find_standing("").value());
  CHECK(!f.db->find_standing(std::string(600, 'x')).value());
}

TEST_CASE("a run at the end of time is summed up, and a standing beyond it is none") {
  fixture f;
  f.open();
  f.end(started(f.ids.next(noon), "t", wall_time::max() - 1min), run_status::passed);
  CHECK(f.db->summarize("t", noon, wall_time::max()).value().total.passed == 1);
  CHECK(start_of_hour(std::numeric_limits<std::uint32_t>::max()) == wall_time::max());
  standing state;
  state.day = 106'751;
  CHECK(decode_standing(encode_standing(state)));
  state.day = 106'752;
  CHECK(!decode_standing(encode_standing(state)));
}
