#include "command/failure_text.hpp"

#include "command/caret.hpp"
#include "command/line_diff.hpp"

#include <algorithm>

namespace canary::command {
namespace {

template <class Each>
void for_each_line(std::string_view text, Each each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    each(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void append_excerpt(std::string& out, const script_error& e, const look& as) {
  for_each_line(with_caret(e.excerpt), [&](std::string_view line) {
    std::string shown = harmless(as, line);
    const bool marked = line.starts_with("> ");
    const std::size_t bar = line.find(" | ");
    const bool caret = !marked && bar != line.npos && line.substr(0, bar).find_first_not_of(' ') == line.npos;
    if (as.width > 8) shown = fitted(as, shown, std::max<std::size_t>(as.width - 4, 40));
    out += "    " + painted(as, marked ? ink::strong : caret ? ink::bad : ink::faint, shown) + "\n";
  });
}

// 'at f (login.js:3)', but not the frame whose lines stand there already, and not the engine's own.
void append_calls(std::string& out, const script_error& e, const look& as) {
  constexpr std::size_t most = 8;
  std::size_t frames = 0;
  std::string calls;
  for_each_line(e.stack, [&](std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == line.npos || !line.substr(begin).starts_with("at ")) return;
    line.remove_prefix(begin);
    line = line.substr(0, line.find(" preventsyield"));
    if (line.find(':') == line.npos || line.find("[anon]") != line.npos || line.find(" internal") != line.npos) return;
    if (++frames == 1 || frames > most) return;
    calls += "      " + painted(as, ink::faint, harmless(as, line)) + "\n";
  });
  out += calls;
}

std::size_t lines_of(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

void append_difference(std::string& out, const script_error& e, const look& as) {
  if (e.expected.empty() && e.actual.empty()) return;
  if (lines_of(e.expected) == 1 && lines_of(e.actual) == 1) {
    out += "  expected  " + painted(as, ink::good, harmless(as, e.expected)) + "\n";
    out += "  actual    " + painted(as, ink::bad, harmless(as, e.actual)) + "\n";
    return;
  }
  constexpr std::size_t around = 3, most = 200;
  const auto lines = compare_lines(e.expected, e.actual);
  using origin = diff_line::origin;
  std::vector<bool> near(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].from == origin::both) continue;
    for (std::size_t j = i > around ? i - around : 0; j < std::min(i + around + 1, lines.size()); ++j) near[j] = true;
  }
  out += "  " + painted(as, ink::good, "- expected") + "  " + painted(as, ink::bad, "+ actual") + "\n";
  const std::string gap = as.unicode ? "…" : "...";
  std::size_t shown = 0;
  for (std::size_t i = 0; i < lines.size() && shown < most; ++i) {
    if (!near[i]) {
      if (i == 0 || near[i - 1]) out += "    " + painted(as, ink::faint, gap) + "\n";
      continue;
    }
    const origin from = lines[i].from;
    const std::string line = std::string(from == origin::both       ? "  "
                                         : from == origin::expected ? "- "
                                                                    : "+ ") +
                             harmless(as, lines[i].text);
    out += "    " + (from == origin::both ? line : painted(as, from == origin::expected ? ink::good : ink::bad, line)) +
           "\n";
    ++shown;
  }
  if (shown == most) out += "    " + painted(as, ink::faint, gap) + "\n";
}

std::string joined(const std::vector<std::string>& all) {
  constexpr std::size_t most = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) out += (i == 0 ? "" : ", ") + all[i];
  if (all.size() > most) out += ", and " + std::to_string(all.size() - most) + " more";
  return out;
}

// Whether it was valid at that time; '' where it was.
std::string out_of_time(const tls_certificate& c, wall_time at) {
  const auto days = [](nanoseconds n) {
    const auto whole = std::chrono::duration_cast<std::chrono::days>(n).count();
    return whole == 0 ? std::string("less than a day") : std::to_string(whole) + (whole == 1 ? " day" : " days");
  };
  if (at > c.not_after) return "ended " + days(at - c.not_after) + " before the run";
  if (at < c.not_before) return "begins " + days(c.not_before - at) + " after the run";
  return {};
}

void append_certificate(std::string& out, const run::run_result& result, const look& as) {
  if (result.record.cause.kind != failure_class::tls) return;
  const auto& requests = result.details.requests;
  const auto last = std::find_if(requests.rbegin(), requests.rend(), [](const http_exchange& r) {
    return r.error.kind == failure_class::tls && r.tls != nullptr;
  });
  if (last == requests.rend()) return;
  const tls_facts& facts = *last->tls;
  const auto row = [&](std::string_view name, std::string_view value, std::string_view with = {}) {
    if (value.empty()) return;
    out += "    " + painted(as, ink::faint, padded(std::string(name), 9)) +
           (with.empty() ? harmless(as, value, "             ") : painted(as, with, harmless(as, value))) + "\n";
  };
  out += "  the certificate of " + harmless(as, facts.host) + "\n";
  row("tls", facts.version + (facts.cipher.empty() ? "" : ", " + facts.cipher));
  if (facts.chain.empty()) return row("chain", "the server sent none");
  for (std::size_t i = 0; i < facts.chain.size(); ++i) {
    const tls_certificate& c = facts.chain[i];
    row(i == 0 ? "subject" : "then", c.subject);
    if (i == 0) row("names", joined(c.sans));
    row("issuer", c.issuer);
    row("valid", format_rfc3339(c.not_before).substr(0, 10) + " to " + format_rfc3339(c.not_after).substr(0, 10));
    row("", out_of_time(c, result.record.start_at), ink::bad);
    if (i == 0) row("sha256", c.sha256);
  }
}

}  // namespace

void append_failure(std::string& out, const run::run_result& result, const look& as) {
  const failure& cause = result.record.cause;
  out += "  " + painted(as, ink::bad, to_string(cause.kind)) + ": " + harmless(as, cause.message, "    ") + "\n";
  const auto& e = result.details.error;
  if (e) append_difference(out, *e, as);
  if (e && e->line > 0) {
    out += "  at " + harmless(as, e->file) + ":" + std::to_string(e->line) +
           (e->column > 0 ? ":" + std::to_string(e->column) : "") + "\n";
    append_excerpt(out, *e, as);
    append_calls(out, *e, as);
  }
  append_certificate(out, result, as);
}

}  // namespace canary::command
