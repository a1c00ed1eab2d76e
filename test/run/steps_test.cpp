// check, test.step, test.cleanup and test.skip: what a run's record has of them, and what they make of its outcome.

#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// A line a step: 'passed log in', indented as it nests, 'failed cleanup tidy: why'.
std::string steps_of(const run::run_result& result) {
  std::string text;
  for (const run_step& s : result.details.steps) {
    std::size_t depth = 0;
    for (auto up = s.parent; up; up = result.details.steps[*up].parent) ++depth;
    text += std::string(depth, ' ') + std::string(to_string(s.status)) + (s.cleanup ? " cleanup " : " ") + s.name;
    if (!s.error.empty()) text += ": " + s.error;
    text += "\n";
  }
  return text;
}

std::string checks_of(const run::run_result& result) {
  std::string text;
  for (const run_check& c : result.details.checks) {
    text += std::string(c.held ? "held" : "not held") + (c.soft ? " soft " : " ") + c.name;
    if (c.step) text += " in " + result.details.steps[*c.step].name;
    text += "\n";
  }
  return text;
}

std::string outcome_of(const run::run_result& result) {
  const auto& cause = result.record.cause;
  if (result.record.status == run_status::skipped) return "skipped: " + cause.message;
  return std::string(to_string(result.record.status)) +
         (cause.kind == failure_class::none ? "" : " " + std::string(to_string(cause.kind)) + ": " + cause.message);
}

std::string logged(const run::run_result& result) {
  std::string text;
  for (const log_entry& e : result.details.logs) text += std::string(to_string(e.level)) + " " + e.message + "\n";
  return text;
}

struct row {
  const char *name, *source, *outcome, *steps, *checks;
};

}  // namespace

