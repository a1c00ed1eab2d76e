#include "store/listing.hpp"
#include "store/sweeper.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr nanoseconds day = 24h;

/// Queues a whole run; of fifty, five fail, one is interrupted, and one skipped; one in 30 is a second attempt.
void add_run(fixture& f, int i, wall_time at, const run_details& details = {}) {
  run_record run = started(f.ids.next(at), "test " + std::to_string(i % 3), at);
  run.attempt = i % 30 == 4 ? 2 : 1;
  run = i % 10 == 0   ? ended(run, run_status::failed, 1ms, {failure_class::dns, "x"})
        : i % 50 == 1 ? ended(run, run_status::interrupted, 0ns, {failure_class::interrupted, "y"})
        : i % 50 == 2 ? ended(run, run_status::skipped, 1ms, {failure_class::none, "z"})
                      : ended(run, run_status::passed, 1ms);
  f.db->end_run(run, details, nullptr);
}

/// Ten runs a day, the last at `noon`.
void add_days(fixture& f, int days) {
  for (int i = 0; i <= days * 10; ++i) add_run(f, i, noon - (days * 10 - i) * (day / 10), noise(100, i));
  f.settle();
}

void sweep(fixture& f, wall_time now) {
  bool done = false;
  f.db->remove_expired(now, [&] { done = true; });
  f.settle();
  REQUIRE(done);
}

/// The file of a store that is closed.
struct opened_file {
  explicit opened_file(const fixture& f) : env(f.options.file, 1 << 30, table_count) {
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    in = open_tables(txn, noon).value();
    txn.commit();
  }
  lmdb::environment env;
  tables in;
};

std::size_t count(const fixture& f, const run_query& asked) {
  run_query query = asked;
  query.limit = 1000;
  std::size_t out = 0;
  do {
    const run_page page = f.db->list_runs(query).value();
    out += page.runs.size();
    query.before = page.next;
  } while (query.before);
  return out;
}

}  // namespace

