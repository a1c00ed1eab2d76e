#include "canary/command/report.hpp"

#include "canary/core/json_text.hpp"
#include "canary/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace canary::command {
namespace {

struct palette {
  const char *good, *bad, *faint, *strong, *end;
};
constexpr palette coloured{"\033[32m", "\033[31m", "\033[2m", "\033[1m", "\033[0m"};
constexpr palette plain{"", "", "", "", ""};

// What scripts and servers say must not steer the terminal.
std::string harmless(std::string_view text, std::string_view indentation) {
  std::string out;
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t control = control_length(text);
    if (c == '\n') {
      out += '\n';
      out += indentation;
    } else {
      out += control > 0 && c != '\t' ? '?' : c;
    }
    text.remove_prefix(std::max<std::size_t>(control, 1));
  }
  return out;
}

std::string milliseconds(double ms) {
  char text[32];
  std::snprintf(text, sizeof text, ms < 10 ? "%.2f ms" : ms < 1000 ? "%.1f ms" : "%.0f ms", ms);
  return text;
}

std::string bytes(std::uint64_t n) {
  char text[32];
  if (n < 10'000) {
    std::snprintf(text, sizeof text, "%llu B", static_cast<unsigned long long>(n));
  } else {
    std::snprintf(text, sizeof text, "%.1f KiB", static_cast<double>(n) / 1024);
  }
  return text;
}

std::string phases(const http_timings& t) {
  const std::array<std::pair<const char*, double>, 7> all{{{"blocked", t.blocked},
                                                           {"dns", t.looking_up},
                                                           {"connect", t.connecting},
                                                           {"tls", t.tls_handshaking},
                                                           {"send", t.sending},
                                                           {"wait", t.waiting},
                                                           {"receive", t.receiving}}};
  std::string out;
  for (const auto& [name, ms] : all) {
    if (ms < 0.005) continue;
    if (!out.empty()) out += ", ";
    out += std::string(name) + " " + milliseconds(ms);
  }
  return out;
}

void append_requests(std::string& out, const run_details& details, const palette& p) {
  for (const auto& r : details.requests) {
    out += "    " + harmless(r.method, "") + " " + harmless(r.url, "") + "  ";
    out += r.code != 0 ? std::to_string(r.code) : std::string(p.bad) + "failed" + p.end;
    out += "  " + milliseconds(r.timings.duration) + "  " + bytes(r.bytes_received);
    const std::string detail = phases(r.timings);
    if (!detail.empty()) out += std::string("  ") + p.faint + detail + p.end;
    out += '\n';
    if (r.error.kind != failure_class::none) out += "      " + harmless(r.error.message, "      ") + "\n";
  }
}

void append_logs(std::string& out, const run::run_result& result, const palette& p) {
  for (const auto& line : result.details.logs) {
    const double after = static_cast<double>((line.at - result.record.start_at).count()) / 1e6;
    std::string level(to_string(line.level));
    level.resize(5, ' ');
    char offset[32];
    std::snprintf(offset, sizeof offset, "%8.1f ms ", after);
    out += std::string("  ") + p.faint + offset + p.end + level + " " + harmless(line.message, "                    ");
    for (const auto& field : line.fields) {
      out +=
          std::string(" ") + p.faint + harmless(field.key(), "") + "=" + harmless(json_text(field.value()), "") + p.end;
    }
    out += '\n';
  }
  if (result.details.logs_dropped > 0)
    out += "    … " + std::to_string(result.details.logs_dropped) + " lines not kept\n";
}

std::string counted(std::uint64_t n, const char* noun) { return std::to_string(n) + " " + noun + (n == 1 ? "" : "s"); }

void append_usage(std::string& out, const run_usage& u, const palette& p) {
  out += std::string("  ") + p.faint + "cpu " + milliseconds(static_cast<double>(u.cpu.count()) / 1e6) + ", memory " +
         bytes(u.peak_memory_bytes) + ", " + counted(u.slices, "slice") + ", " + counted(u.allocations, "allocation") +
         p.end + "\n";
}

}  // namespace

std::string report(const run::run_result& result, bool colour) {
  const palette& p = colour ? coloured : plain;
  const run_record& record = result.record;
  const bool passed = record.status == run_status::passed;
  std::string out = std::string(passed ? p.good : p.bad) +
                    (passed                                ? "PASS"
                     : record.status == run_status::failed ? "FAIL"
                                                           : "STOP") +
                    p.end + " " + p.strong + harmless(record.test, "") + p.end + "  " +
                    milliseconds(static_cast<double>(record.duration.count()) / 1e6) + "\n";
  append_logs(out, result, p);
  append_requests(out, result.details, p);
  if (record.usage) append_usage(out, *record.usage, p);
  if (passed) return out;
  out += std::string("  ") + p.bad + std::string(to_string(record.cause.kind)) + p.end + ": " +
         harmless(record.cause.message, "    ") + "\n";
  if (const auto& e = result.details.error; e && e->line > 0) {
    out += "  at " + harmless(e->file, "") + ":" + std::to_string(e->line) + "\n    " + harmless(e->excerpt, "    ");
    while (out.ends_with(' ') || out.ends_with('\n')) out.pop_back();
    out += '\n';
  }
  return out;
}

std::string report_skipped(const test& what, bool colour) {
  const palette& p = colour ? coloured : plain;
  return std::string(p.faint) + "SKIP" + p.end + " " + p.strong + harmless(what.name, "") + p.end + "  paused\n";
}

std::string summary(const run_counts& of) {
  std::string out = std::to_string(of.passed) + " passed, " + std::to_string(of.failed) + " failed";
  if (of.interrupted > 0) out += ", " + std::to_string(of.interrupted) + " interrupted";
  if (of.skipped > 0) out += ", " + std::to_string(of.skipped) + " skipped";
  return out;
}

}  // namespace canary::command
