// http as a script sees it, against a server whose every byte is decided here.

#include "canary/script/no_host.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"
#include "support/scripted_server.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// Runs `source`, in which TARGET is the server's address, against a server that does `each`.
run::run_result run_against(script_bench& bench, scripted_server::script each, std::string source,
                            nanoseconds timeout = 20s) {
  auto server = std::make_unique<scripted_server>(bench.loop.get_executor(), std::move(each));
  for (std::size_t at; (at = source.find("TARGET")) != std::string::npos;) source.replace(at, 6, server->url(""));
  // Compiled beside the server: its pending accept would keep the loop from ending.
  std::optional<run::run_result> result;
  std::string refused;
  bench.in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    script::supervisor watch(*bench.time, bench.turns, stop, yield, bench.time->mono() + 10s, 10s);
    script::no_host nobody;
    auto code = bench.vms->make(script::vm_scope::run, 64u << 20, nobody, watch)->compile("canary.js", source);
    if (code) {
      const run::run_order order{bench.make_test("canary.js", std::move(*code), timeout, 64u << 20),
                                 bench.ids.next(bench.time->wall()),
                                 run_trigger::manual,
                                 {}};
      result =
          run::execute(bench.engine, order, *order.what->code, run::begin_record(*bench.time, order), stop, {}, yield);
    } else {
      refused = code.error().cause.message;
    }
    server.reset();
  });
  CAPTURE(refused);
  REQUIRE(result);
  return std::move(*result);
}

// Answers 'GET /N …' with N.
void echo_path(scripted_connection& connection) {
  for (std::string request; !(request = connection.read_request()).empty();) {
    const std::size_t start = request.find('/') + 1;
    if (!connection.send(ok(request.substr(start, request.find(' ', start) - start)))) return;
  }
}

const std::string same =
    "function same(is, should) { is = JSON.stringify(is); should = JSON.stringify(should);"
    "  if (is !== should) throw new Error(is + ' is not ' + should) }"
    "function get(n) { return Number(http.do('GET', 'TARGET/' + n).body) }\n";

}  // namespace

TEST_CASE("a request may be made wherever a script may stand") {
  const struct {
    const char *name, *source;
    std::size_t requests;
  } rows[] = {
      {"forEach", "var all = []; [1, 2, 3].forEach(function (n) { all.push(get(n)) }); same(all, [1, 2, 3])", 3},
      {"a getter", "var o = { get code() { return get(7) } }; same(o.code + o.code, 14)", 2},
      {"a getter within JSON.stringify", "same(JSON.parse(JSON.stringify({ get a() { return get(5) } })), { a: 5 })",
       1},
      {"toJSON", "same(JSON.parse(JSON.stringify([{ toJSON: function () { return get(8) } }])), [8])", 1},
      {"a comparator", "same([3, 1, 2].sort(function (a, b) { return get(a) - get(b) }), [1, 2, 3])", 0},
      {"a replacement", "same('a1b2'.replace(/[0-9]/g, function (d) { return get(d) + 1 }), 'a2b3')", 2},
      {"a reviver", "same(JSON.parse('[1,2]', function (k, v) { return Array.isArray(v) ? v : get(v) }), [1, 2])", 2},
      {"catch and finally",
       "var got; try { throw 1 } catch (e) { got = get(1) } finally { got += get(2) } same(got, 3)", 2},
      {"a constructor", "function R(n) { this.n = get(n) } same(new R(4).n, 4)", 1},
      {"eval", "same(eval('get(6)'), 6)", 1},
      {"a field of the log's", "log.kv({ get k() { return get(9) } }).info('x')", 1},
      {"the arguments of another request", "same(get({ toString: function () { return get(3) + '1' } }), 31)", 2},
  };
  for (const auto& r : rows) {
    CAPTURE(r.name);
    script_bench bench;
    const auto result = run_against(bench, echo_path, same + r.source);
    CAPTURE(result.record.cause.message);
    CHECK(result.record.status == run_status::passed);
    if (r.requests > 0) CHECK(result.details.requests.size() == r.requests);
    for (std::size_t i = 1; i < result.details.requests.size(); ++i) CHECK(result.details.requests[i].reused);
  }
}

