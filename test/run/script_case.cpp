#include "run/script_case.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace canary::testing {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
  return parts;
}

bool take(const std::string& line, const std::string& directive, std::string& value) {
  const std::string head = "// " + directive + ":";
  if (line != head && !line.starts_with(head + " ")) return false;
  value = line.size() > head.size() ? line.substr(head.size() + 1) : "";
  return true;
}

void read_directive(script_case& c, const std::string& line) {
  std::string value;
  if (take(line, "expect", value)) {
    c.may_pass = value != "fail";
    c.may_fail = value != "pass";
  } else if (take(line, "class", value)) {
    c.classes = split(value);
  } else if (take(line, "cause", value)) {
    c.cause = value;
  } else if (take(line, "timeout", value)) {
    c.timeout = parse_duration(value).value();
  } else if (take(line, "memory", value)) {
    c.memory = parse_byte_size(value).value();
  } else if (take(line, "runs", value)) {
    c.runs = std::stoi(value);
  } else if (take(line, "log", value)) {
    c.lines.push_back({value, "info", ""});
  } else if (take(line, "level", value)) {
    c.lines.at(c.lines.size() - 1).level = value;
  } else if (take(line, "fields", value)) {
    c.lines.at(c.lines.size() - 1).fields = value;
  } else if (take(line, "log contains", value)) {
    c.texts.push_back(value);
  } else if (take(line, "no log", value)) {
    c.forbidden.push_back(value);
  } else if (take(line, "at", value)) {
    c.at = std::stoi(value);
  } else if (take(line, "stack contains", value)) {
    c.stack_texts.push_back(value);
  }
}

bool is_line(const log_entry& entry, const expected_line& expected) {
  return entry.message == expected.message && to_string(entry.level) == expected.level &&
         (expected.fields.empty() || boost::json::value(entry.fields) == boost::json::parse(expected.fields));
}

}  // namespace

std::string read_script(const std::string& path) {
  std::ifstream in(std::filesystem::path(CANARY_TEST_SCRIPTS) / path, std::ios::binary);
  if (!in) throw std::runtime_error("there is no test/scripts/" + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<script_case> read_cases(const std::string& folder) {
  std::vector<script_case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CANARY_TEST_SCRIPTS) / folder)) {
    if (entry.path().extension() != ".js") continue;
    script_case c;
    c.name = folder + "/" + entry.path().filename().string();
    c.source = read_script(c.name);
    std::istringstream lines(c.source);
    for (std::string line; std::getline(lines, line) && line.starts_with("//");) {
      if (line.ends_with('\r')) line.pop_back();
      read_directive(c, line);
    }
    if (!c.may_pass && !c.may_fail) throw std::runtime_error(c.name + " does not say what to expect");
    cases.push_back(std::move(c));
  }
  std::sort(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return cases;
}

std::vector<std::string> differences(const script_case& expected, const run::run_result& got) {
  std::vector<std::string> found;
  const auto& record = got.record;
  const std::string ended = std::string(to_string(record.status)) + " " + std::string(to_string(record.cause.kind)) +
                            ": " + record.cause.message.substr(0, 300);
  const bool passed = record.status == run_status::passed;
  if (passed ? !expected.may_pass : !expected.may_fail) found.push_back("it ended otherwise: " + ended);
  if (!passed && expected.may_fail) {
    const std::string kind(to_string(record.cause.kind));
    if (!expected.classes.empty() &&
        std::find(expected.classes.begin(), expected.classes.end(), kind) == expected.classes.end()) {
      found.push_back("another class: " + ended);
    }
    if (record.cause.message.find(expected.cause) == std::string::npos) found.push_back("another cause: " + ended);
  }
  const auto& logs = got.details.logs;
  auto from = logs.begin();
  for (const auto& line : expected.lines) {
    const auto at = std::find_if(from, logs.end(), [&](const log_entry& e) { return is_line(e, line); });
    if (at != logs.end()) {
      from = at + 1;
      continue;
    }
    std::string nearest = from == logs.end()
                              ? "(no further line)"
                              : from->message.substr(0, 300) + " " + boost::json::serialize(from->fields);
    found.push_back("no line " + line.level + " '" + line.message + "' " + line.fields + "; the next is: " + nearest);
  }
  for (const auto& text : expected.texts) {
    if (std::none_of(logs.begin(), logs.end(),
                     [&](const log_entry& e) { return e.message.find(text) != std::string::npos; })) {
      found.push_back("no line contains '" + text + "'");
    }
  }
  for (const auto& text : expected.forbidden) {
    if (std::any_of(logs.begin(), logs.end(), [&](const log_entry& e) { return e.message == text; })) {
      found.push_back("there is a line '" + text + "'");
    }
  }
  const auto& error = got.details.error;
  if (expected.at > 0 && (!error || error->line != expected.at)) {
    found.push_back("the error is at line " + std::to_string(error ? error->line : 0) + ", not " +
                    std::to_string(expected.at));
  }
  for (const auto& text : expected.stack_texts) {
    if (!error || error->stack.find(text) == std::string::npos) {
      found.push_back("the stack does not hold '" + text + "': " + (error ? error->stack : ""));
    }
  }
  constexpr nanoseconds patience = std::chrono::seconds{5};
  if (record.duration > expected.timeout + patience) {
    found.push_back("it took " + format_duration(record.duration));
  }
  return found;
}

}  // namespace canary::testing
