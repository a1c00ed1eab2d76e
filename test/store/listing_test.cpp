#include "store/schema.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

#include <algorithm>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr int stored_runs = 5000;

/// 5,000 runs of five tests, one each 10 ms; every seventh fails, every eleventh of the others is skipped, every
/// hundredth goes on, every 50th is a second attempt.
std::vector<run_record> fill(fixture& f) {
  std::vector<run_record> all;
  std::mt19937 random(3);
  for (int i = 0; i < stored_runs; ++i) {
    const wall_time at = noon + i * 10ms + nanoseconds{random() % 1'000'000};
    run_record run = started(f.ids.next(at), "test " + std::to_string(random() % 5), at);
    if (i % 50 == 1) run.attempt = 2;
    f.db->start_run(run, nullptr);
    if (i % 100 != 0) {
      run = i % 7 == 0    ? ended(run, run_status::failed, 5ms,
                                  {i % 2 == 0 ? failure_class::timeout : failure_class::dns, "late"})
            : i % 11 == 0 ? ended(run, run_status::skipped, 4ms, {failure_class::none, "no user"})
                          : ended(run, run_status::passed, 4ms);
      f.db->end_run(run, {}, nullptr);
    }
    all.push_back(run);
  }
  f.settle();
  return all;
}

bool is_wanted(const run_record& run, const run_query& q) {
  return (!q.test || run.test == *q.test) && (!q.status || run.status == *q.status) &&
         (!q.tests || std::count(q.tests->begin(), q.tests->end(), run.test) > 0) &&
         (!q.kind || run.cause.kind == *q.kind) && (!q.attempt || run.attempt == *q.attempt) &&
         (!q.since || run.start_at >= *q.since) && (!q.until || run.start_at < *q.until);
}

}  // namespace

