#include "canary/command/report.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::command;
using namespace std::chrono_literals;

namespace {

const look piped, in_colour{true};
const look terminal{false, true, true, 100}, plain_terminal{false, false, true, 100};

const wall_time began{std::chrono::seconds{1'700'000'000}};

run::run_result passed() {
  run::run_result r;
  r.record.test = "login";
  r.record.status = run_status::passed;
  r.record.start_at = began;
  r.record.duration = 12'340us;
  return r;
}

run::run_result failed() {
  run::run_result r = passed();
  r.record.status = run_status::failed;
  r.record.cause = {failure_class::assertion, "the price is wrong"};
  r.details.error = {
      "the price is wrong", "Error: …", "scripts/login.js", 2, 3, "  1 | var a;\n> 2 |   throw a;\n    |   ^\n"};
  return r;
}

}  // namespace

TEST_CASE("a pass is one line, and what it logged and requested") {
  run::run_result r = passed();
  CHECK(report(r, piped) == "PASS login  12.3 ms\n");
  r.details.logs.push_back({began + 1500us, log_level::info, "hello\nworld", {{"code", 200}, {"who", "me"}}});
  r.details.logs.push_back({began + 1200ms, log_level::error, "oh", {}});
  r.details.logs_dropped = 3;
  http_exchange e;
  e.method = "GET";
  e.url = "http://shop.test/";
  e.code = 200;
  e.timings.connecting = 1.5;
  e.timings.waiting = 20;
  e.timings.receiving = 0.001;
  e.timings.duration = 21.501;
  e.bytes_received = 20'480;
  r.details.requests.push_back(e);
  e.code = 0;
  e.bytes_received = 7;
  e.timings = {};
  e.error = {failure_class::connect, "nobody listens"};
  r.details.requests.push_back(e);
  CHECK(report(r, piped) ==
        "PASS login  12.3 ms\n"
        "       1.5 ms info  hello\n                    world code=200 who=\"me\"\n"
        "    1200.0 ms error oh\n"
        "    ... 3 lines not kept\n"
        "    GET http://shop.test/  200  21.5 ms  20.0 KiB  connect 1.50 ms, wait 20.0 ms\n"
        "    GET http://shop.test/  failed  0.00 ms  7 B\n"
        "      nobody listens\n");
}

TEST_CASE("a failure says its class, its cause, and where in the source it is") {
  CHECK(report(failed(), piped) ==
        "FAIL login  12.3 ms\n"
        "  assert: the price is wrong\n"
        "  at scripts/login.js:2:3\n"
        "      1 | var a;\n"
        "    > 2 |   throw a;\n"
        "        |   ^\n");
  run::run_result r = failed();
  r.details.error.reset();
  CHECK(report(r, piped) == "FAIL login  12.3 ms\n  assert: the price is wrong\n");
  r.details.error = {"", "", "", 0, 0, ""};
  CHECK(report(r, piped) == "FAIL login  12.3 ms\n  assert: the price is wrong\n");
  r.record.status = run_status::interrupted;
  r.record.cause = {failure_class::interrupted, "interrupted from the terminal"};
  CHECK(report(r, piped) == "STOP login  12.3 ms\n  interrupted: interrupted from the terminal\n");
  r.record.status = run_status::skipped;
  r.record.cause = {failure_class::none, "there is no user\nyet"};
  CHECK(report(r, piped) == "SKIP login  12.3 ms  there is no user\n    yet\n");
}

TEST_CASE("colour comes in escapes that are all closed, and changes no word") {
  run::run_result r = failed();
  r.details.logs.push_back({began, log_level::warn, "careful", {{"k", 1}}});
  r.details.requests.push_back({});
  const std::string coloured = report(r, in_colour);
  CHECK(coloured.find("\033[31mFAIL\033[0m \033[1mlogin\033[0m") == 0);
  CHECK(report(passed(), in_colour) == "\033[32mPASS\033[0m \033[1mlogin\033[0m  12.3 ms\n");
  std::string without;
  int open = 0;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] != '\033') {
      without += coloured[i];
      continue;
    }
    const std::size_t end = coloured.find('m', i);
    open += coloured.substr(i, end - i) == "\033[0" ? -1 : 1;
    CHECK((open == 0 || open == 1));
    i = end;
  }
  CHECK(open == 0);
  CHECK(without == report(r, piped));
}

TEST_CASE("control characters from scripts and servers do not reach the terminal") {
  // ESC, BEL, backspace, carriage return, delete; and in UTF-8 the C1 controls, of which U+009B begins a sequence as
  // ESC [ does.
  const std::string evil = "a\033]0;title\007\b\r\x7f\u009b31m\u0085z";
  run::run_result r = failed();
  r.record.test = evil;
  r.record.cause.message = evil;
  r.details.logs.push_back({began, log_level::info, evil, {{evil, evil}}});
  http_exchange e;
  e.method = evil;
  e.url = evil;
  e.error = {failure_class::http, evil};
  r.details.requests.push_back(e);
  r.details.error->file = evil;
  r.details.error->excerpt = evil;
  const std::string shown = report(r, piped);
  CAPTURE(shown);
  for (const char* control : {"\033", "\007", "\b", "\r", "\x7f"}) CHECK(shown.find(control) == std::string::npos);
  for (const char* control : {"\u009b", "\u0085"}) CHECK(shown.find(control) == std::string::npos);
  CHECK(shown.find("a?]0;title????") != std::string::npos);
  r.record.test = "\u00e9\u20ac\U0001f426\t.";
  CHECK(report(r, piped).find("\u00e9\u20ac\U0001f426\t.") != std::string::npos);
}

TEST_CASE("a text of several lines stays within its place in the report") {
  run::run_result r = failed();
  r.details.error.reset();
  r.record.cause.message = "one\ntwo";
  CHECK(report(r, piped) == "FAIL login  12.3 ms\n  assert: one\n    two\n");
}

TEST_CASE("a paused test is one line, that says why it was not run") {
  test t;
  t.name = "login\033";
  CHECK(report_skipped(t, "paused", piped) == "SKIP login?  paused\n");
  CHECK(report_skipped(t, "paused", in_colour) == "\033[2mSKIP\033[0m \033[1mlogin?\033[0m  paused\n");
}

TEST_CASE("the summary counts") {
  CHECK(summary({}, piped) == "0 passed, 0 failed");
  CHECK(summary({2, 1, 0, 0}, piped) == "2 passed, 1 failed");
  CHECK(summary({2, 1, 3, 0}, piped) == "2 passed, 1 failed, 3 interrupted");
  CHECK(summary({2, 1, 0, 4}, piped) == "2 passed, 1 failed, 4 skipped");
}
