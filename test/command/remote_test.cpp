#include "canary/api/run_text.hpp"
#include "canary/command/remote_options.hpp"
#include "command/daemon_client.hpp"
#include "command/event_parser.hpp"
#include "command/made_run.hpp"
#include "command/read_rest_run.hpp"
#include "command/remote_text.hpp"

#include "support/catch.hpp"

#include <boost/json/parse.hpp>

using namespace canary;
using namespace canary::command;

namespace {

const look piped;

using words = std::vector<const char*>;

result<remote_options> parse(std::string_view task, const words& args) {
  return parse_remote_options(parse_remote_task(task).value(), args);
}

std::string rest_text(const run::run_result& run) {
  api::body whole;
  api::append_run(whole, run.record, run.details, [] {});
  std::string out;
  for (const auto& piece : whole.pieces()) out += piece;
  return out;
}

boost::json::object object(std::string_view text) { return boost::json::parse(text).as_object(); }

}  // namespace

TEST_CASE("what is asked of a daemon is taken from the command line") {
  const auto runs = parse("runs", {"--test", "front page", "--status=failed", "-limit", "5", "--url", "http://a:1//"});
  REQUIRE(runs.has_value());
  CHECK(runs->test == "front page");
  CHECK(runs->having == run_status::failed);
  CHECK(runs->limit == 5);
  CHECK(runs->url == "http://a:1");
  const auto trigger = parse("trigger", {"--wait", "--json", "login"});
  REQUIRE(trigger.has_value());
  CHECK(trigger->operand == "login");
  CHECK(trigger->wait);
  CHECK(trigger->json);
  const auto maintenance = parse("maintenance", {"login", "--reason", "an upgrade", "2h"});
  REQUIRE(maintenance.has_value());
  CHECK(maintenance->operand == "login");
  CHECK(maintenance->length == "2h");
  CHECK(maintenance->reason == "an upgrade");
  const auto dashed = parse("pause", {"--", "--wait"});
  REQUIRE(dashed.has_value());
  CHECK(dashed->operand == "--wait");
  CHECK_FALSE(parse_remote_task("stats"));
}

TEST_CASE("a mistake in what is asked of a daemon is told with what would be right") {
  struct row {
    const char* task;
    words args;
    std::string_view message;
  };
  for (const auto& [task, args, message] : std::vector<row>{
           {"status", {"now"}, "'status' takes no 'now'"},
           {"trigger", {}, "'trigger' wants the name of a test"},
           {"trigger", {"a", "b"}, "'trigger' takes one, and 'b' is another: the name of a test"},
           {"show", {"login"}, "'login' is no run's id; canaryctl runs lists them"},
           {"runs", {"--limit", "0"}, "--limit takes a number from 1 to 1000, not '0'"},
           {"runs", {"--limit", "1001"}, "--limit takes a number from 1 to 1000, not '1001'"},
           {"runs", {"--status", "ok"}, "--status is running, passed, failed, interrupted or skipped, not 'ok'"},
           {"runs", {"--wait"}, "'runs' takes no '--wait'"},
           {"runs", {"--tset", "x"}, "there is no flag '--tset'; did you mean --test?"},
           {"tail", {"--test"}, "the flag '--test' wants a value"},
           {"reload", {"--json=1"}, "the flag '--json' takes no value"},
           {"maintenance", {}, "'maintenance' wants the name of a test"},
           {"maintenance",
            {"login"},
            "'maintenance' wants after the test's name how long, such as 2h, or until when, such as "
            "2026-01-31T08:00:00Z, or 'end'"},
           {"maintenance", {"login", "2h", "3h"}, "'maintenance' takes one, and '3h' is another: the name of a test"},
           {"pause", {"login", "--reason", "x"}, "'pause' takes no '--reason'"},
           {"status",
            {"--url", "localhost:8080"},
            "--url takes the daemon's address, such as http://127.0.0.1:8080, not 'localhost:8080'"},
       }) {
    CAPTURE(task, args);
    const auto parsed = parse(task, args);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message == message);
  }
}

TEST_CASE("address and token come from the environment, the flag's address before it") {
  std::map<std::string, std::string> variables;
  const auto get = [&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  };
  remote_options o;
  REQUIRE(apply_environment(o, get).has_value());
  CHECK(o.url == "http://127.0.0.1:8080");
  variables = {{"CANARYCTL_URL", "https://canary.test/"}, {"CANARYCTL_TOKEN", "canary_1"}};
  o = {};
  REQUIRE(apply_environment(o, get).has_value());
  CHECK(o.url == "https://canary.test");
  CHECK(o.token == "canary_1");
  o.url = "http://other.test";
  REQUIRE(apply_environment(o, get).has_value());
  CHECK(o.url == "http://other.test");
  variables["CANARYCTL_TOKEN"] = "a\r\nHost: evil";
  CHECK_FALSE(apply_environment(o, get).has_value());
  variables = {{"CANARYCTL_URL", "canary.test"}};
  o = {};
  const auto wrong = apply_environment(o, get);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message.starts_with("CANARYCTL_URL is the daemon's address"));
}

