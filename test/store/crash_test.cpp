#include "doomed_child.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>
#include <set>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// What the child tells through the pipe, once it is durable.
struct acknowledgement {
  std::uint8_t what;  ///< 's' a start; else the run_status of an outcome
  run_id id;
};
static_assert(sizeof(acknowledgement) == 17);

/// Starts and ends runs as fast as the store takes them, until it is killed. Called in the child.
[[noreturn]] void write_until_killed(const lmdb_options& options, int pipe, wall_time now) {
  boost::asio::io_context loop{1};
  virtual_clock time{now};
  const logger log(time, [](std::string) {});
  auto opened = open_lmdb_store(options, loop.get_executor(), now, log);
  if (!opened) ::_exit(1);
  store::store& db = **opened;
  run_id_generator ids;
  const auto tell = [pipe](std::uint8_t what, const run_id& id) {
    const acknowledgement line{what, id};
    if (::write(pipe, &line, sizeof line) != sizeof line) ::_exit(2);
  };
  run_details details;
  details.logs.push_back({now, log_level::info, std::string(300, 'x'), {}});
  std::function<void(int)> one_run = [&](int lane) {
    now += 1ms;
    const run_record run = started(ids.next(now), "test " + std::to_string(lane), now);
    db.start_run(run, [&tell, id = run.id](const result<void>& r) {
      if (r) tell('s', id);
    });
    const auto outcome = run.id.bytes[15] % 2 == 0 ? run_status::passed : run_status::failed;
    const auto end = [&, run, outcome, lane] {
      db.end_run(ended(run, outcome, 1ms), details, [&, id = run.id, outcome, lane](const result<void>& r) {
        if (r) tell(static_cast<std::uint8_t>(outcome), id);
        one_run(lane);
      });
    };
    // Some end while their start is still queued, some two commits later.
    if (lane % 2 == 0) {
      end();
    } else {
      db.start_run(started(ids.next(now), "never ends", now), [end, &tell](const result<void>&) { end(); });
    }
  };
  for (int lane = 0; lane < 20; ++lane) one_run(lane);
  loop.run();
  ::_exit(3);
}

std::map<run_id, run_record> all_runs(const store::store& db, std::optional<std::string> test) {
  std::map<run_id, run_record> out;
  run_query query{.test = std::move(test), .limit = 1000};
  do {
    const run_page page = db.list_runs(query).value();
    for (const run_record& run : page.runs) REQUIRE(out.emplace(run.id, run).second);
    query.before = page.next;
  } while (query.before);
  return out;
}

}  // namespace

TEST_CASE("a process killed at any moment loses nothing that it had acknowledged, and each run has one outcome") {
  fixture f;
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::map<run_id, run_status> outcomes;  // acknowledged in any of the lives
  std::set<run_id> starts;
  std::uint64_t interrupted = 0;
  for (int life = 0; life < 20; ++life) {
    const wall_time now = noon + life * 1h;
    doomed_child<acknowledgement> child([&](int pipe) { write_until_killed(f.options, pipe, now); });
    // The moment: after so many acknowledgements, most often in the midst of a commit.
    std::size_t left = random() % 1500;
    acknowledgement line;
    bool killed = false;
    while (true) {
      if (!killed && left-- == 0) {
        child.kill();
        killed = true;
      }
      if (!child.read(line)) break;
      if (line.what == 's') {
        starts.insert(line.id);
      } else {
        outcomes.emplace(line.id, static_cast<run_status>(line.what));
      }
    }
    const int status = child.wait();
    CAPTURE(life, status);
    REQUIRE(WIFSIGNALED(status));

    f.open(now + 30min);
    interrupted += f.db->stats().interrupted;
    f.close();
  }
  f.open(noon + 100h);
  CHECK(f.db->stats().interrupted == 0);
  CHECK(f.db->list_ongoing().value().empty());
  const auto stored = all_runs(*f.db, {});
  CHECK(stored.size() == f.db->stats().runs);
  CHECK(outcomes.size() > 1000);
  for (const auto& [id, outcome] : outcomes) {
    CAPTURE(id.text());
    REQUIRE(stored.count(id) == 1);
    REQUIRE(stored.at(id).status == outcome);
    REQUIRE(f.db->find_details(id).value()->logs.size() == 1);
  }
  for (const run_id& id : starts) REQUIRE(stored.count(id) == 1);
  std::uint64_t counted = 0;
  std::set<std::string> tests;
  for (const auto& [id, run] : stored) {
    REQUIRE(run.status != run_status::running);
    REQUIRE(run.end_at);
    counted += run.status == run_status::interrupted;
    tests.insert(run.test);
  }
  CHECK(counted == interrupted);
  CHECK(interrupted > 0);
  CHECK(tests.size() == 21);
  std::size_t by_test = 0;
  for (const std::string& test : tests) {
    for (const auto& [id, run] : all_runs(*f.db, test)) {
      REQUIRE(stored.count(id) == 1);
      REQUIRE(run == stored.at(id));
      ++by_test;
    }
  }
  CHECK(by_test == stored.size());
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
}
