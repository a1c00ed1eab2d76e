#include "canary/api/run_text.hpp"
#include "canary/command/har.hpp"
#include "canary/command/json_stream.hpp"
#include "canary/command/junit.hpp"
#include "command/made_run.hpp"
#include "command/progress_line.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <boost/json/parse.hpp>

#include <cstdlib>

using namespace canary;
using namespace canary::command;
using namespace canary::testing;
using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

// Whether `program` finds the text good; true, with a warning, where it is not here.
bool accepted(const std::string& text, const std::string& needs, const std::string& program) {
  if (std::system((needs + " > /dev/null 2>&1").c_str()) != 0) {
    WARN("not looked at, as '" << needs << "' fails here");
    return true;
  }
  const temporary_folder folder;
  folder.write("report", text);
  return std::system((program + " " + (folder.path() / "report").string() + " 2> /dev/null").c_str()) == 0;
}

bool good_junit(const std::string& text) {
  return accepted(text, "xmllint --version", "xmllint --noout --schema " CANARY_SCHEMAS "/junit.xsd");
}

bool good_har(const std::string& text) {
  return accepted(text, "python3 -c 'import jsonschema'",
                  "python3 -c 'import json, jsonschema, sys\n"
                  "jsonschema.validate(json.load(open(sys.argv[2])), json.load(open(sys.argv[1])))' " CANARY_SCHEMAS
                  "/har.schema.json");
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
  return n;
}

test named(std::string name) {
  test t;
  t.name = std::move(name);
  return t;
}

}  // namespace

TEST_CASE("JUnit's schema accepts what is written, whatever scripts say, and refuses what is wrong") {
  junit_report report;
  CHECK(good_junit(report.text()));
  report.ended(made_run(run_status::passed, failure_class::none));
  report.ended(made_run(run_status::failed, failure_class::assertion));
  report.ended(made_run(run_status::failed, failure_class::script));
  report.ended(made_run(run_status::interrupted, failure_class::interrupted));
  auto skips = made_run(run_status::skipped, failure_class::none);
  skips.record.cause.message = evil;
  report.ended(skips);
  report.skipped(named("rests " + evil), "paused");
  report.finished({1, 2, 1, 2}, {12, 4, 8, 1240ms});
  const std::string text = report.text();
  CAPTURE(text);
  CHECK(good_junit(text));
  // A step, three checks and the run itself of each, and the one that was skipped. One check of each is a failure.
  CHECK(count(text, "<testcase ") == 26);
  CHECK(count(text, "<failure ") == 6);
  CHECK(count(text, "<error ") == 2);
  CHECK(count(text, "<skipped ") == 7);
  CHECK(text.find("<testsuites name=\"canaryctl\" tests=\"26\" failures=\"6\" errors=\"2\" skipped=\"7\" "
                  "time=\"1.240000\">") != text.npos);
  CHECK(text.find("timestamp=\"2023-11-14T22:13:20\"") != text.npos);
  CHECK(text.find("type=\"assert\"") != text.npos);
  CHECK(text.find("expected: 4") != text.npos);
  std::string wrong = text;
  wrong.replace(wrong.find("errors=\"2\""), 10, "errors=\"x\"");
  if (std::system("xmllint --version > /dev/null 2>&1") == 0) CHECK(!good_junit(wrong));
}

TEST_CASE("each step is a case of a JUnit report, named by those around it, with its time and its error") {
  auto r = made_run(run_status::failed, failure_class::assertion);
  r.details.checks.clear();
  r.details.steps = {{"order", began, 90ms, step_status::failed, false, {}, "in 'pay': no <money>"},
                     {"basket", began, 30ms, step_status::passed, false, 0, ""},
                     {"pay", began, 40ms, step_status::failed, false, 0, "no <money>"},
                     {"by card", began, 1500us, step_status::skipped, false, 2, "not today"},
                     {"log out", began, 5ms, step_status::passed, true, {}, ""}};
  junit_report report;
  report.ended(r);
  const std::string text = report.text();
  CAPTURE(text);
  CHECK(good_junit(text));
  const struct {
    const char *name, *time, *outcome;
  } rows[] = {{"order", "0.090000", ">\n      <failure message=\"in 'pay': no &lt;money&gt;\" type=\"step\"/>"},
              {"order &gt; basket", "0.030000", "/>"},
              {"order &gt; pay", "0.040000", ">\n      <failure message=\"no &lt;money&gt;\" type=\"step\"/>"},
              {"order &gt; pay &gt; by card", "0.001500", ">\n      <skipped message=\"not today\"/>"},
              {"cleanup: log out", "0.005000", "/>"}};
  for (const auto& row : rows) {
    const std::string wanted = "<testcase name=\"" + std::string(row.name) + "\" classname=\"" +
                               xml_text(r.record.test) + "\" time=\"" + row.time + "\"" + row.outcome;
    CAPTURE(wanted);
    CHECK(count(text, wanted) == 1);
  }
  CHECK(text.find("tests=\"6\" failures=\"3\" errors=\"0\" skipped=\"1\"") != text.npos);
}

