#include "canary/command/report.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::command;
using namespace std::chrono_literals;

namespace {

const look piped, terminal{false, true, true, 100}, ascii_terminal{false, false, false, 100};
const wall_time began{std::chrono::seconds{1'700'000'000}};

run::run_result failed() {
  run::run_result r;
  r.record.test = "shop";
  r.record.status = run_status::failed;
  r.record.start_at = began;
  r.record.duration = 250ms;
  r.record.cause = {failure_class::assertion, "no good"};
  return r;
}

http_exchange answered(nanoseconds after, std::string url, http_timings timings) {
  http_exchange e;
  e.started = began + after;
  e.method = "GET";
  e.url = std::move(url);
  e.code = 200;
  e.bytes_received = 640;
  e.timings = timings;
  return e;
}

// The line that has this word, without its line end.
std::string line_with(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  if (at == text.npos) return "nothing has " + word;
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

run::run_result with_steps() {
  run::run_result r = failed();
  r.details.steps = {{"open", began, 120ms, step_status::passed, false, {}, ""},
                     {"log in", began, 80ms, step_status::failed, false, 0, "no\nway"},
                     {"pay", began, 0ns, step_status::skipped, false, {}, "a step before it failed"},
                     {"delete", began, 12ms, step_status::passed, true, {}, ""}};
  r.details.steps_dropped = 2;
  r.details.checks = {
      {"is 200", began, true, false, {}}, {"has a title", began, false, false, 1}, {"is fast", began, false, true, {}}};
  r.details.checks_dropped = 1;
  return r;
}

}  // namespace

TEST_CASE("steps stand nested, with their times, and checks with what became of them") {
  CHECK(report(with_steps(), piped) ==
        "FAIL shop  250.0 ms\n"
        "  ok   open  120.0 ms\n"
        "    FAIL log in  80.0 ms\n"
        "      no\n      way\n"
        "  skip pay  a step before it failed\n"
        "  ok   cleanup: delete  12.0 ms\n"
        "  ... 2 steps not kept\n"
        "  ok   is 200\n"
        "  FAIL has a title  in log in\n"
        "  soft is fast  soft: it does not fail the run\n"
        "  ... 1 check not kept\n"
        "  assert: no good\n");
  const std::string shown = report(with_steps(), terminal);
  CHECK(line_with(shown, "open") == "  ✓ open  120.0 ms");
  CHECK(line_with(shown, "log in") == "    ✗ log in  80.0 ms");
  CHECK(line_with(shown, "pay") == "  ○ pay  a step before it failed");
  CHECK(line_with(shown, "Steps") == "  Steps");
  CHECK(line_with(shown, "Requests") == "nothing has Requests");
}

TEST_CASE("a terminal without UTF-8 gets nothing but ASCII, whatever the texts are") {
  run::run_result r = with_steps();
  r.details.logs.push_back({began, log_level::info, "é…", {{"ü", "ö"}}});
  r.details.requests.push_back(answered(0ns, "http://shop.test/ä", {0, 1, 1, 1, 1, 90, 10, 104}));
  r.details.error = {"ß", "", "ü.js", 1, 0, "> 1 | ö\n", "ä", "ö\nü"};
  for (const char c : report(r, ascii_terminal)) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("requests are a waterfall on one scale, each phase with a character of its own") {
  run::run_result r = failed();
  r.details.requests = {answered(0ns, "http://shop.test/", {0, 10, 10, 20, 0, 50, 10, 100}),
                        answered(100ms, "http://shop.test/cart", {0, 0, 0, 0, 0, 100, 0, 100}),
                        answered(50ms, "http://shop.test/a.css", {0, 0, 0, 0, 0, 0.1, 0, 0.1})};
  const std::string shown = report(r, ascii_terminal);
  const auto bar = [&](const std::string& url) {
    const std::string line = line_with(shown, url);
    const std::size_t begin = line.find('|');
    return line.substr(begin + 1, line.rfind('|') - begin - 1);
  };
  const std::string first = bar("shop.test/ "), second = bar("cart"), third = bar("a.css");
  CAPTURE(shown);
  REQUIRE(first.size() >= 20);
  CHECK(first.size() == second.size());
  const std::size_t half = (first.size() + 1) / 2, quarter = (first.size() + 2) / 4;
  // ASCII stands for the first letter of the phase, in the order of the phases.
  CHECK(first.find_first_not_of("dctwr ") == first.npos);
  CHECK((first.find('d') == 0 && first.find('c') < first.find('t') && first.find('t') < first.find('w')));
  CHECK(first.find_last_not_of(' ') + 1 == half);
  CHECK(second.find_first_not_of(' ') == half);
  CHECK(second.find_last_of('w') + 1 == second.size());
  CHECK(third.find('|') == quarter);  // too short for the scale, and seen
  CHECK(line_with(shown, "d dns") == "    d dns  c connect  t tls  w wait  r receive");
  CHECK(line_with(report(r, terminal), "cart").find("████") != std::string::npos);
}

TEST_CASE("no line of requests is wider than the terminal, and what does not fit is left out in its middle") {
  run::run_result r = failed();
  r.details.requests = {
      answered(0ns, "http://shop.test/" + std::string(500, 'x') + "/end?é=漢字", {0, 1, 1, 1, 1, 90, 10, 104})};
  for (const std::size_t width : {64u, 65u, 80u, 100u, 133u, 400u}) {
    CAPTURE(width);
    const std::string line = line_with(report(r, {false, true, true, width}), "GET");
    CHECK(columns_of(line) <= width);
    CHECK(columns_of(line) + 2 >= width);
    CHECK(line.find("…") != line.npos);
  }
  // A narrow one gets text.
  CHECK(report(r, {false, true, true, 40}).find("wait 90.0 ms") != std::string::npos);
}

TEST_CASE("what was expected and what came stand beside each other, and differ line by line where there are several") {
  run::run_result r = failed();
  r.details.error = {"no good", "", "", 0, 0, "", "4", "3"};
  CHECK(report(r, piped) == "FAIL shop  250.0 ms\n  assert: no good\n  expected  4\n  actual    3\n");
  r.details.error->expected = "{\n1\n2\n3\n4\n  a: 1,\n  b: 2\n}";
  r.details.error->actual = "{\n1\n2\n3\n4\n  a: 1,\n  b: 3\n}";
  CHECK(report(r, piped) ==
        "FAIL shop  250.0 ms\n  assert: no good\n  - expected  + actual\n"
        "    ...\n      3\n      4\n        a: 1,\n    -   b: 2\n    +   b: 3\n      }\n");
}

TEST_CASE("a caret stands under what failed, also where only the line is known") {
  run::run_result r = failed();
  r.details.error = {"TypeError: cannot read property 'length' of undefined",
                     "TypeError: …\n    at deep (a.js:2)\n    at eval (a.js:4) preventsyield",
                     "a.js",
                     2,
                     0,
                     "  1 | function deep(cart) {\n> 2 |   var n = cart.items.length;\n  3 |   return n;\n"};
  CHECK(report(r, piped) ==
        "FAIL shop  250.0 ms\n  assert: no good\n  at a.js:2\n"
        "      1 | function deep(cart) {\n"
        "    > 2 |   var n = cart.items.length;\n"
        "        |   ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "      3 |   return n;\n"
        "      at eval (a.js:4)\n");
  r.details.error->column = 11;
  r.details.error->excerpt = "> 2 |   var n = cart.items.length;\n    |           ^~~~~~~~~~~~~~~~~\n";
  CHECK(report(r, piped) ==
        "FAIL shop  250.0 ms\n  assert: no good\n  at a.js:2:11\n"
        "    > 2 |   var n = cart.items.length;\n"
        "        |           ^~~~~~~~~~~~~~~~~\n"
        "      at eval (a.js:4)\n");
}

TEST_CASE("where a certificate is why, the report shows it") {
  run::run_result r = failed();
  r.record.cause = {failure_class::tls, "the certificate of shop.test has expired"};
  http_exchange e = answered(0ns, "https://shop.test/", {});
  e.code = 0;
  e.error = r.record.cause;
  tls_facts facts;
  facts.host = "shop.test";
  facts.version = "TLSv1.3";
  facts.chain = {
      {"CN=shop.test", "CN=Root\033", {"shop.test", "www.shop.test"}, "01", began - 90 * 24h, began - 49h, "ab"}};
  e.tls = std::make_shared<tls_facts>(facts);
  r.details.requests = {e};
  const std::string shown = report(r, piped);
  CHECK(line_with(shown, "certificate of shop.test\n") == "  the certificate of shop.test");
  CHECK(line_with(shown, "subject") == "    subject  CN=shop.test");
  CHECK(line_with(shown, "issuer") == "    issuer   CN=Root?");
  CHECK(line_with(shown, "names") == "    names    shop.test, www.shop.test");
  CHECK(line_with(shown, "valid") == "    valid    2023-08-16 to 2023-11-12");
  CHECK(line_with(shown, "ended") == "             ended 2 days before the run");
  r.record.cause.kind = failure_class::connect;
  CHECK(report(r, piped).find("subject") == std::string::npos);
}

TEST_CASE("totals leave out what there was none of") {
  run_totals t;
  t.elapsed = 1240ms;
  CHECK(totals_text(t) == "in 1.2 s");
  run::run_result r = with_steps();
  r.details.requests.resize(2);
  t.add(r.details);
  CHECK(totals_text(t) == "in 1.2 s, 1 of 3 checks held, 2 requests");
}
