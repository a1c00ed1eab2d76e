#include "run/ticking_rig.hpp"
#include "support/catch.hpp"

#include <fstream>

#include <unistd.h>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

std::size_t resident_bytes() {
  std::size_t total = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

const failure replaced{failure_class::interrupted, "replaced by a newer run"};

}  // namespace

TEST_CASE("a run that is stopped ends as interrupted, whatever it does") {
  const struct {
    const char *name, *source;
  } rows[] = {{"sleeping", "std.time.sleep('1h'); console.log('not reached')"},
              {"spinning", "while (true) {}"},
              {"spinning and catching", "for (;;) { try { while (true) {} } catch (e) {} }"},
              {"sleeping and catching", "for (;;) { try { std.time.sleep('1h') } catch (e) {} }"},
              {"spinning in a comparator", "[1, 2, 3].sort(function () { while (true) {} })"}};
  for (const auto& r : rows) {
    CAPTURE(r.name);
    script_bench bench;
    pool_rig runs(bench, bench.loop, *bench.time, 2ms);
    const run_id id = runs.start(r.name, r.source, 60s);
    const run_id other = runs.start("other", "std.time.sleep('80ms')", 60s);
    const auto alarm = bench.time->make_timer();
    alarm->start(bench.time->mono() + 30ms, [&] {
      CHECK(runs.pool.size() == 2);
      runs.pool.stop(id, replaced);
      runs.pool.stop(id, {failure_class::interrupted, "a second reason"});
    });
    runs.run();
    REQUIRE(runs.seen.ended.size() == 2);
    const auto& result = runs.seen.of(r.name);
    CHECK(to_string(result.record.status) == "interrupted");
    CHECK(result.record.cause == replaced);
    CHECK(result.record.id == id);
    CHECK(result.details.logs.empty());
    CHECK(result.record.duration < 10s);
    CHECK(runs.seen.of("other").record.status == run_status::passed);
    CHECK(runs.seen.of("other").record.id == other);
    CHECK(runs.ends == std::map<std::string, int>{{r.name, 1}, {"other", 1}});
    CHECK(runs.pool.size() == 0);
  }
}

TEST_CASE("a run that is stopped before its turn has an outcome too, and its script does nothing") {
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, 2ms);
  const run_id id = runs.start("early", "console.log('reached'); Math.abs(1); console.log('reached')", 60s);
  runs.pool.stop(id, replaced);
  runs.run();
  REQUIRE(runs.seen.ended.size() == 1);
  CHECK(to_string(runs.seen.ended[0].record.status) == "interrupted");
  CHECK(runs.seen.lines.empty());
  CHECK(runs.ends["early"] == 1);
}

TEST_CASE("stopping what is unknown or has ended is ignored") {
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, 2ms);
  const run_id id = runs.start("quick", "", 60s);
  runs.pool.stop(runs.ids.next(bench.time->wall()), replaced);
  runs.run();
  runs.pool.stop(id, replaced);
  REQUIRE(runs.seen.ended.size() == 1);
  CHECK(runs.seen.ended[0].record.status == run_status::passed);
}

TEST_CASE("a run is told of when it starts and when it ends, once each, and never from within start") {
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, 2ms);
  const run_id id = runs.start("told", "console.log('here')", 60s);
  CHECK(runs.seen.started.empty());
  CHECK(runs.pool.size() == 1);
  runs.run();
  REQUIRE(runs.seen.started.size() == 1);
  CHECK(runs.seen.started[0].id == id);
  CHECK(runs.seen.started[0].test == "told");
  CHECK(runs.seen.started[0].status == run_status::running);
  CHECK(!runs.seen.started[0].end_at);
  REQUIRE(runs.seen.ended.size() == 1);
  const run_record& ended = runs.seen.ended[0].record;
  CHECK(ended.id == id);
  CHECK(ended.start_at == runs.seen.started[0].start_at);
  REQUIRE(ended.end_at);
  CHECK(*ended.end_at == ended.start_at + ended.duration);
  CHECK(runs.seen.lines == std::vector<std::string>{"here"});
}

TEST_CASE("a run's lateness holds the wait for its turn") {
  script_bench compiler;
  boost::asio::io_context loop{1};
  ticking_clock time(loop, 100us);
  pool_rig rig(compiler, loop, time, 2ms);
  for (int i = 0; i < 10; ++i) rig.start("busy " + std::to_string(i), "for (;;) Math.abs(1)", 200ms);
  rig.start("last", "", 1s);
  rig.run();
  CHECK(rig.seen.of("last").record.lateness > 10ms);
  CHECK(rig.seen.of("last").record.lateness < 200ms);
}

TEST_CASE("a thousand runs leave no memory behind") {
  const char* const light[] = {"console.log('small')", "throw new Error('no')",
                               "std.time.sleep('1ms'); log.kv('a', { b: [1, 2, 3] }).info('line')"};
  const char* const heavy[] = {"var a = []; for (var i = 0; i < 20000; ++i) a.push('text ' + i)",
                               "function f() { f() } f()", "var s = 'x'; for (;;) s += s"};
  script_bench bench;
  pool_rig runs(bench, bench.loop, *bench.time, 2ms);
  std::vector<std::shared_ptr<const test>> tests;
  for (int i = 0; i < 60; ++i) tests.push_back(bench.make_test(i < 3 ? heavy[i] : light[i % 3], 10s, 8u << 20));
  std::size_t ended = 0;
  const auto round = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      runs.pool.start({tests[i % tests.size()], runs.ids.next(bench.time->wall()), run_trigger::manual, {}},
                      [&](const run_record&) {
                        ++ended;
                        if (runs.pool.size() == 0) runs.work.reset();
                      });
      if (i % 20 == 19 || i + 1 == count) runs.run();
    }
    runs.seen = {};
  };
  round(240);
  const std::size_t before = resident_bytes();
  round(1000);
  const std::size_t after = resident_bytes();
  CHECK(ended == 1240);
#if !defined(__SANITIZE_ADDRESS__)  // which keeps what is freed for a while
  // A thousand leaked stacks or heaps would be a hundred times that.
  CAPTURE(before, after);
  CHECK(after < before + (2u << 20));
#endif
}