TEST_CASE("pages by time and by test, with every filter, show what a plain search does") {
  fixture f;
  f.open();
  std::vector<run_record> all = fill(f);
  std::vector<std::string> many{"test 2", "test 4"};
  for (int i = 0; i < 300; ++i) {
    all.push_back(started(f.ids.next(noon + 1min), "other " + std::to_string(i), noon + 1min));
    many.push_back(all.back().test);
    f.db->start_run(all.back(), nullptr);
  }
  f.settle();

  struct row {
    const char* name;
    run_query query;
  };
  std::vector<row> rows{{"all", {}},
                        {"passed", {.status = run_status::passed}},
                        {"failed", {.status = run_status::failed}},
                        {"running", {.status = run_status::running}},
                        {"none interrupted", {.status = run_status::interrupted}},
                        {"skipped", {.status = run_status::skipped}},
                        {"skipped, of a class", {.status = run_status::skipped, .kind = failure_class::dns}},
                        {"skipped since", {.status = run_status::skipped, .since = noon + 20s}},
                        {"by class", {.kind = failure_class::dns}},
                        {"without a class", {.kind = failure_class::none}},
                        {"since", {.since = noon + 20s}},
                        {"until", {.until = noon + 20s}},
                        {"a part of a millisecond", {.since = all[700].start_at, .until = all[900].start_at}},
                        {"one run", {.since = all[700].start_at, .until = all[700].start_at + 1ns}},
                        {"between", {.since = noon + 10s, .until = noon + 12s}},
                        {"nothing between", {.since = noon + 12s, .until = noon + 10s}},
                        {"before all", {.until = noon}},
                        {"after all", {.since = noon + 1h}},
                        {"since 1900", {.since = wall_time{-2'208'988'800s}}},
                        {"until 1900", {.until = wall_time{-2'208'988'800s}}},
                        {"unknown test", {.test = "no such"}},
                        {"two tests", {.tests = {{"test 1", "test 3"}}}},
                        {"one of them unknown, one twice", {.tests = {{"no such", "test 3", "test 3"}}}},
                        {"no test", {.tests = {{}}}},
                        {"more tests than are walked one by one", {.tests = many}},
                        {"failures of two tests", {.tests = {{"test 0", "test 3"}}, .status = run_status::failed}},
                        {"skipped of two tests", {.tests = {{"test 0", "test 3"}}, .status = run_status::skipped}},
                        {"a class of many tests", {.tests = many, .kind = failure_class::timeout}},
                        {"running of two tests", {.tests = {{"test 0", "test 3"}}, .status = run_status::running}},
                        {"passed and of a class", {.status = run_status::passed, .kind = failure_class::dns}},
                        {"failed, of a class", {.status = run_status::failed, .kind = failure_class::dns}},
                        {"first attempts", {.attempt = 1}},
                        {"second attempts", {.attempt = 2}},
                        {"third attempts", {.attempt = 3}},
                        {"failed second attempts", {.status = run_status::failed, .attempt = 2}},
                        {"failures since", {.status = run_status::failed, .since = noon + 20s}}};
  for (std::size_t i = 0, plain = rows.size(); i < plain; ++i) {
    row by_test = rows[i];
    if (!by_test.query.test) by_test.query.test = "test 3";
    rows.push_back(by_test);
  }
  for (const row& r : rows) {
    for (const std::size_t limit : {1ul, 7ul, 100ul, 1000ul, 100'000ul}) {
      if (limit == 1 && !r.query.since) continue;  // thousands of pages
      CAPTURE(r.name, r.query.test.value_or("any test"), limit);
      std::vector<run_record> expected;
      std::copy_if(all.rbegin(), all.rend(), std::back_inserter(expected),
                   [&](const run_record& run) { return is_wanted(run, r.query); });
      run_query query = r.query;
      query.limit = limit;
      std::vector<run_record> shown;
      int pages = 0;
      do {
        const run_page page = f.db->list_runs(query).value();
        REQUIRE(page.runs.size() <= limit);
        shown.insert(shown.end(), page.runs.begin(), page.runs.end());
        query.before = page.next;
        REQUIRE(++pages <= stored_runs + 301);
      } while (query.before);
      REQUIRE(shown.size() == expected.size());
      REQUIRE(std::equal(shown.begin(), shown.end(), expected.begin()));
    }
  }
}

TEST_CASE("a full last page has no next one") {
  fixture f;
  f.open();
  for (int i = 0; i < 10; ++i) f.start("t", noon + i * 1s);
  for (const auto& test : {std::optional<std::string>{}, std::optional<std::string>{"t"}}) {
    run_query query{.test = test, .limit = 5};
    const run_page first = f.db->list_runs(query).value();
    REQUIRE(first.next);
    CHECK(*first.next == first.runs.back().id);
    query.before = first.next;
    const run_page second = f.db->list_runs(query).value();
    CHECK(second.runs.size() == 5);
    CHECK(!second.next);
  }
}

TEST_CASE("a filter that matches seldom gives a page with a next one instead of a long wait") {
  fixture f;
  f.open();
  for (int i = 0; i < 5000; ++i) {
    const run_record run = started(f.ids.next(noon + i * 1ms), "t", noon + i * 1ms);
    f.db->start_run(run, nullptr);
    f.db->end_run(ended(run, i == 10 ? run_status::passed : run_status::failed, 1ms), {}, nullptr);
  }
  f.settle();
  run_query query{.status = run_status::passed};
  std::vector<std::size_t> sizes;
  do {
    const run_page page = f.db->list_runs(query).value();
    sizes.push_back(page.runs.size());
    query.before = page.next;
  } while (query.before);
  CHECK(sizes == std::vector<std::size_t>{0, 0, 1});
}

TEST_CASE("a page starts below an id that is not stored") {
  fixture f;
  f.open();
  const run_record a = f.start("a", noon);
  const run_record b = f.start("b", noon + 1s);
  CHECK(f.ids_of({.before = run_id::floor(noon + 500ms)}) == std::vector{a.id.text()});
  CHECK(f.ids_of({.test = "a", .before = run_id::floor(noon + 500ms)}) == std::vector{a.id.text()});
  CHECK(f.ids_of({.test = "b", .before = run_id::floor(noon + 500ms)}).empty());
  CHECK(f.ids_of({.before = run_id::floor(noon + 1h)}) == std::vector{b.id.text(), a.id.text()});
  CHECK(f.ids_of({.before = run_id{}}).empty());
}

TEST_CASE("runs that end in another order than they start are listed by their start") {
  fixture f;
  f.open();
  std::vector<run_record> runs;
  for (int i = 0; i < 3; ++i) runs.push_back(f.start("t", noon + i * 1s));
  for (const int i : {2, 0, 1}) f.end(runs[static_cast<std::size_t>(i)], run_status::passed);
  const std::vector expected{runs[2].id.text(), runs[1].id.text(), runs[0].id.text()};
  CHECK(f.ids_of({}) == expected);
  CHECK(f.ids_of({.test = "t"}) == expected);
}

TEST_CASE("a run is found since its start, though its id was made before that") {
  fixture f;
  f.open();
  const auto run = started(f.ids.next(noon), "t", noon + 21ms);
  f.db->start_run(run, nullptr);
  f.settle();
  CHECK(f.ids_of({.since = noon + 21ms}) == std::vector{run.id.text()});
  CHECK(f.ids_of({.test = "t", .since = noon + 21ms}) == std::vector{run.id.text()});
  CHECK(f.ids_of({.since = noon + 22ms}).empty());
}

TEST_CASE("starts that arrive out of order are listed in order") {
  fixture f;
  f.open();
  std::vector<run_id> made;
  for (int i = 0; i < 500; ++i) made.push_back(f.ids.next(noon + i * 1s));
  std::vector<run_id> shuffled = made;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(4));
  for (const run_id& id : shuffled) f.db->start_run(started(id, "t", id.time()), nullptr);
  f.settle();
  std::vector<std::string> expected;
  for (auto id = made.rbegin(); id != made.rend(); ++id) expected.push_back(id->text());
  CHECK(f.ids_of({.limit = 1000}) == expected);
  CHECK(f.ids_of({.test = "t", .limit = 1000}) == expected);
}

TEST_CASE("ids wait in the table of recent ones until their test has enough to fill its own pages") {
  fixture f;
  f.open();
  std::vector<std::string> expected;
  const auto add = [&](const std::string& test, int i) {
    const run_id id = f.ids.next(noon + i * 1s);
    f.db->start_run(started(id, test, id.time()), nullptr);
    if (test == "often") expected.insert(expected.begin(), id.text());
    f.settle();
  };
  for (int i = 0; i < 70; ++i) add("often", i);
  for (int i = 70; i < 75; ++i) add("seldom", i);
  CHECK(f.ids_of({.test = "often"}) == expected);
  CHECK(f.ids_of({.test = "seldom"}).size() == 5);
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
  lmdb::environment env(f.options.file, 1 << 30, table_count);
  lmdb::transaction txn(env, lmdb::transaction::access::read);
  const tables in = open_tables(txn, noon).value();
  CHECK(txn.count(in.by_test) == 64);
  CHECK(txn.count(in.recent) == 6 + 5);
}