TEST_CASE("what checks and steps say is recorded, and makes the outcome") {
  const row rows[] = {
      {"all hold", "if (!check(7, { 'is 7': function (n) { return n === 7; }, 'true': true })) throw 1;", "passed", "",
       "held is 7\nheld true\n"},
      {"some do not, and the script goes on",
       "if (check(7, { a: function (n) { return n > 7; }, b: 0, c: 1 })) throw 1; check(1, { d: '' }); check(1, { e: 1 "
       "});",
       "failed assert: 3 checks did not hold: 'a', 'b', 'd'", "",
       "not held a\nnot held b\nheld c\nnot held d\nheld e\n"},
      {"soft ones are recorded only", "if (check(1, { a: false }, { soft: true })) throw 1;", "passed", "",
       "not held soft a\n"},
      {"a predicate that throws",
       "check(null, { a: function (v) { return v.code; }, b: true }); check(1, { c: function () { throw 'no'; } }, { "
       "soft: true });",
       "failed assert: a check did not hold: 'a' (it threw TypeError: cannot read property 'code' of null)", "",
       "not held a\nheld b\nnot held soft c\n"},
      {"a predicate that gives a promise",
       "check(1, { a: function () { return { then: function () {} }; } }, { soft: true });", "passed", "",
       "not held soft a\n"},
      {"a later error is the cause, and the checks are named", "check(1, { a: 0 }); throw new Error('late');",
       "failed assert: late; before that, a check did not hold: 'a'", "", "not held a\n"},
      {"log.fail in a predicate", "check(1, { a: function () { log.fail('at once'); } }); throw 1;",
       "failed assert: at once", "", ""},
      {"steps nest, and give what their functions give",
       "var v = test.step('a', function () { return test.step('b', function () { return 3; }) + 1; });"
       "test.step('c', function () {}); if (v !== 4) throw v;",
       "passed", "passed a\n passed b\npassed c\n", ""},
      {"an error in a step ends the run",
       "test.step('a', function () { test.step('b', function () { throw new Error('no'); }); }); test.step('c', "
       "function () {});",
       "failed assert: in the step 'b': no", "failed a: no\n failed b: no\n", ""},
      {"a text that is thrown", "test.step('a', function () { throw 'no'; });", "failed assert: in the step 'a': no",
       "failed a: no\n", ""},
      {"an error that is caught",
       "try { test.step('a', function () { throw new Error('no'); }); } catch (e) { test.step(e.message, function () "
       "{}); }",
       "passed", "failed a: no\npassed no\n", ""},
      {"an error after one that was caught",
       "try { test.step('a', function () { throw new Error('no'); }); } catch (e) {} throw new Error('other');",
       "failed assert: other", "failed a: no\n", ""},
      {"log.fail in a step", "try { test.step('a', function () { test.fail('no', 1); }); } catch (e) {}",
       "failed assert: no 1", "failed a: no 1\n", ""},
      {"a check that does not hold in a step",
       "test.step('a', function () { test.step('b', function () { check(1, { c: 0 }); }); check(1, { d: 1 }); }); "
       "test.step('e', function () { check(1, { f: 0 }, { soft: true }); });",
       "failed assert: a check did not hold: 'c'",
       "failed a: a check in it did not hold\n failed b: a check in it did not hold\npassed e\n",
       "not held c in b\nheld d in a\nnot held soft f in e\n"},
      {"cleanups, the last first",
       "test.cleanup('one', function () { log.info('1'); }); test.cleanup(function () { log.info('2'); });", "passed",
       "passed cleanup cleanup\npassed cleanup one\n", ""},
      {"cleanups of a run that failed",
       "test.step('a', function () { test.cleanup('one', function () { test.step('in', function () {}); }); throw "
       "'no'; });",
       "failed assert: in the step 'a': no", "failed a: no\npassed cleanup one\n passed in\n", ""},
      {"a cleanup that fails a run that passed",
       "test.cleanup('one', function () {}); test.cleanup('two', function () { throw new Error('stuck'); });",
       "failed assert: in the cleanup 'two': stuck", "failed cleanup two: stuck\npassed cleanup one\n", ""},
      {"a cleanup that fails a run that failed",
       "test.cleanup('two', function () { check(1, { gone: false }); }); throw new Error('first');",
       "failed assert: first", "failed cleanup two: a check in it did not hold\n", "not held gone in two\n"},
      {"a cleanup of a cleanup",
       "test.cleanup('a', function () { test.cleanup('b', function () {}); }); test.cleanup('c', function () {});",
       "passed", "passed cleanup c\npassed cleanup a\npassed cleanup b\n", ""},
      {"a cleanup that gives a promise", "test.cleanup('a', function () { return { then: function () {} }; });",
       "failed script: in the cleanup 'a': TypeError: a cleanup of a script in ES5 must not give a promise: nothing "
       "waits for it",
       "failed cleanup a: TypeError: a cleanup of a script in ES5 must not give a promise: nothing "
       "waits for it\n",
       ""},
      {"log.fail in a cleanup", "test.cleanup(function () { try { log.fail('no'); } catch (e) {} });",
       "failed assert: no", "passed cleanup cleanup\n", ""},
      {"a skip ends the run there", "test.skip('no user'); throw new Error('late');", "skipped: no user", "", ""},
      {"a skip cannot be caught",
       "for (var i = 0; i < 3; ++i) { try { test.skip('no user'); } catch (e) {} finally { log.info('on'); } }"
       "throw new Error('late');",
       "skipped: no user", "", ""},
      {"nor turned into a failure", "try { test.skip('no user'); } catch (e) { throw new Error('mine'); }",
       "skipped: no user", "", ""},
      {"nor swallowed at the end of a script", "try { test.skip('no user'); } catch (e) {}", "skipped: no user", "",
       ""},
      {"a skip in a step skips the steps around it, and cleanups run",
       "test.cleanup('tidy', function () {}); test.step('before', function () {});"
       "test.step('a', function () { test.step('b', function () { test.skip('no user'); }); });",
       "skipped: no user",
       "passed before\nskipped a: the run was skipped: no user\n skipped b: the run was skipped: no user\n"
       "passed cleanup tidy\n",
       ""},
      {"a skip in a predicate", "check(1, { a: 1, b: function () { test.skip('no user'); }, c: 0 });",
       "skipped: no user", "", "held a\n"},
      {"a skip after checks that held, softly or not",
       "check(1, { a: 1 }); check(1, { b: 0 }, { soft: true });"
       "test.skip('no user');",
       "skipped: no user", "", "held a\nnot held soft b\n"},
      {"a skip hides no check that did not hold, and ends the run all the same",
       "check(1, { a: 0 }); test.skip('no user'); check(1, { b: 0 });", "failed assert: a check did not hold: 'a'", "",
       "not held a\n"},
      {"nor a log.fail that was caught", "try { log.fail('first'); } catch (e) {} test.skip('no user');",
       "failed assert: first", "", ""},
      {"an error that was caught is none", "try { throw 1; } catch (e) { test.skip('no user'); }", "skipped: no user",
       "", ""},
      {"a cleanup that fails after a skip fails the run",
       "test.cleanup('tidy', function () { throw new Error('stuck'); }); test.skip('no user');",
       "failed assert: in the cleanup 'tidy': stuck", "failed cleanup tidy: stuck\n", ""},
      {"a cleanup cannot skip the run", "test.cleanup('tidy', function () { test.skip('no user'); });",
       "failed script: in the cleanup 'tidy': test.skip: a cleanup cannot skip the run, which is over",
       "failed cleanup tidy: test.skip: a cleanup cannot skip the run, which is over\n", ""},
      {"a skip says why",
       "function of(f) { try { f(); } catch (e) { return e.message; } }"
       "throw of(function () { test.skip(); }) + '\\n' + of(function () { test.skip(''); });",
       "failed assert: test.skip: the reason (argument 1) must be a string, not undefined\ntest.skip: the reason "
       "(argument 1) must say why, and is empty",
       "", ""},
      {"wrong arguments",
       "function of(f) { try { f(); } catch (e) { return e.name + ': ' + e.message; } }"
       "throw [of(function () { check(1); }), of(function () { check(1, {}, { sft: 1 }); }), of(function () { "
       "test.step('a'); }), of(function () { test.step(1, 2); }), of(function () { test.cleanup(1); })].join('\\n');",
       "failed assert: TypeError: check: the checks (argument 2) must be an object of names and predicates, not "
       "undefined\nTypeError: check: there is no option 'sft'; did you mean 'soft'?\nTypeError: test.step: what "
       "to do (argument 2) must be a function, not undefined\nTypeError: test.step: the name (argument 1) must be a "
       "string, not a number\nTypeError: test.cleanup: the name (argument 1) must be a string, not a number",
       "", ""},
  };
  for (const bool fork : {true, false}) {
    script_bench bench(fork);
    for (const row& r : rows) {
      CAPTURE(fork, r.name);
      const auto result = bench.run(r.source);
      CHECK(outcome_of(result) == r.outcome);
      CHECK(steps_of(result) == r.steps);
      CHECK(checks_of(result) == r.checks);
    }
  }
}

