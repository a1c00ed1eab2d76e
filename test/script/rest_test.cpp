#include "canary/script/rester.hpp"
#include "script/bundled.hpp"
#include "script/heap_template.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

#include <algorithm>
#include <cstring>

using namespace canary;
using namespace canary::script;

TEST_CASE("what a copy has not changed goes to the system, and comes back as it was") {
  const auto built = heap_template::build(compile_bundled_scripts(), 0);
  REQUIRE(built.has_value());
  const heap_image& image = built->image();
  arena copy(1u << 20);
  image.copy_to(copy);
  auto* bytes = copy.base();
  const std::vector<std::byte> pristine(bytes, bytes + image.size());
  bytes[5 * 4096 + 100] ^= std::byte{1};
  bytes[9 * 4096] ^= std::byte{1};
  const std::vector<std::byte> changed(bytes, bytes + image.size());

  const auto away = image.drop_unchanged(copy);
  CHECK(away.size() == image.size() / 4096 - 2);
  CHECK(std::find(away.begin(), away.end(), 5u) == away.end());
  CHECK(std::find(away.begin(), away.end(), 9u) == away.end());
  // They are gone: the system gives zeroes instead.
  for (const std::size_t p : away) {
    CAPTURE(p);
    CHECK(std::all_of(bytes + p * 4096, bytes + (p + 1) * 4096, [](std::byte b) { return b == std::byte{0}; }));
  }
  CHECK(std::memcmp(bytes + 5 * 4096, changed.data() + 5 * 4096, 4096) == 0);

  image.restore(copy, away);
  CHECK(std::memcmp(bytes, changed.data(), changed.size()) == 0);
}

namespace {

const char* const busy_sleeper = R"(
  var kept = [];
  for (var i = 0; i < 1000; ++i) kept.push({ name: 'thing ' + i });
  Array.prototype.mine = 7;
  std.time.sleep('300ms');
  var digest = kept.map(function (k) { return k.name }).join().length + [].mine + Object.keys(Math).length;
  std.time.sleep('300ms');
  log.info(digest + ' ' + JSON.stringify(kept[999]) + ' ' + new Date(0).toISOString() + ' ' + /th(i)ng/.exec('thing')[1]);
)";

}  // namespace

TEST_CASE("a script goes on after its VM has rested as if nothing had been") {
  for (const bool fork : {true, false}) {
    CAPTURE(fork);
    testing::script_bench bench(fork);
    const auto sleeper = bench.make_test(busy_sleeper);
    const auto alarm = bench.time->make_timer();
    std::size_t rested = 0;
    std::function<void()> again = [&] {
      rested += bench.vms->rest(bench.time->mono(), 10, 0);
      if (rested < 2) alarm->start(bench.time->mono() + std::chrono::milliseconds{20}, again);
    };
    alarm->start(bench.time->mono() + std::chrono::milliseconds{20}, again);
    const auto run = bench.run(sleeper);
    CHECK(rested == 2);
    CHECK(run.record.status == run_status::passed);
    REQUIRE(run.details.logs.size() == 1);
    CHECK(run.details.logs[0].message == R"(9896 {"name":"thing 999"} 1970-01-01T00:00:00.000Z i)");
  }
}

TEST_CASE("only those rest that have waited for long enough, and never all of them") {
  testing::script_bench bench;
  const auto sleeper = bench.make_test("std.time.sleep('200ms')");
  std::vector<std::size_t> rested;
  const auto alarm = bench.time->make_timer();
  const auto started = bench.time->mono();
  alarm->start(started + std::chrono::milliseconds{100}, [&] {
    rested.push_back(bench.vms->rest(started, 100, 0));             // nobody waited then
    rested.push_back(bench.vms->rest(bench.time->mono(), 100, 8));  // ten of them, two too many
    rested.push_back(bench.vms->rest(bench.time->mono(), 3, 0));
    rested.push_back(bench.vms->rest(bench.time->mono(), 100, 0));
    rested.push_back(bench.vms->rest(bench.time->mono(), 100, 0));
  });
  int passed = 0;
  for (int i = 0; i < 10; ++i) {
    boost::asio::spawn(
        bench.loop, std::allocator_arg, stack_allocator(bench.engine.stacks),
        [&](boost::asio::yield_context yield) {
          interrupter stop;
          const run::run_order order{sleeper, bench.ids.next(bench.time->wall()), run_trigger::manual, {}};
          const auto result =
              run::execute(bench.engine, order, *sleeper->code, run::begin_record(*bench.time, order), stop, {}, yield);
          passed += result.record.status == run_status::passed;
        },
        [](std::exception_ptr e) {
          if (e) std::rethrow_exception(e);
        });
  }
  bench.loop.restart();
  run_loop(bench.loop, bench.turns);
  CHECK(passed == 10);
  CHECK(rested == std::vector<std::size_t>{0, 2, 3, 5, 0});
  CHECK(bench.vms->rest(bench.time->mono(), 100, 0) == 0);
}
