// expect and assert: what a failed assertion tells.

#include "support/catch.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

struct row {
  const char *source, *cause, *expected, *actual;
};

}  // namespace

TEST_CASE("a failed assertion tells its message, what it expected, what it got, and the author's line") {
  const row rows[] = {
      {"expect(500).to.equal(200);", "expected 500 to equal 200", "200", "500"},
      {"expect(500, 'status').to.equal(200);", "status: expected 500 to equal 200", "200", "500"},
      {"assert.equal(1, 2, 'sum');", "sum: expected 1 to equal 2", "2", "1"},
      {"expect({ b: [1, 2], a: 'x' }).to.deep.equal({ a: 'x', b: [1, 3] });",
       "expected { b: [ 1, 2 ], a: 'x' } to deeply equal { a: 'x', b: [ 1, 3 ] }",
       "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    3\n  ]\n}",
       "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    2\n  ]\n}"},
      {"expect('one\\ntwo').to.equal('one\\nthree');", "expected 'one\\ntwo' to equal 'one\\nthree'", "one\nthree",
       "one\ntwo"},
      {"expect(null).to.deep.equal(new Date(0));", "expected null to deeply equal 1970-01-01T00:00:00.000Z",
       "1970-01-01T00:00:00.000Z", "null"},
      {"expect([1, 'x']).to.include('y');", "expected [ 1, 'x' ] to include 'y'", "", ""},
      {"assert(0 > 1, 'nothing is more');", "nothing is more", "", ""},
      {"assert.throws(function () {}, TypeError);", "expected [Function] to throw TypeError",
       "\"function TypeError() { [native code] }\"", "undefined"},
      {"var a = { n: 1 }; a.self = a; expect(a).to.deep.equal({ n: 2, self: {} });",
       "expected { n: 1, self: [Circular] } to deeply equal { n: 2, self: {} }", "{\n  \"n\": 2,\n  \"self\": {}\n}",
       "{\n  \"n\": 1,\n  \"self\": [Circular]\n}"},
  };
  for (const bool fork : {true, false}) {
    script_bench bench(fork);
    for (const row& r : rows) {
      CAPTURE(fork, r.source);
      const auto result = bench.run(std::string("var first = 1;\n  ") + r.source + "\n");
      CHECK(result.record.cause.kind == failure_class::assertion);
      CHECK(result.record.cause.message == r.cause);
      REQUIRE(result.details.error);
      CHECK(result.details.error->expected == r.expected);
      CHECK(result.details.error->actual == r.actual);
      CHECK(result.details.error->line == 2);
      const std::size_t asserts = std::string_view(r.source).find("expect(");
      CHECK(result.details.error->column == 3 + static_cast<int>(asserts == std::string_view::npos ? 0 : asserts));
      CHECK(result.details.error->stack.find("chai.js") == std::string::npos);
      CHECK(result.details.error->stack.starts_with(std::string("AssertionError: ") + r.cause));
    }
  }
}

TEST_CASE("the excerpt of a failure underlines the expression that failed") {
  const struct {
    const char *line, *caret;
  } rows[] = {
      {"log.info('a'); expect(500).to.equal(200); log.info('b');", "               ^~~~~~~~~~~~~~~~~~~~~~~~~"},
      {"log.info('a'); expect(500).to.be.true;", "               ^~~~~~~~~~~~~~~~~~~~~~"},
      {"log.info('a'); assert(1 > 2);", "               ^~~~~~~~~~~~~"},
      {"log.info('a'); var o = {}; o.a.b = JSON.parse('1');", "                           ^~~~~"},
      {"log.info('a'); var o = {}; o.a(JSON.parse('1'));", "                           ^~~"},
      {"var t = 'x' + JSON.parse('{') + 1;", "              ^~~~~~~~~~~~~~~"},
      {"log.info('a'); if (nothing > 1) log.info('b');", "                   ^~~~~~~"},
      {"log.info('a'); if (1) throw new Error('b');", "                      ^~~~~~~~~~~~~~~~~~~~"},
      {"log.info('a'); http.get(7);", "               ^~~~~~~~~~~"},
      {"JSON.parse('{}'); JSON.parse('{');", nullptr},
  };
  script_bench bench;
  for (const auto& r : rows) {
    CAPTURE(r.line);
    const auto result = bench.run(std::string("\n") + r.line + "\n");
    REQUIRE(result.details.error);
    const std::string caret = r.caret == nullptr ? "" : "    | " + std::string(r.caret) + "\n";
    CHECK(result.details.error->excerpt == "  1 | \n> 2 | " + std::string(r.line) + "\n" + caret + "  3 | \n");
  }
}

TEST_CASE("assertions that hold leave nothing behind, in the compared objects neither") {
  script_bench bench;
  const auto result = bench.run(
      "var a = { list: [1, { two: 2 }] }; expect(a).to.deep.equal({ list: [1, { two: 2 }] });"
      "expect(a).to.have.nested.property('list[1].two', 2); assert.sameMembers([1, 2], [2, 1]);"
      "expect(function () { null.x; }).to.throw(TypeError); expect('abc').to.match(/b/).and.have.lengthOf(3);"
      "expect(Object.getOwnPropertyNames(a)).to.eql(['list']);"
      "try { expect(1).to.be.eqaul; } catch (e) { log.info(e.message); } var expect2 = expect; expect = 7;"
      "expect2(expect).to.equal(7); test.step('in', function () { expect2(1).to.be.ok; });");
  CHECK(result.record.cause.message == "");
  CHECK(result.record.status == run_status::passed);
}

TEST_CASE("an assertion in a step fails the step, and one that hides endless values is bounded") {
  script_bench bench;
  const auto result = bench.run(
      "test.step('compare', function () { var a = []; for (var i = 0; i < 20000; ++i) a.push('line ' + i);"
      "expect(a).to.equal(1); });");
  CHECK(result.record.cause.message.starts_with("in the step 'compare': expected [ "));
  CHECK(result.record.cause.message.size() < 300);
  CHECK(result.details.error->actual.size() < 40'000);
  CHECK(result.details.error->actual.starts_with("[\n  \"line 0\",\n"));
  const auto hostile = bench.run(
      "var e = new Error('m'); e.name = 'AssertionError'; e.expected = 1;"
      "Object.defineProperty(e, 'actual', { get: function () { while (true); } }); throw e;",
      std::chrono::milliseconds{200});
  CHECK(hostile.record.cause.kind == failure_class::timeout);
}