TEST_CASE("a run that fails by its checks tells the line of the first one that did not hold") {
  script_bench bench;
  const auto result = bench.run("var ok = 1;\ncheck(ok, { a: 1 });\n\n  check(ok, { b: 0 });\ncheck(ok, { c: 0 });\n");
  REQUIRE(result.details.error);
  CHECK(result.details.error->line == 4);
  CHECK(result.details.error->message == "2 checks did not hold: 'b', 'c'");
  CHECK(result.details.error->excerpt.find("> 4 |   check(ok") != std::string::npos);
}

TEST_CASE("a run that skips itself tells why in its log, and as much of a long reason as is kept") {
  script_bench bench;
  const auto result = bench.run("test.skip(new Array(3000).join('\\u00e9'));");
  CHECK(result.record.status == run_status::skipped);
  CHECK(result.record.cause.kind == failure_class::none);
  CHECK(result.record.cause.message.size() == 4000 + std::string("…").size());
  CHECK(!result.details.error);
  CHECK(logged(result).starts_with("info the run is skipped: é"));
  CHECK(logged(bench.run("check(1, { a: 0 }); test.skip('no user');")) ==
        "warn the run has failed already, and cannot be skipped: no user\n");
}

TEST_CASE("cleanups run after a timeout, with time of their own") {
  script_bench bench;
  const auto result = bench.run(
      "test.cleanup('tidy', function () { std.time.sleep('20ms'); log.info('tidied'); });\n"
      "test.step('wait', function () { try { std.time.sleep('1h'); } catch (e) { log.info('caught'); } });",
      100ms);
  CHECK(outcome_of(result) == "failed timeout: the run took longer than its timeout of 100ms, in the step 'wait'");
  CHECK(steps_of(result) == "failed wait: the run took longer than its timeout of 100ms\npassed cleanup tidy\n");
  CHECK(logged(result) == "info tidied\n");
  CHECK(result.details.steps[1].duration >= 20ms);
}

TEST_CASE("cleanups run after the script has used up its memory") {
  script_bench bench;
  const auto result = bench.run(
      "test.cleanup('tidy', function () { log.info('tidied'); }); for (var a = [];;) a.push(new Array(1000).join('x') "
      "+ "
      "a.length);",
      10s, 4u << 20);
  CHECK(result.record.cause.kind == failure_class::limit);
  CHECK(steps_of(result) == "passed cleanup tidy\n");
  CHECK(logged(result) == "info tidied\n");
}

TEST_CASE("a cleanup that does not end is ended, and the others have no time left") {
  script_bench bench;
  const auto result = bench.run(
      "test.cleanup('a', function () { log.info('never'); }); test.cleanup('b', function () { while (true) { try { "
      "while (true); } catch (e) {} } });",
      150ms);
  CHECK(outcome_of(result) ==
        "failed timeout: what the run did to tidy up took longer than the 150ms that there are for it, in the cleanup "
        "'b'");
  CHECK(steps_of(result) ==
        "failed cleanup b: what the run did to tidy up took longer than the 150ms that there are for it\n"
        "skipped cleanup a: there was no time left for it\n");
  CHECK(logged(result).find("never") == std::string::npos);
  CHECK(logged(result).find("error what the run did to tidy up took longer") == 0);
}