TEST_CASE("passes and failures age apart, and what summaries tell stays") {
  fixture f;
  f.options.keep = {.passes = 30 * day, .failures = 90 * day, .rollups = 400 * day};
  f.open();
  add_days(f, 120);
  const run_record ongoing = started(run_id::floor(noon - 119 * day), "test 0", noon - 119 * day);
  f.db->start_run(ongoing, nullptr);
  f.settle();
  const auto whole = f.db->summarize("test 1", noon - 121 * day, noon + day).value().total;
  const auto runs = f.db->stats().runs;

  sweep(f, noon);
  CHECK(count(f, {.status = run_status::passed, .until = noon - 30 * day - 1h}) == 0);
  CHECK(count(f, {.status = run_status::skipped, .until = noon - 30 * day - 1h}) == 0);
  // Ten a day, of which one fails; of every fifty, one is interrupted, and one skipped.
  CHECK(count(f, {.status = run_status::passed}) == 301 - 31 - 6 - 6);
  CHECK(count(f, {.status = run_status::skipped}) == 6);
  CHECK(count(f, {.status = run_status::failed}) == 91);
  CHECK(count(f, {.status = run_status::interrupted}) == 18);
  CHECK(count(f, {.status = run_status::running}) == 1);
  CHECK(count(f, {.attempt = 2}) > 0);
  CHECK(f.db->stats().free_bytes > 0);
  CHECK(f.db->stats().free_bytes < f.db->stats().size_bytes);
  CHECK(f.db->stats().removed.by_age == runs - f.db->stats().runs);
  CHECK(f.db->stats().removed.all() == f.db->stats().removed.by_age);
  CHECK(f.db->summarize("test 1", noon - 121 * day, noon + day).value().total == whole);

  // The edges of a window that runs have been removed from are its hours'.
  const auto time_of = [](int i) { return noon - (1'200 - i) * (day / 10); };
  const auto edge = f.db->summarize("test 1", time_of(604) + 1s, time_of(634) + 1s).value();
  CHECK(edge.since.time_since_epoch() % 1h == 0ns);
  CHECK(edge.until.time_since_epoch() % 1h == 0ns);
  CHECK(edge.total.passed > 0);

  // Once it ends, it goes.
  f.end(ongoing, run_status::passed);
  CHECK(f.db->find_run(ongoing.id).value());
  sweep(f, noon);
  CHECK(!f.db->find_run(ongoing.id).value());

  sweep(f, noon + 500 * day);
  CHECK(f.db->stats().runs == 0);
  CHECK(f.db->list_rollups("test 1", noon - 121 * day, noon + day, 24h).value().spans.empty());
  f.close();
  CHECK(disagreements(f.options.file, true) == std::vector<std::string>{});
}

TEST_CASE("past a number of runs the oldest passes go, and then the oldest failures") {
  fixture f;
  f.options.keep = {.runs = 400};
  f.open();
  add_days(f, 100);
  sweep(f, noon);
  CHECK(f.db->stats().runs == 400);
  CHECK(f.db->stats().removed.by_count == 601);
  CHECK(count(f, {.status = run_status::failed}) == 101);
  const auto kept = f.db->list_runs({.status = run_status::passed, .limit = 1}).value().runs.at(0);
  CHECK(kept.start_at > noon - day);
  f.close();
  CHECK(disagreements(f.options.file, true) == std::vector<std::string>{});

  f.options.keep = {.runs = 50};
  f.open();
  sweep(f, noon);
  CHECK(f.db->stats().runs == 50);
  CHECK(count(f, {.status = run_status::passed}) == 0);
  CHECK(count(f, {.status = run_status::failed, .since = noon - 20 * day}) > 10);
  f.close();
  CHECK(disagreements(f.options.file, true) == std::vector<std::string>{});
}

TEST_CASE("a file near its limit makes room by itself, and no write is given up") {
  fixture f;
  f.options.max_size = 16 << 20;
  f.options.keep = {.make_room = true};
  f.open();
  for (int i = 0; i < 15'000; ++i) {
    add_run(f, i, noon + i * 1s, noise(1'500, i));
    if (i % 50 == 0) f.settle();
  }
  sweep(f, noon);
  CHECK(f.db->stats().dropped == 0);
  CHECK(!f.logged("cannot write"));
  CHECK(f.db->stats().removed.by_size > 5'000);
  CHECK(f.db->stats().removed.all() == f.db->stats().removed.by_size);
  CHECK(f.db->stats().size_bytes <= f.options.max_size);
  const auto newest = f.db->list_runs({.status = run_status::passed, .limit = 50}).value().runs;
  REQUIRE(newest.size() == 50);
  CHECK(newest.front().start_at > noon + 14'900s);
  CHECK(count(f, {.status = run_status::failed}) == 1'500);
  f.close();
  CHECK(disagreements(f.options.file, true) == std::vector<std::string>{});
}

TEST_CASE("removing goes in slices, and its cost is that of what goes") {
  fixture f;
  f.open();
  for (int i = 0; i < 3'000; ++i) add_run(f, i, noon + i * 1s);
  f.settle();
  f.close();
  opened_file file(f);
  sweeper old({.passes = 1h, .failures = 1h}, 1 << 30);
  removed_runs removed;
  int slices = 0;
  std::uint64_t before = 0;
  bool more = true;
  for (; more; ++slices) {
    const auto made = old.sweep(file.env, file.in, retention_date(noon + 1h + 2'000s), removed);
    more = made.more;
    CHECK(made.looked <= most_swept);
    CHECK(removed.by_age - before <= most_swept);
    before = removed.by_age;
  }
  CHECK(removed.by_age == 2'000);
  CHECK(slices <= 7);
  CHECK(!old.sweep(file.env, file.in, retention_date(noon + 1h + 2'000s), removed).more);
  CHECK(removed.by_age == 2'000);
}

TEST_CASE("a file that is written and swept all the time does not grow") {
  fixture f;
  f.options.keep = {.passes = 1h, .failures = 2h, .rollups = 5h};
  f.open();
  std::uint64_t settled = 0;
  for (int hour = 0; hour < 16; ++hour) {
    for (int i = 0; i < 600; ++i) add_run(f, i, noon + hour * 1h + i * 6s, noise(300, i));
    f.settle();
    sweep(f, noon + (hour + 1) * 1h);
    if (hour == 8) settled = f.db->stats().size_bytes;
  }
  CHECK(f.db->stats().size_bytes <= settled + settled / 4);
}

TEST_CASE("the date that retention went by last is remembered with the file") {
  fixture f;
  f.options.keep = {.passes = 30 * day};
  f.open();
  CHECK(f.db->last_expiry().value() == std::nullopt);
  sweep(f, noon);
  CHECK(f.db->last_expiry().value() == retention_date(noon));
  sweep(f, noon + 1s);  // not worth a commit
  CHECK(f.db->last_expiry().value() == retention_date(noon));
  bool done = false;
  f.db->remove_expired({noon + 2min, 3h}, [&] { done = true; });
  f.settle();
  REQUIRE(done);
  f.close();
  f.open();
  CHECK(f.db->last_expiry().value() == retention_date(noon + 2min, 3h));
}

TEST_CASE("a file that has no runs left to give up gives up the oldest hours, and keeps the days") {
  fixture f;
  f.open();
  for (int hour = 0; hour < 100; ++hour) {
    for (int test = 0; test < 20; ++test) {
      const wall_time at = noon + hour * 1h;
      const run_record run = started(f.ids.next(at), "test " + std::to_string(test), at);
      f.db->end_run(ended(run, run_status::passed, 1ms), {}, nullptr);
    }
    f.settle();
  }
  f.close();
  {
    opened_file file(f);
    // As if there were hardly any room.
    sweeper old({.make_room = true}, 1 << 16);
    removed_runs removed;
    int slices = 0;
    while (old.sweep(file.env, file.in, std::nullopt, removed).more) REQUIRE(++slices < 1000);
    CHECK(removed.by_size == 2'000);
  }
  f.open();
  CHECK(f.db->stats().runs == 0);
  std::uint64_t passed = 0;
  for (const summary& of : f.db->list_rollups("test 7", noon - 24h, noon + 120h, 24h).value().spans) {
    passed += of.total.passed;
  }
  CHECK(passed == 100);
  CHECK(f.db->list_rollups("test 7", noon, noon + 6h, 1h).value().spans.empty());
  CHECK(f.db->list_rollups("test 7", noon + 96h, noon + 100h, 1h).value().spans.size() == 4);
}