TEST_CASE("a run that the API has told of is the run that was stored") {
  for (const auto status : {run_status::passed, run_status::failed, run_status::interrupted, run_status::skipped}) {
    CAPTURE(to_string(status));
    const bool skipped = status == run_status::skipped;
    auto made = testing::made_run(status, skipped ? failure_class::none : failure_class::tls);
    if (skipped) made.record.cause.message = "there is no user";
    made.record.usage = run_usage{std::chrono::microseconds{1500}, 65536, 3, 12};
    made.record.trigger = run_trigger::manual;
    made.details.steps.push_back(
        {"within", testing::began, std::chrono::milliseconds{7}, step_status::failed, true, 0, "no"});
    made.details.logs_dropped = 4;
    const std::string told = rest_text(made);
    const auto read = read_rest_run(object(told));
    REQUIRE(read.has_value());
    CHECK(rest_text(*read) == told);
  }
}

TEST_CASE("what is wrong within a run is left out, and what is no run is refused") {
  const auto run = read_rest_run(object(
      R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":"a","status":"passed","start_at":"2026-01-01T00:00:00Z",
          "duration_ms":1e300,"attempt":-1,"usage":7,"logs":[3,{"at":1}],"requests":{},"error":[],
          "steps":[{"name":"x","parent":0,"duration_ms":"1"}],"checks":[{"name":"c","step":9}]})"));
  REQUIRE(run.has_value());
  CHECK(run->record.attempt == 0);
  CHECK(run->details.logs.size() == 1);
  CHECK_FALSE(run->details.steps.at(0).parent);
  CHECK_FALSE(run->details.checks.at(0).step);
  CHECK_FALSE(run->details.error);
  CHECK_FALSE(run_text(*run, piped).empty());
  for (const auto* text : {"{}", R"({"id":"1","test":"a","status":"passed","start_at":"2026-01-01T00:00:00Z"})",
                           R"({"id":"018bcfe5-6800-7000-8000-000000000001","test":"a","status":"good"})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_rest_run(object(text)).has_value());
  }
}

TEST_CASE("a run in a list is one line, whatever its texts are") {
  const auto run = testing::made_run(run_status::failed, failure_class::http);
  const std::string line = run_line(run.record, piped);
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  CHECK(line.find('\033') == line.npos);
  CHECK(line.starts_with("2023-11-14T22:13:20Z  FAIL  250.0 ms   018bcfe5-6800-7000-8000-000000000001  shop a?[31m"));
}

TEST_CASE("what happens is a line, and a change of state is marked") {
  struct row {
    const char *name, *data, *line;
  };
  for (const auto& [name, data, line] : std::vector<row>{
           {"test_state", R"({"test":"a","from":"up","to":"down","at":"2026-01-01T00:00:00.5Z"})",
            "2026-01-01T00:00:00Z  ==> a is down, was up\n"},
           {"config_reloaded", R"({"successful":true,"tests":1,"at":"2026-01-01T00:00:00Z"})",
            "2026-01-01T00:00:00Z  the configuration was reloaded: 1 test\n"},
           {"config_reloaded", R"({"successful":false,"error":"a\u001bb"})",
            "a reload of the configuration failed: a?b\n"},
           {"missed", R"({"reason":"too old"})", "some is missing here: too old\n"},
           {"run_started", "{}", ""},
           {"run_finished", "{}", ""},
           {"what is to come", "{}", ""},
       }) {
    CAPTURE(name, data);
    CHECK(event_line(name, object(data), piped) == line);
  }
}

TEST_CASE("events are the same however their bytes come") {
  const std::string bytes =
      ": hello\n\nid: 1-1\nevent: a\ndata: {\"x\":\ndata: 1}\n\r\ndata:b\r\n\r\nid: 1-2\n\n"
      "event: none\n\ndata\n\nid: 1-3\ndata: cut";
  for (const std::size_t step : {std::size_t{1}, std::size_t{3}, bytes.size()}) {
    CAPTURE(step);
    std::string seen;
    event_parser parser([&](const server_event& e) { seen += "[" + e.name + "|" + e.data + "|" + e.id + "]"; });
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      REQUIRE(parser.feed(std::string_view(bytes).substr(at, step)).has_value());
    }
    CHECK(seen == "[a|{\"x\":\n1}|1-1][message|b|1-1][message||1-2]");
  }
  event_parser endless([](const server_event&) {});
  CHECK_FALSE(endless.feed(std::string(5u << 20, 'x')).has_value());
}

TEST_CASE("a refusal is told with what to do about it") {
  const daemon_address without{"http://a.test", {}, ""}, with{"http://a.test", {}, "canary_secret"};
  CHECK(refusal_text(without, 401, "this needs a token").find("set CANARYCTL_TOKEN") != std::string::npos);
  CHECK(refusal_text(with, 401, "").find("does not know the token") != std::string::npos);
  CHECK(refusal_text(with, 401, "").find("canary_secret") == std::string::npos);
  CHECK(refusal_text(with, 409, "no \033[31mway\nnow") == "no ?[31mway\nnow");
  CHECK(refusal_text(with, 302, "").find("a redirect, which is not followed") != std::string::npos);
  CHECK(unreachable_text(with, {failure_class::tls, "bad", failure_code::expired}).ends_with("to trust it by"));
}