TEST_CASE("json gives the whole body, or what a path finds in it") {
  script_bench bench;
  const auto answer = answering(ok(
      R"({"name":"canary","list":[1,{"deep":"down"},[5,6]],"none":null,"no":false,"zero":0,"empty":"","":"nameless","é":"ü"})"));
  const auto result = run_against(bench, answer, same + R"(
    var r = http.do('GET', 'TARGET/');
    same(r.json().name, 'canary');
    same(r.json(undefined).name, 'canary');
    same(r.json(null).name, 'canary');
    same(r.json('').name, 'canary');
    same(r.json('name'), 'canary');
    same(r.json('list[0]'), 1);
    same(r.json('list.0'), 1);
    same(r.json('list[1].deep'), 'down');
    same(r.json('list[2][1]'), 6);
    same(r.json('list.length'), 3);
    same(r.json('none'), null);
    same(r.json('no'), false);
    same(r.json('zero'), 0);
    same(r.json('empty'), '');
    same(r.json('é'), 'ü');
    same(r.json('missing'), undefined);
    same(r.json('missing.deeper'), undefined);
    same(r.json('none.deeper'), undefined);
    same(r.json('name.deeper'), undefined);
    same(r.json('zero.deeper'), undefined);
    same(r.json('list[9]'), undefined);
    same(r.json('list[-1]'), undefined);
    [1, true, {}, [], function () {}].forEach(function (path) {
      try { r.json(path) } catch (e) { if (e instanceof TypeError && /json wants a path/.test(e.message)) return }
      throw new Error('accepted ' + path);
    }))");
  CAPTURE(result.record.cause.message);
  CHECK(result.record.status == run_status::passed);
}

TEST_CASE("json finds what the body holds, not what every object has") {
  script_bench bench;
  const auto result = run_against(bench, answering(ok("{}")), same + R"(
    var r = http.do('GET', 'TARGET/');
    same(typeof r.json('toString'), 'undefined');
    same(r.json('constructor.name'), undefined);
    same(r.json('__proto__'), undefined))");
  CAPTURE(result.record.cause.message);
  CHECK(result.record.status == run_status::passed);
}

TEST_CASE("header gives the first value by any spelling of its name") {
  script_bench bench;
  const auto answer = answering(ok("",
                                   "content-type: text/plain\r\nSet-Cookie: a=1\r\nset-cookie: "
                                   "b=2\r\nX-Empty:\r\n__proto__: odd\r\nconstructor: odd too\r\n"));
  const auto result = run_against(bench, answer, same + R"(
    var r = http.do('GET', 'TARGET/');
    same(r.header('Content-Type'), 'text/plain');
    same(r.header('content-type'), 'text/plain');
    same(r.header('CONTENT-TYPE'), 'text/plain');
    same(r.header('set-cookie'), 'a=1');
    same(r.headers['Set-Cookie'], ['a=1', 'b=2']);
    same(r.headers['Content-Type'][0], 'text/plain');
    same(r.header('X-Empty'), '');
    same(r.header('X-Missing'), undefined);
    same(r.header('hasOwnProperty'), undefined);
    same(r.header(''), undefined);
    same(r.header('constructor'), 'odd too');
    same(Object.keys(r.headers).length, 6);
    [undefined, 1, null, {}].forEach(function (name) {
      try { r.header(name) } catch (e) { if (e instanceof TypeError && /header wants a name/.test(e.message)) return }
      throw new Error('accepted ' + name);
    }))");
  CAPTURE(result.record.cause.message);
  CHECK(result.record.status == run_status::passed);
}

TEST_CASE("a body that is no JSON is the other side's fault, told at the script's own line") {
  script_bench bench;
  const auto result =
      run_against(bench, answering(ok("<p>hello</p>")), "var r = http.do('GET', 'TARGET/');\nr.json();");
  CHECK(to_string(result.record.cause.kind) == "http");
  CHECK(result.record.cause.message.starts_with("json: the body of http://127.0.0.1:"));
  CHECK(result.record.cause.message.ends_with("/ (200, no Content-Type) is not JSON: '<p>hello</p>'"));
  REQUIRE(result.details.error);
  CHECK(result.details.error->line == 2);
}

TEST_CASE("a run may make a thousand requests") {
  script_bench bench;
  const auto result = run_against(bench, echo_path, same + "for (var i = 0; ; ++i) { console.log(i); get(i) }", 60s);
  CHECK(result.record.cause ==
        failure{failure_class::limit, "the run made more than 1000 HTTP requests, which is the test's max_requests"});
  CHECK(result.details.requests.size() == 1000);
  CHECK(result.details.requests_dropped == 0);
  CHECK(result.details.logs.size() == 1001);
  CHECK(result.details.requests.back().code == 200);
}

TEST_CASE("a script that catches the limit of requests makes none beyond it, and its run fails all the same") {
  script_bench bench;
  const auto result = run_against(bench, echo_path, same + R"(
    for (var i = 0, refused = 0; i < 1005; ++i) try { get(1) } catch (e) { if (e.class === 'limit') ++refused }
    same(refused, 5))",
                                  60s);
  CHECK(result.record.cause.kind == failure_class::limit);
  CHECK(result.record.cause.message == "the run made more than 1000 HTTP requests, which is the test's max_requests");
  CHECK(result.details.requests.size() == 1000);
}