TEST_CASE("cleanups of a run that was ended from outside have two seconds at most") {
  script_bench bench;
  const auto what = bench.make_test(
      "test.cleanup('a', function () { std.time.sleep('1h'); }); test.cleanup('b', function () { log.info('tidied'); "
      "});"
      "std.time.sleep('1h');",
      30s);
  run::run_result result;
  bench.in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    const auto alarm = bench.time->make_timer();
    alarm->start(bench.time->mono() + 20ms, [&] { stop.stop({failure_class::interrupted, "enough"}); });
    const run::run_order order{what, bench.ids.next(bench.time->wall()), run_trigger::manual, {}};
    result = run::execute(bench.engine, order, *what->code, run::begin_record(*bench.time, order), stop, {}, yield);
  });
  CHECK(outcome_of(result) == "interrupted interrupted: enough");
  CHECK(logged(result).starts_with("info tidied\n"));
  CHECK(result.record.duration >= 2s);
  CHECK(result.record.duration < 8s);
}

TEST_CASE("cleanups that go on when their run is ended from outside have two seconds from then on") {
  script_bench bench;
  const auto what = bench.make_test("test.cleanup('a', function () { std.time.sleep('1h'); });", 30s);
  run::run_result result;
  bench.in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    const auto alarm = bench.time->make_timer();
    alarm->start(bench.time->mono() + 20ms, [&] { stop.stop({failure_class::interrupted, "enough"}); });
    const run::run_order order{what, bench.ids.next(bench.time->wall()), run_trigger::manual, {}};
    result = run::execute(bench.engine, order, *what->code, run::begin_record(*bench.time, order), stop, {}, yield);
  });
  CHECK(
      outcome_of(result) ==
      "failed timeout: what the run did to tidy up took longer than the 2s that there are for it, in the cleanup 'a'");
  CHECK(result.record.duration >= 2s);
  CHECK(result.record.duration < 8s);
}

TEST_CASE("cleanups have room of their own after a limit, and one that they reach fails the run") {
  script_bench bench;
  const auto after =
      bench.run("test.cleanup(function () { log.info('tidied'); }); for (var i = 0; i < 10001; ++i) log.info(i);", 20s);
  CHECK(outcome_of(after) == "failed limit: the run logged more than 1 MiB or 10,000 lines");
  CHECK(after.details.logs.back().message == "tidied");

  const auto within = bench.run(
      "test.cleanup('a', function () { log.info('tidied'); });"
      "test.cleanup('b', function () { for (;;) { try { log.info('x'); } catch (e) { return; } } });",
      20s);
  CHECK(outcome_of(within).starts_with("failed limit: the run logged more than 1 MiB or 10,000 lines"));

  const auto caught =
      bench.run("test.cleanup('b', function () { for (;;) { try { log.info('x'); } catch (e) { return; } } });", 20s);
  CHECK(outcome_of(caught).starts_with("failed limit: the run logged more than 1 MiB or 10,000 lines"));
}

TEST_CASE("a step whose function gives a promise ends when that is settled") {
  // As the promises of any library: `then` is asked for, and called.
  const std::string later =
      "function later(broken, value) { var self = { then: function (kept, not) { self.go = function () { "
      "self.gave = (broken ? not : kept)(value); }; return self; } }; return self; }\n";
  script_bench bench;
  const auto kept = bench.run(later +
                              "var p = later(false, 7); var q = test.step('a', function () { return p; });"
                              "if (q !== p) throw 1; std.time.sleep('30ms'); p.go(); if (p.gave !== 7) throw 2;");
  CHECK(outcome_of(kept) == "passed");
  CHECK(steps_of(kept) == "passed a\n");
  CHECK(kept.details.steps[0].duration >= 30ms);
  const auto broken = bench.run(later +
                                "var p = later(true, new Error('no')); test.step('a', function () { return p; });"
                                "p.go();");
  CHECK(outcome_of(broken) == "failed assert: in the step 'a': no");
  CHECK(steps_of(broken) == "failed a: no\n");
}

TEST_CASE("a run keeps a thousand steps and ten thousand checks, cuts long names, and counts the rest") {
  script_bench bench;
  const auto result = bench.run(
      "var long = new Array(400).join('\\u00e9');"
      "for (var i = 0; i < 1003; ++i) test.step(long, function () { check(1, { a: 1 }); });"
      "for (i = 0; i < 9001; ++i) check(1, { b: 1 }); var o = {}; o[long] = 0; check(1, o);");
  CHECK(result.record.cause.kind == failure_class::assertion);
  CHECK(result.record.cause.message.size() < 300);
  CHECK(result.details.steps.size() == 1000);
  CHECK(result.details.steps_dropped == 3);
  CHECK(result.details.checks.size() == 10'000);
  CHECK(result.details.checks_dropped == 5);
  CHECK(result.details.steps[0].name.size() < 210);
}
