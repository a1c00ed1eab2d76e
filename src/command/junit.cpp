#include "canary/command/junit.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace canary::command {
namespace {

constexpr std::size_t most_output = 64 * 1024;  // bytes of one run's report

std::string seconds(nanoseconds n) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", static_cast<double>(n.count()) / 1e9);
  return text;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + xml_text(value) + "\"";
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors, std::size_t skipped, nanoseconds time) {
  return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
         attribute("errors", std::to_string(errors)) + attribute("skipped", std::to_string(skipped)) +
         attribute("time", seconds(time));
}

// A text may have line ends; in an element they need no escape.
std::string element_text(std::string_view text) {
  std::string out = xml_text(text);
  for (std::size_t at = out.find("&#10;"); at != out.npos; at = out.find("&#10;", at)) out.replace(at, 5, "\n");
  return out;
}

std::string bounded(std::string text) {
  if (text.size() <= most_output) return text;
  std::size_t end = most_output;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  text.resize(end);
  return text + "\n... and more, which is not kept here\n";
}

bool is_error(failure_class kind) {
  return kind == failure_class::script || kind == failure_class::limit || kind == failure_class::exec ||
         kind == failure_class::interrupted;
}

std::string begin_case(std::string_view name, std::string_view of, nanoseconds time) {
  return "    <testcase" + attribute("name", name) + attribute("classname", of) + attribute("time", seconds(time));
}

std::string verdict(std::string_view element, std::string_view type, std::string_view message, std::string_view text) {
  std::string out = "      <" + std::string(element) + attribute("message", message);
  if (!type.empty()) out += attribute("type", type);
  return text.empty() ? out + "/>\n" : out + ">" + element_text(text) + "</" + std::string(element) + ">\n";
}

// Where in the source, and what was expected.
std::string circumstances(const run::run_result& result) {
  const auto& e = result.details.error;
  std::string out = result.record.cause.message + "\n";
  if (!e) return out;
  if (e->line > 0) out += "at " + e->file + ":" + std::to_string(e->line) + "\n" + e->excerpt;
  if (!e->expected.empty() || !e->actual.empty()) out += "expected: " + e->expected + "\nactual: " + e->actual + "\n";
  return out;
}

// 'order > pay' of a step within another; 'cleanup: log out' of a cleanup. Of steps within steps without end, those
// that they are within are left out.
std::vector<std::string> names_of(const std::vector<run_step>& steps) {
  constexpr std::size_t longest = 4096;
  std::vector<std::string> names;
  names.reserve(steps.size());
  for (const run_step& each : steps) {
    const bool nested = each.parent && *each.parent < names.size();
    const std::string own = (each.cleanup ? "cleanup: " : "") + each.name;
    const std::string above = nested ? names[*each.parent] : std::string();
    names.push_back(!nested ? own : (above.size() > longest ? "..." : above) + " > " + own);
  }
  return names;
}

}  // namespace

void junit_report::ended(const run::run_result& result) {
  const run_record& record = result.record;
  const run_details& details = result.details;
  std::size_t failures = 0, errors = 0, skips = 0;
  std::string cases;
  const auto names = names_of(details.steps);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const run_step& step = details.steps[i];
    cases += begin_case(names[i], record.test, step.duration);
    if (step.status == step_status::passed) {
      cases += "/>\n";
      continue;
    }
    const bool rests = step.status == step_status::skipped;
    ++(rests ? skips : failures);
    cases += ">\n" + verdict(rests ? "skipped" : "failure", rests ? "" : "step", step.error, "") + "    </testcase>\n";
  }
  for (const auto& check : details.checks) {
    cases += begin_case(check.name, record.test, nanoseconds{0});
    if (check.held) {
      cases += "/>\n";
      continue;
    }
    ++(check.soft ? skips : failures);
    cases += ">\n" +
             (check.soft ? verdict("skipped", "", "did not hold; it is soft, and does not fail the run", "")
                         : verdict("failure", "check", "the check did not hold", "")) +
             "    </testcase>\n";
  }
  cases += begin_case("the run of " + record.test, record.test, record.duration);
  if (record.status == run_status::passed) {
    cases += "/>\n";
  } else if (record.status == run_status::skipped) {
    ++skips;
    cases += ">\n" + verdict("skipped", "", record.cause.message, "") + "    </testcase>\n";
  } else {
    const bool of_machine = is_error(record.cause.kind);
    ++(of_machine ? errors : failures);
    cases += ">\n" +
             verdict(of_machine ? "error" : "failure", to_string(record.cause.kind), record.cause.message,
                     circumstances(result)) +
             "    </testcase>\n";
  }
  const std::size_t tests = details.steps.size() + details.checks.size() + 1;
  // XML Schema's dateTime: UTC, to the second.
  suites_ += "  <testsuite" + attribute("name", record.test) + attribute("id", record.id.text()) +
             attribute("timestamp", format_rfc3339(record.start_at).substr(0, 19)) +
             counts(tests, failures, errors, skips, record.duration) + ">\n" + cases + "    <system-out>" +
             element_text(bounded(report(result, {}))) + "</system-out>\n  </testsuite>\n";
  tests_ += tests;
  failures_ += failures;
  errors_ += errors;
  skipped_ += skips;
  elapsed_ += record.duration;
}

void junit_report::skipped(const test& what, std::string_view why) {
  suites_ += "  <testsuite" + attribute("name", what.name) + counts(1, 0, 0, 1, nanoseconds{0}) + ">\n" +
             begin_case("the run of " + what.name, what.name, nanoseconds{0}) + ">\n" +
             verdict("skipped", "", why, "") + "    </testcase>\n  </testsuite>\n";
  ++tests_;
  ++skipped_;
}

void junit_report::finished(const run_counts&, const run_totals& totals) { elapsed_ = totals.elapsed; }

std::string junit_report::text() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "canaryctl") +
         counts(tests_, failures_, errors_, skipped_, elapsed_) + ">\n" + suites_ + "</testsuites>\n";
}

}  // namespace canary::command
