#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using namespace std::chrono_literals;
using canary::testing::script_bench;

TEST_CASE("a script that does nothing passes, and one that logs leaves its lines") {
  script_bench bench;
  CHECK(bench.run("").record.status == run_status::passed);
  const auto result = bench.run("console.log('hello', 'world'); log.kv('foo', 'bar').warn('careful');");
  REQUIRE(result.record.status == run_status::passed);
  REQUIRE(result.details.logs.size() == 2);
  CHECK(result.details.logs[0].message == "hello world");
  CHECK(result.details.logs[1].level == log_level::warn);
  CHECK(result.details.logs[1].fields.at("foo") == "bar");
}

TEST_CASE("an uncaught error fails the run with its message, its class and its line") {
  script_bench bench;
  struct row {
    const char* source;
    failure_class kind;
    const char* cause;
    int line;
  };
  const row rows[] = {
      {"throw new Error('error thrown')", failure_class::assertion, "error thrown", 1},
      {"\n\nnothing.here", failure_class::script, "ReferenceError: identifier 'nothing' undefined", 3},
      {"\nfetch('/')", failure_class::script,
       "ReferenceError: identifier 'fetch' undefined; write http.get(url), or http.do({ method: …, url: …, body: … })",
       2},
      {"\nexpect(1).toBe(1)", failure_class::script,
       "Invalid Chai property: toBe. Did you mean \"to\"?; write .to.equal(value)", 2},
      {"log.fail('100%d')", failure_class::assertion, "100%d", 1},
      {"try { log.fail('caught') } catch (e) {}", failure_class::assertion, "caught", 0},
      {"throw 'text'", failure_class::assertion, "text", 0},
      {"throw null", failure_class::assertion, "thrown: null", 0},
      {"throw { toString: function () { throw 1 } }", failure_class::assertion,
       "a value was thrown that cannot be shown", 0},
      {"function f() { f() } f()", failure_class::limit, "RangeError: callstack limit", 1},
      {"var a = [], b = new Array(100001).join('x'); for (var i = 0; ; i++) a.push(i + b)", failure_class::limit,
       "the script needs more memory than its limit of 64 MiB", 1},
  };
  for (const auto& r : rows) {
    CAPTURE(r.source);
    const auto result = bench.run(r.source);
    CHECK(to_string(result.record.status) == "failed");
    CHECK(to_string(result.record.cause.kind) == to_string(r.kind));
    CHECK(result.record.cause.message == r.cause);
    if (r.line > 0) {
      REQUIRE(result.details.error);
      CHECK(result.details.error->line == r.line);
      CHECK(result.details.error->file == "canary.js");
    }
  }
}

TEST_CASE("an endless script ends at its timeout, whatever it catches") {
  script_bench bench;
  for (const char* source : {"while (true) {}", "for (;;) { try { while (true) {} } catch (e) {} }",
                             "function f() { try { while (true) {} } finally { f() } } f()"}) {
    CAPTURE(source);
    const auto result = bench.run(source, 100ms);
    CHECK(to_string(result.record.cause.kind) == "timeout");
    CHECK(result.record.duration >= 100ms);
    CHECK(result.record.duration < 2s);
    CHECK(result.record.usage.value().slices > 2);  // as many as others leave it time for
  }
}

TEST_CASE("a sleep suspends for as long as it says, and ends at the deadline") {
  script_bench bench;
  const auto slept =
      bench.run("var t = std.time.now(); std.time.sleep('30ms'); log.kv('s', std.time.since(t).seconds()).info('x')");
  REQUIRE(slept.record.status == run_status::passed);
  CHECK(slept.record.duration >= 30ms);
  CHECK(slept.details.logs.at(0).fields.at("s").to_number<double>() >= 0.03);
  const auto late = bench.run("std.time.sleep('1h'); console.log('not reached')", 50ms);
  CHECK(to_string(late.record.cause.kind) == "timeout");
  CHECK(late.details.logs.empty());
}

TEST_CASE("nothing that one run does to its world is seen by the next") {
  script_bench bench;
  CHECK(bench.run("Array.prototype.push = 1; x = 5; delete Object.keys; console.log = null; _ = 7").record.status ==
        run_status::passed);
  const auto after =
      bench.run("console.log(typeof x, typeof [].push, typeof Object.keys, typeof _.map, typeof Duktape)");
  CAPTURE(after.record.cause.message);
  REQUIRE(after.record.status == run_status::passed);
  CHECK(after.details.logs.at(0).message == "undefined function function function undefined");
}

TEST_CASE("a syntax error is refused at compilation, with its line and column") {
  script_bench bench;
  const auto refused = bench.compile("x.js", "var a = 1;\nvar b = = 2;\n");
  REQUIRE(!refused);
  REQUIRE(refused.error().error);
  CHECK(to_string(refused.error().cause.kind) == "script");
  CHECK(refused.error().error->line == 2);
  CHECK(refused.error().error->column == 9);
  CHECK(refused.error().error->excerpt.find("> 2 | var b = = 2;\n    |         ^") != std::string::npos);
}

TEST_CASE("newer syntax is refused with what to write instead") {
  script_bench bench;
  for (const char* source : {"var f = x => x;", "var s = `text`;", "let a = 1;", "class A {}"}) {
    CAPTURE(source);
    const auto refused = bench.compile("x.js", source);
    REQUIRE(!refused);
    CAPTURE(refused.error().cause.message);
    CHECK(refused.error().cause.message.find("ES5") != std::string::npos);
  }
}
