#include "canary/command/report.hpp"

#include "canary/core/json_text.hpp"
#include "command/failure_text.hpp"
#include "command/quantities.hpp"
#include "command/waterfall.hpp"

#include <algorithm>

namespace canary::command {
namespace {

std::string ellipsis(const look& as) { return as.unicode ? "… " : "... "; }

std::string mark(const look& as, step_status of) {
  switch (of) {
    case step_status::passed:
      return painted(as, ink::good, as.unicode ? "✓" : "ok  ");
    case step_status::failed:
      return painted(as, ink::bad, as.unicode ? "✗" : "FAIL");
    case step_status::skipped:
      break;
  }
  return painted(as, ink::careful, as.unicode ? "○" : "skip");
}

void append_steps(std::string& out, const run_details& details, const look& as) {
  std::vector<std::size_t> depths;
  for (const auto& s : details.steps) {
    const std::size_t depth = s.parent && *s.parent < depths.size() ? depths[*s.parent] + 1 : 0;
    depths.push_back(depth);
    const std::string indentation(2 + 2 * std::min<std::size_t>(depth, 16), ' ');
    out += indentation + mark(as, s.status) + " " + (s.cleanup ? "cleanup: " : "") + harmless(as, s.name, indentation);
    if (s.status != step_status::skipped) out += "  " + painted(as, ink::faint, shown_time(s.duration));
    if (!s.error.empty()) {
      const bool skipped = s.status == step_status::skipped;
      out += skipped ? "  " + painted(as, ink::faint, harmless(as, s.error, indentation + "  "))
                     : "\n" + indentation + "  " + painted(as, ink::bad, harmless(as, s.error, indentation + "  "));
    }
    out += '\n';
  }
  if (details.steps_dropped > 0) out += "  " + ellipsis(as) + counted(details.steps_dropped, "step") + " not kept\n";
}

void append_checks(std::string& out, const run_details& details, const look& as) {
  for (const auto& c : details.checks) {
    const bool warned = !c.held && c.soft;
    out += "  " +
           (warned ? painted(as, ink::careful, as.unicode ? "!" : "soft")
                   : mark(as, c.held ? step_status::passed : step_status::failed)) +
           " " + harmless(as, c.name, "    ");
    if (c.step && *c.step < details.steps.size()) {
      out += "  " + painted(as, ink::faint, "in " + harmless(as, details.steps[*c.step].name, "    "));
    }
    if (warned) out += "  " + painted(as, ink::faint, "soft: it does not fail the run");
    out += '\n';
  }
  if (details.checks_dropped > 0) out += "  " + ellipsis(as) + counted(details.checks_dropped, "check") + " not kept\n";
}

std::string_view ink_of(log_level level) {
  switch (level) {
    case log_level::debug:
      return ink::faint;
    case log_level::info:
      return ink::cyan;
    case log_level::warn:
      return ink::careful;
    case log_level::error:
      break;
  }
  return ink::bad;
}

void append_logs(std::string& out, const run::run_result& result, const look& as) {
  for (const auto& line : result.details.logs) {
    const double after = static_cast<double>((line.at - result.record.start_at).count()) / 1e6;
    char offset[32];
    std::snprintf(offset, sizeof offset, "%8.1f ms ", after);
    out += "  " + painted(as, ink::faint, offset) +
           painted(as, ink_of(line.level), padded(std::string(to_string(line.level)), 5)) + " " +
           harmless(as, line.message, "                    ");
    for (const auto& field : line.fields) {
      out += " " + painted(as, ink::faint, harmless(as, field.key()) + "=" + harmless(as, json_text(field.value())));
    }
    out += '\n';
  }
  if (result.details.logs_dropped > 0) {
    out += "    " + ellipsis(as) + counted(result.details.logs_dropped, "line") + " not kept\n";
  }
}

void append_usage(std::string& out, const run_usage& u, const look& as) {
  out += "  " +
         painted(as, ink::faint,
                 "cpu " + shown_time(u.cpu) + ", memory " + shown_size(u.peak_memory_bytes) + ", " +
                     counted(u.slices, "slice") + ", " + counted(u.allocations, "allocation")) +
         "\n";
}

// The parts of a report that have anything to say; on a terminal each under its name.
void append_part(std::string& out, std::string_view name, const std::string& part, const look& as) {
  if (part.empty()) return;
  if (as.width > 0) out += "\n  " + painted(as, ink::strong, name) + "\n";
  out += part;
}

}  // namespace

std::string report(const run::run_result& result, const look& as) {
  const run_record& record = result.record;
  const bool passed = record.status == run_status::passed;
  const bool skipped = record.status == run_status::skipped;
  std::string out = painted(as,
                            passed    ? ink::good
                            : skipped ? ink::careful
                                      : ink::bad,
                            passed                                ? "PASS"
                            : skipped                             ? "SKIP"
                            : record.status == run_status::failed ? "FAIL"
                                                                  : "STOP") +
                    " " + painted(as, ink::strong, harmless(as, record.test)) + "  " + shown_time(record.duration) +
                    (skipped ? "  " + harmless(as, record.cause.message, "    ") : "") + "\n";
  std::string part;
  const auto add = [&](std::string_view name, auto append, const auto& from) {
    part.clear();
    append(part, from, as);
    append_part(out, name, part, as);
  };
  add("Steps", append_steps, result.details);
  add("Checks", append_checks, result.details);
  add("Log", append_logs, result);
  add("Requests", append_requests, result.details);
  if (!passed && !skipped) add("Why", append_failure, result);
  if (record.usage) append_usage(as.width > 0 ? out += '\n' : out, *record.usage, as);
  return as.width > 0 ? out += '\n' : out;
}

std::string report_skipped(const test& what, std::string_view why, const look& as) {
  return painted(as, ink::faint, "SKIP") + " " + painted(as, ink::strong, harmless(as, what.name)) + "  " +
         std::string(why) + "\n";
}

std::string summary(const run_counts& of, const look& as) {
  const auto part = [&](std::size_t n, std::string_view what, std::string_view with) {
    const std::string text = std::to_string(n) + " " + std::string(what);
    return n > 0 ? painted(as, with, text) : text;
  };
  std::string out = part(of.passed, "passed", ink::good) + ", " + part(of.failed, "failed", ink::bad);
  if (of.interrupted > 0) out += ", " + part(of.interrupted, "interrupted", ink::bad);
  if (of.skipped > 0) out += ", " + part(of.skipped, "skipped", ink::careful);
  return out;
}

void run_totals::add(const run_details& details) {
  requests += details.requests.size() + details.requests_dropped;
  checks += details.checks.size();
  checks_held += static_cast<std::size_t>(
      std::count_if(details.checks.begin(), details.checks.end(), [](const run_check& c) { return c.held; }));
}

std::string totals_text(const run_totals& of) {
  std::string out = "in " + shown_seconds(of.elapsed);
  if (of.checks > 0) out += ", " + std::to_string(of.checks_held) + " of " + counted(of.checks, "check") + " held";
  if (of.requests > 0) out += ", " + counted(of.requests, "request");
  return out;
}

}  // namespace canary::command
