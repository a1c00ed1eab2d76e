// Scripts that are suspended at every opportunity, wherever they stand, and are resumed there.

#include "run/ticking_rig.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// Each looks at its own result. `Math.abs` and `pause` are where it is suspended.
const struct {
  const char *name, *source;
} inside_native_code[] = {
    {"sort",
     "var a = []; for (var i = 0; i < 100; ++i) a.push(i * 7919 % 100);"
     "a.sort(function (x, y) { pause(); return x - y });"
     "for (i = 0; i < 100; ++i) same(a[i], i)"},
    {"reviver",
     "same(JSON.stringify(JSON.parse('{\"a\":[1,2,{\"b\":3}],\"c\":\"d\"}', function (k, v) {"
     "  pause(); return typeof v === 'number' ? v + 1 : v })), '{\"a\":[2,3,{\"b\":4}],\"c\":\"d\"}')"},
    {"replacer",
     "same(JSON.stringify({ a: 1, b: { c: 2 } }, function (k, v) { pause(); return v === 2 ? 3 : v }), "
     "'{\"a\":1,\"b\":{\"c\":3}}')"},
    {"toJSON", "same(JSON.stringify([{ toJSON: function () { pause(); return 'x' } }, 1]), '[\"x\",1]')"},
    {"replace", "same('a1b2c3'.replace(/[0-9]/g, function (d) { pause(); return d * 2 }), 'a2b4c6')"},
    {"getter", "same(JSON.stringify({ get a() { pause(); return [1] }, b: 2 }), '{\"a\":[1],\"b\":2}')"},
    {"setter", "var got; var o = { set a(v) { pause(); got = v } }; o.a = 7; same(got, 7)"},
    {"toString", "same('<' + { toString: function () { pause(); return 'me' } } + '>', '<me>')"},
    {"valueOf", "same(2 * { valueOf: function () { pause(); return 21 } }, 42)"},
    {"forEach in forEach",
     "var sum = 0; [1, 2].forEach(function (a) { [10, 20].forEach(function (b) { pause(); sum += a * b }) });"
     "same(sum, 90)"},
    {"reduce", "same([1, 2, 3].reduce(function (a, b) { pause(); return a + b }), 6)"},
    {"apply and bind",
     "same((function (a, b) { pause(); return this.c + a + b }).bind({ c: 1 }, 2).apply(null, [3]), 6)"},
    {"Underscore", "same(_.sortBy([3, 1, 2], function (n) { pause(); return n }).join(), '1,2,3')"},
    {"eval", "same(eval('pause(); 1 + 1') + new Function('a', 'pause(); return a')(3), 5)"},
    {"proxy", "same(new Proxy({}, { get: function (t, k) { pause(); return k + '!' } }).hello, 'hello!')"},
    {"constructor", "function P(x) { pause(); this.x = x } same(new P(3).x, 3)"},
    {"finally", "function f() { try { pause(); return 1 } finally { pause() } } same(f(), 1)"},
    {"log", "log.kv({ get k() { pause(); return 'v' } }).info({ toString: function () { pause(); return 'm' } })"},
};

const std::string prelude =
    "function same(is, should) { if (is !== should) throw new Error(is + ' is not ' + should) }"
    "function pause() { for (var i = 0; i < 3; ++i) Math.abs(i) }";

}  // namespace

TEST_CASE("a script that is suspended inside native code goes on there") {
  script_bench compiler;
  boost::asio::io_context loop{1};
  // Each look at the clock ends a slice, so that each check suspends.
  ticking_clock time(loop, 1ms);
  pool_rig rig(compiler, loop, time, 1ms);
  for (int copy = 0; copy < 2; ++copy) {
    for (const auto& s : inside_native_code)
      rig.start(std::string(s.name) + (copy == 0 ? "" : " again"), prelude + s.source, 1h);
  }
  rig.run();
  REQUIRE(rig.seen.ended.size() == 2 * std::size(inside_native_code));
  for (const auto& result : rig.seen.ended) {
    CAPTURE(result.record.test, result.record.cause.message);
    CHECK(result.record.status == run_status::passed);
    CHECK(slices_of(result) > 5);
  }
}

