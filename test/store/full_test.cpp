#include "store/deliveries.hpp"
#include "store_fixture.hpp"

#include <sys/resource.h>

#include <csignal>
#include <set>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// Turns the loop until `condition` holds, 20 s at most.
template <class Condition>
bool turn_until(fixture& f, Condition condition) {
  f.loop.restart();
  for (int i = 0; i < 2000 && !condition(); ++i) f.loop.run_one_for(10ms);
  return condition();
}

/// No file of this process may grow past `bytes`: a full disk, as far as LMDB can tell.
class small_disk {
 public:
  explicit small_disk(std::uintmax_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~small_disk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  small_disk(const small_disk&) = delete;
  small_disk& operator=(const small_disk&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a full file costs the oldest outcomes that wait, and nothing that was acknowledged") {
  fixture f;
  f.options.max_size = 512 << 10;
  f.options.max_queue = 20;
  f.open();
  std::set<std::string> kept;
  int failed = 0;
  for (int i = 0; i < 200; ++i) {
    const run_record run = started(f.ids.next(noon), "t", noon);
    f.db->start_run(run, nullptr);
    f.db->end_run(ended(run, run_status::passed, 1ms), noise(8000, i), [&, id = run.id.text()](const result<void>& r) {
      if (r) kept.insert(id);
      failed += r.has_error();
    });
    turn_until(f, [&] { return f.db->stats().queue_length <= (f.logged("cannot write") ? 21 : 0); });
  }
  CHECK(failed > 100);
  CHECK(kept.size() > 20);
  CHECK(f.db->stats().queue_length >= 20);
  CHECK(f.db->stats().queue_length <= 21);  // one is being tried
  CHECK(f.db->stats().dropped >= static_cast<std::uint64_t>(failed));
  CHECK(f.logged("cannot write"));
  CHECK(f.logged("given up"));
  for (const std::string& id : kept) CHECK(f.db->find_details(*run_id::parse(id)).value()->logs.size() == 1);
  f.close();
  CHECK(f.logged("closed with writes that it could not take"));
  f.settle();
  CHECK(kept.size() + static_cast<std::size_t>(failed) == 200);

  // It opens again as it is, and takes more once it may grow.
  f.open(noon + 1h);
  for (const std::string& id : kept) {
    CHECK(f.db->find_run(*run_id::parse(id)).value()->status == run_status::passed);
  }
  CHECK(f.db->list_ongoing().value().empty());
  f.close();
  f.options.max_size = 4 << 20;
  f.open(noon + 2h);
  f.end(f.start("t", noon), run_status::passed, noise(8000));
}

TEST_CASE("a full file that holds unfinished runs can be opened, again and again") {
  fixture f;
  f.options.max_size = 256 << 10;
  f.options.max_queue = 5;
  f.open();
  std::set<std::string> durable;
  for (int i = 0; i < 3000 && !f.logged("given up"); ++i) {
    const run_record run = started(f.ids.next(noon), "test " + std::to_string(i), noon);
    f.db->start_run(run, [&, id = run.id.text()](const result<void>& r) {
      if (r) durable.insert(id);
    });
    turn_until(f, [&] { return f.db->stats().queue_length <= (f.logged("cannot write") ? 6 : 0); });
  }
  f.close();
  f.settle();
  CHECK(f.logged("cannot write"));
  REQUIRE(durable.size() > 100);
  f.open(noon + 1h);
  CHECK(f.db->stats().interrupted == durable.size());
  for (int i = 0; i < 5; ++i) {
    f.close();
    f.open(noon + 2h);
    CHECK(f.db->stats().interrupted == 0);
  }
}

TEST_CASE("a full disk holds writes up, and they go on by themselves when there is room") {
  fixture f;
  f.open();
  f.end(f.start("t", noon), run_status::passed);
  int done = 0, failed = 0;
  {
    const small_disk disk(std::filesystem::file_size(f.options.file) + 100'000);
    for (int i = 0; i < 50; ++i) {
      const run_record run = started(f.ids.next(noon), "t", noon);
      const auto count = [&](const result<void>& r) {
        ++done;
        failed += r.has_error();
      };
      f.db->start_run(run, count);
      f.db->end_run(ended(run, run_status::passed, 1ms), noise(8000, i), count);
    }
    REQUIRE(turn_until(f, [&] { return f.logged("cannot write"); }));
    CHECK(f.db->stats().queue_length > 0);
    CHECK(f.db->list_runs({}).value().runs.size() > 0);
  }
  REQUIRE(turn_until(f, [&] { return done == 100; }));
  CHECK(failed == 0);
  CHECK(f.db->stats().dropped == 0);
  CHECK(f.db->stats().queue_length == 0);
  CHECK(f.db->stats().runs == 51);
  REQUIRE(turn_until(f, [&] { return f.logged("writes again"); }));
}

TEST_CASE("trouble that comes and goes is told once, and its end once writes have succeeded for a while") {
  fixture f;
  const auto told = std::make_shared<deliveries>(f.loop.get_executor(), f.log, &f.time, nullptr);
  for (int i = 0; i < 3; ++i) {
    told->troubled("no room");
    f.time.advance(1min);
    told->healed();
    f.time.advance(deliveries::calm - 1ns);
    told->committed({}, 1ms);
  }
  REQUIRE(f.lines.size() == 1);
  CHECK(f.logged("cannot write"));
  f.time.advance(1ns);
  told->committed({}, 1ms);
  told->committed({}, 1ms);
  REQUIRE(f.lines.size() == 2);
  CHECK(f.logged("writes again"));
  CHECK(f.logged("troubles=3"));
  told->troubled("no room");
  CHECK(f.lines.size() == 3);
}

TEST_CASE("a queue that overflows drops starts before outcomes") {
  fixture f;
  f.options.max_queue = 10;
  f.open();
  std::vector<run_record> runs;
  int starts_lost = 0, ends_lost = 0;
  {
    const small_disk disk(std::filesystem::file_size(f.options.file));
    for (int i = 0; i < 10; ++i) {
      runs.push_back(started(f.ids.next(noon), "t", noon));
      f.db->start_run(runs.back(), [&](const result<void>& r) { starts_lost += r.has_error(); });
      f.db->end_run(ended(runs.back(), run_status::passed, 1ms), noise(100'000, i),
                    [&](const result<void>& r) { ends_lost += r.has_error(); });
    }
    turn_until(f, [&] { return starts_lost == 10; });
  }
  REQUIRE(turn_until(f, [&] { return f.db->stats().queue_length == 0; }));
  CHECK(ends_lost == 0);
  for (const run_record& run : runs) CHECK(f.db->find_run(run.id).value()->status == run_status::passed);
  CHECK(f.db->list_runs({.test = "t"}).value().runs.size() == 10);
}
