#include "store_fixture.hpp"

#include <boost/asio/post.hpp>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

run_details some_details() {
  run_details details;
  details.logs.push_back({noon + 1ms, log_level::info, "hello", {{"body", "text"}, {"n", 3}}});
  details.requests.emplace_back().url = "http://127.0.0.1/";
  details.error = script_error{"boom", "at main.js:3", "main.js", 3, 7, "3 | throw"};
  return details;
}

}  // namespace

TEST_CASE("a run is found while it goes on, and its outcome once it has ended") {
  fixture f;
  f.open();
  const run_record run = f.start("home page", noon);
  CHECK(f.db->find_run(run.id).value().value() == run);
  CHECK(!f.db->find_details(run.id).value());
  CHECK(f.db->list_ongoing().value().size() == 1);

  const run_record last = f.end(run, run_status::failed, some_details());
  CHECK(f.db->find_run(run.id).value().value() == last);
  const run_details details = f.db->find_details(run.id).value().value();
  REQUIRE(details.logs.size() == 1);
  CHECK(details.logs[0].fields == some_details().logs[0].fields);
  CHECK(details.error->excerpt == "3 | throw");
  CHECK(f.db->list_ongoing().value().empty());
  CHECK(f.db->stats().runs == 1);
}

TEST_CASE("what is not stored is not found") {
  fixture f;
  f.open();
  const run_id unknown = f.ids.next(noon);
  CHECK(!f.db->find_run(unknown).value());
  CHECK(!f.db->find_details(unknown).value());
  CHECK(f.db->list_runs({}).value().runs.empty());
  CHECK(f.db->list_runs({.test = "nobody"}).value().runs.empty());
  CHECK(f.db->list_runs({.test = ""}).value().runs.empty());
  CHECK(f.db->list_runs({.test = std::string(10'000, 'x')}).value().runs.empty());
  CHECK(f.db->list_ongoing().value().empty());
}

TEST_CASE("an ended run without logs has empty details") {
  fixture f;
  f.open();
  const run_record run = f.start("quiet", noon);
  f.end(run, run_status::passed);
  const auto details = f.db->find_details(run.id).value();
  REQUIRE(details);
  CHECK(details->logs.empty());
}

TEST_CASE("all is still there after closing and opening") {
  fixture f;
  f.open();
  const run_record run = f.start("a test / with spaces", noon);
  const run_record last = f.end(run, run_status::passed, some_details());
  f.close();
  f.open(noon + 1h);
  CHECK(f.db->find_run(run.id).value().value() == last);
  CHECK(f.db->find_details(run.id).value()->requests.size() == 1);
  CHECK(f.ids_of({.test = "a test / with spaces"}) == std::vector{run.id.text()});
  CHECK(f.db->stats().interrupted == 0);
}

TEST_CASE("closing waits for what is queued, and completions come in the order of the writes") {
  fixture f;
  f.open();
  std::vector<int> order;
  std::vector<run_record> runs;
  for (int i = 0; i < 100; ++i) {
    runs.push_back(started(f.ids.next(noon), "t", noon));
    f.db->start_run(runs.back(), [&order, i](const result<void>& r) { order.push_back(r ? 2 * i : -1); });
    f.db->end_run(ended(runs.back(), run_status::passed, 1ms), {},
                  [&order, i](const result<void>& r) { order.push_back(r ? 2 * i + 1 : -1); });
  }
  CHECK(f.db->stats().queue_length == 200);
  f.close();
  CHECK(order.empty());  // never from within a call
  f.settle();
  REQUIRE(order.size() == 200);
  CHECK(std::is_sorted(order.begin(), order.end()));
  CHECK(order.front() == 0);
  f.open();
  CHECK(f.db->stats().runs == 200 / 2);
}

TEST_CASE("a run without an end is interrupted when the file is opened again") {
  fixture f;
  f.open();
  const run_record done = f.start("t", noon);
  f.end(done, run_status::passed);
  const run_record lost = f.start("t", noon + 1s);
  f.close();
  f.open(noon + 1h);
  CHECK(f.db->stats().interrupted == 1);
  CHECK(f.db->list_ongoing().value().empty());
  const run_record run = f.db->find_run(lost.id).value().value();
  CHECK(run.status == run_status::interrupted);
  CHECK(run.end_at == noon + 1h);
  CHECK(run.cause == failure{failure_class::interrupted, "the daemon ended before this run did"});
  CHECK(run.test == "t");
  CHECK(f.db->find_details(lost.id).value());
  CHECK(f.db->find_run(done.id).value()->status == run_status::passed);
  CHECK(f.logged("unfinished"));
  f.close();
  f.open(noon + 2h);
  CHECK(f.db->stats().interrupted == 0);
  CHECK(f.db->find_run(lost.id).value()->end_at == noon + 1h);
}

TEST_CASE("the first outcome of a run is its only one") {
  fixture f;
  f.open();
  const run_record run = f.start("t", noon);
  const run_record first = f.end(run, run_status::passed);
  f.end(run, run_status::failed, some_details());
  CHECK(f.db->find_run(run.id).value().value() == first);
  CHECK(f.db->find_details(run.id).value()->logs.empty());
  CHECK(f.ids_of({.test = "t"}).size() == 1);
}

TEST_CASE("an outcome whose start was never written stands for itself") {
  fixture f;
  f.open();
  const run_record run = f.end(started(f.ids.next(noon), "t", noon), run_status::failed);
  CHECK(f.db->find_run(run.id).value().value() == run);
  CHECK(f.ids_of({.test = "t"}) == std::vector{run.id.text()});
}

TEST_CASE("ongoing runs are listed oldest first, up to a limit") {
  fixture f;
  f.open();
  std::vector<run_record> runs;
  for (int i = 0; i < 5; ++i) runs.push_back(f.start("t" + std::to_string(i), noon + i * 1s));
  f.end(runs[1], run_status::passed);
  const auto ongoing = f.db->list_ongoing(3).value();
  REQUIRE(ongoing.size() == 3);
  CHECK(ongoing[0] == runs[0]);
  CHECK(ongoing[1] == runs[2]);
  CHECK(ongoing[2] == runs[3]);
  CHECK(f.db->list_ongoing(0).value().empty());
}

TEST_CASE("a test's name of no or too many bytes is refused, and only that write") {
  fixture f;
  f.open();
  for (const std::size_t size : {std::size_t{0}, std::size_t{501}, std::size_t{100'000}}) {
    CAPTURE(size);
    CHECK_THROWS(f.start(std::string(size, 'n'), noon));
  }
  CHECK(f.start(std::string(500, 'n'), noon).test.size() == 500);
  CHECK(f.db->stats().runs == 1);
}

TEST_CASE("details of a megabyte come back whole") {
  fixture f;
  f.open();
  run_details details;
  for (int i = 0; i < 1000; ++i) details.logs.push_back({noon + i * 1ms, log_level::debug, std::string(1100, 'x'), {}});
  const run_record run = f.start("loud", noon);
  f.end(run, run_status::passed, details);
  const auto back = f.db->find_details(run.id).value().value();
  REQUIRE(back.logs.size() == 1000);
  CHECK(back.logs[999].message.size() == 1100);
  CHECK(back.logs[999].at == noon + 999ms);
}

TEST_CASE("the duration of each commit is told") {
  fixture f;
  const auto real = create_real_clock(f.loop.get_executor());
  int commits = 0;
  nanoseconds longest{};
  f.options.time = real.get();
  f.options.on_commit = [&](const commit_report& commit) {
    ++commits;
    CHECK(commit.writes == 1);
    longest = std::max(longest, commit.took);
  };
  f.open();
  f.start("t", noon);
  f.start("t", noon);
  CHECK(commits == 2);
  CHECK(longest > 0ns);
}

TEST_CASE("a batch's completions do not hold up the loop") {
  fixture f;
  f.open();
  int done = 0;
  for (int i = 0; i < 2000; ++i) {
    f.db->start_run(started(f.ids.next(noon), "t", noon), [&](const result<void>&) { ++done; });
  }
  int most_between = 0, last = 0;
  std::function<void()> turn = [&] {
    most_between = std::max(most_between, done - last);
    last = done;
    if (done < 2000) boost::asio::post(f.loop, turn);
  };
  turn();
  f.settle();
  CHECK(done == 2000);
  CHECK(most_between <= 64);
}

TEST_CASE("with relaxed durability, what was written is there when the daemon is back") {
  fixture f;
  f.options.durability = durability::relaxed;
  f.open();
  const run_record run = f.end(f.start("t", noon), run_status::passed);
  f.close();
  f.open();
  CHECK(f.db->find_run(run.id).value() == run);
}