TEST_CASE("scripts that throw and catch while they are suspended keep their own errors") {
  const std::string source = R"(
    function pause() { for (var i = 0; i < 3; ++i) Math.abs(i) }
    var caught = 0;
    for (var i = 0; i < 300; ++i) {
      try {
        try {
          pause();
          if (i % 4 === 0) throw new Error(test.name + i);
          if (i % 4 === 1) null.x;
          if (i % 4 === 2) JSON.parse('{');
          [2, 1].sort(function () { pause(); throw new Error(test.name + i) });
        } catch (e) {
          pause();
          if (i % 4 === 0 && e.message !== test.name + i) throw 'not mine: ' + e;
          if (i % 4 === 1 && !(e instanceof TypeError)) throw 'not mine: ' + e;
          if (i % 4 === 2 && !(e instanceof SyntaxError)) throw 'not mine: ' + e;
          if (i % 4 === 3 && e.message !== test.name + i) throw 'not mine: ' + e;
          throw e;
        } finally {
          pause();
        }
      } catch (again) {
        if (typeof again === 'string') throw new Error(again);
        ++caught;
      }
    }
    if (caught !== 300) throw new Error('caught ' + caught);
    throw new Error('the end of ' + test.name))";
  script_bench compiler;
  const auto check = [](const pool_rig& rig) {
    for (const std::string name : {"one", "two"}) {
      const auto& result = rig.seen.of(name);
      CAPTURE(name, slices_of(result));
      CHECK(to_string(result.record.cause.kind) == "assert");
      CHECK(result.record.cause.message == "the end of " + name);
      CHECK(slices_of(result) > 20);
    }
  };
  SECTION("at every check") {
    boost::asio::io_context loop{1};
    ticking_clock time(loop, 1ms);
    pool_rig rig(compiler, loop, time, 1ms);
    for (const char* name : {"one", "two"}) rig.start(name, source, 1h);
    rig.run();
    check(rig);
  }
  SECTION("each 50 µs") {
    pool_rig rig(compiler, compiler.loop, *compiler.time, 50us);
    for (const char* name : {"one", "two"}) rig.start(name, source, 30s);
    rig.run();
    check(rig);
  }
}

TEST_CASE("native code that is suspended while it handles an exception finds it again") {
  script_bench bench;
  std::vector<std::string> found;
  const auto work = [&](const std::string& name) {
    boost::asio::spawn(
        bench.loop, std::allocator_arg, script::stack_allocator(bench.engine.stacks),
        [&bench, &found, name](boost::asio::yield_context yield) {
          interrupter stop;
          script::supervisor watch(*bench.time, bench.turns, stop, yield, bench.time->mono() + 10s, 10s);
          for (int i = 0; i < 5; ++i) {
            try {
              throw std::runtime_error(name);
            } catch (...) {
              if (i % 2 == 0) {
                watch.sleep(1ms);
              } else {
                watch.suspended([&](boost::asio::yield_context y) { return bench.turns.wait(y), 0; });
              }
              try {
                throw;
              } catch (const std::runtime_error& mine) {
                found.push_back(name + mine.what());
              }
            }
            if (std::uncaught_exceptions() != 0 || std::current_exception()) found.push_back("something is left");
          }
        },
        [](std::exception_ptr thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
  };
  work("a");
  work("b");
  const auto enough = bench.time->make_timer();  // keeps the loop at work
  enough->start(bench.time->mono() + 100ms, [] {});
  bench.loop.restart();
  script::run_loop(bench.loop, bench.turns);
  CHECK(std::count(found.begin(), found.end(), "aa") == 5);
  CHECK(std::count(found.begin(), found.end(), "bb") == 5);
  CHECK(found.size() == 10);
}