TEST_CASE("what a run prints is bounded in a JUnit report, and cut between characters") {
  run::run_result r = made_run(run_status::passed, failure_class::none);
  std::string long_line;
  for (int i = 0; i < 100'000; ++i) long_line += "é";
  r.details.logs = {{began, log_level::info, long_line, {}}};
  junit_report report;
  report.ended(r);
  CHECK(report.text().size() < 80'000);
  CHECK(report.text().find("... and more") != std::string::npos);
  CHECK(good_junit(report.text()));
}

TEST_CASE("XML gets no character that it forbids") {
  CHECK(xml_text("a<b>&\"'\n\t") == "a&lt;b&gt;&amp;&quot;'&#10;&#9;");
  CHECK(xml_text(std::string("\0\x1b\x7f\r", 4)) == "\ufffd\ufffd\ufffd\ufffd");
  CHECK(xml_text("\u0085\u009b\ufffe\uffff\xff\xed\xa0\x80") == "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd");
  CHECK(xml_text("é€🐤") == "é€🐤");
}

TEST_CASE("an HTTP archive is what the format says, with the phases that were") {
  har_report report("1.0");
  CHECK(good_har(report.text()));
  report.ended(made_run(run_status::failed, failure_class::connect));
  CHECK(good_har(report.text()));
  const json::value whole = json::parse(report.text());
  const json::object& log = whole.at("log").as_object();
  CHECK(log.at("pages").as_array().size() == 1);
  const json::object& first = log.at("entries").as_array().at(0).as_object();
  CHECK(first.at("pageref") == log.at("pages").as_array().at(0).at("id"));
  CHECK(first.at("timings") == json::parse(R"({"blocked":-1,"dns":1,"connect":6,"ssl":4,"send":0.5,"wait":8,
                                               "receive":16})"));
  CHECK(first.at("time").to_number<double>() == 31.5);
  CHECK(first.at("request").at("queryString") ==
        json::parse(R"([{"name":"x","value":"1"},{"name":"y","value":""},{"name":"","value":"3"}])"));
  CHECK(first.at("_tls").at("version") == "TLSv1.3");
  const json::object& second = log.at("entries").as_array().at(1).as_object();
  CHECK(second.at("response").at("status") == 0);
  CHECK(second.at("_error").at("class") == "connect");
  CHECK(second.at("_tls").is_null());
}

TEST_CASE("the stream is a line for each thing that happens, and ends each run as the API tells it") {
  std::string out;
  json_stream stream([&](const std::string& line) {
    CHECK(line.find('\n') == line.size() - 1);
    out += line;
  });
  const run::run_result r = made_run(run_status::failed, failure_class::assertion);
  stream.started(r.record);
  stream.logged(r.record, r.details.logs[0]);
  stream.ended(r);
  stream.skipped(named("rests"), "paused");
  stream.finished({0, 1, 0, 1}, {3, 1, 2, 1500ms});
  std::vector<std::string> events;
  json::value finished, summary;
  for (std::string_view rest = out; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    const json::value line = json::parse(rest.substr(0, rest.find('\n')));
    events.emplace_back(line.at("event").as_string());
    if (events.back() == "finished") finished = line.at("run");
    if (events.back() == "summary") summary = line;
    if (events.back() == "log") CHECK(line.at("log").at("level") == "info");
  }
  CHECK(events == std::vector<std::string>{"started", "log", "request", "request", "step", "check", "check", "check",
                                           "finished", "skipped", "summary"});
  api::body whole;
  api::append_run(whole, r.record, r.details, [] {});
  std::string text;
  for (const auto& piece : whole.pieces()) text += piece;
  CHECK(finished == json::parse(text));
  CHECK(summary == json::parse(R"({"event":"summary","passed":0,"failed":1,"interrupted":0,"skipped":1,"checks":3,
                                   "checks_held":1,"requests":2,"duration_ms":1500})"));
}

TEST_CASE("the line of progress tells which run of how many goes on, in the width that there is") {
  const look as{false, true, true, 40};
  CHECK(progress_line_text({"login", 3, 20, 1, 1200ms}, as) == "[3/20] login  1.2 s, 1 failed");
  CHECK(progress_line_text({"login\033", 1, 1, 0, 61s}, as) == "login?  1 m 1 s");
  CHECK(columns_of(progress_line_text({std::string(200, 'x'), 3, 20, 1, 1200ms}, as)) == 39);
  CHECK(progress_line_text({"login", 3, 20, 1, 1200ms}, {false, true, true, 4}) == "[3/20]   1.2 s, 1 failed");
}
