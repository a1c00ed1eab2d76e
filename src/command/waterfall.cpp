#include "command/waterfall.hpp"

#include "command/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace canary::command {
namespace {

struct phase {
  std::string_view name;
  double http_timings::*time;
  std::string_view sign, plain_sign;  // of Unicode, of ASCII
  std::string_view with;
};

constexpr std::array<phase, 7> phases{{{"blocked", &http_timings::blocked, "·", ".", ink::faint},
                                       {"dns", &http_timings::looking_up, "░", "d", ink::cyan},
                                       {"connect", &http_timings::connecting, "▒", "c", ink::careful},
                                       {"tls", &http_timings::tls_handshaking, "▓", "t", ink::violet},
                                       {"send", &http_timings::sending, "▪", "s", ink::blue},
                                       {"wait", &http_timings::waiting, "█", "w", ink::good},
                                       {"receive", &http_timings::receiving, "▄", "r", ink::blue}}};
constexpr double least_ms = 0.005;

struct scale {
  wall_time begin{};
  double ms = 0;
};

double ms_between(wall_time from, wall_time to) { return static_cast<double>((to - from).count()) / 1e6; }

scale scale_of(const std::vector<http_exchange>& requests) {
  scale s{requests.front().started, 0};
  for (const auto& r : requests) s.begin = std::min(s.begin, r.started);
  for (const auto& r : requests)
    s.ms = std::max(s.ms, ms_between(s.begin, r.started) + std::max(r.timings.duration, 0.0));
  return s;
}

std::string repeated(std::string_view sign, std::size_t times) {
  std::string out;
  for (; times > 0; --times) out += sign;
  return out;
}

std::string bar(const http_exchange& r, const scale& s, std::size_t columns, const look& as) {
  const auto column = [&](double ms) {
    const double share = s.ms > 0 ? std::clamp(ms / s.ms, 0.0, 1.0) : 0;
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(columns)));
  };
  double at = ms_between(s.begin, r.started);
  std::size_t drawn = std::min(column(at), columns - 1);
  std::string out(drawn, ' ');
  const phase* longest = &phases.back();
  bool any = false;
  for (const auto& each : phases) {
    const double ms = std::max(r.timings.*each.time, 0.0);
    if (ms > r.timings.*longest->time) longest = &each;
    at += ms;
    const std::size_t end = std::min(column(at), columns);
    if (end <= drawn) continue;
    out += painted(as, each.with, repeated(as.unicode ? each.sign : each.plain_sign, end - drawn));
    drawn = end;
    any = true;
  }
  // What is too short for the scale is seen all the same.
  if (!any) out += painted(as, longest->with, as.unicode ? "▏" : "|"), ++drawn;
  return out + std::string(columns - drawn, ' ');
}

std::string legend(const std::vector<http_exchange>& requests, const look& as) {
  std::string out;
  for (const auto& each : phases) {
    const bool seen = std::any_of(requests.begin(), requests.end(),
                                  [&](const http_exchange& r) { return r.timings.*each.time >= least_ms; });
    if (!seen) continue;
    if (!out.empty()) out += "  ";
    out += painted(as, each.with, as.unicode ? each.sign : each.plain_sign) + " " + painted(as, ink::faint, each.name);
  }
  return out;
}

std::string answer(const http_exchange& r, const look& as) {
  if (r.code == 0) return painted(as, ink::bad, "failed");
  const bool well = r.code < 400 && r.error.kind == failure_class::none;
  return painted(as, well ? ink::good : r.code < 500 ? ink::careful : ink::bad, std::to_string(r.code));
}

void append_error(std::string& out, const http_exchange& r, const look& as) {
  if (r.error.kind == failure_class::none) return;
  out += "      " + painted(as, ink::bad, harmless(as, r.error.message, "      ")) + "\n";
}

void append_as_text(std::string& out, const http_exchange& r, const look& as) {
  out += "    " + harmless(as, r.method) + " " + harmless(as, r.url) + "  " + answer(r, as) + "  " +
         shown_ms(r.timings.duration) + "  " + shown_size(r.bytes_received);
  const std::string detail = phases_text(r.timings);
  if (!detail.empty()) out += "  " + painted(as, ink::faint, detail);
  out += '\n';
}

}  // namespace

std::string phases_text(const http_timings& of) {
  std::string out;
  for (const auto& each : phases) {
    if (of.*each.time < least_ms) continue;
    if (!out.empty()) out += ", ";
    out += std::string(each.name) + " " + shown_ms(of.*each.time);
  }
  return out;
}

void append_requests(std::string& out, const run_details& details, const look& as) {
  const auto& requests = details.requests;
  if (requests.empty()) return;
  constexpr std::size_t too_narrow = 64, answer_columns = 6, time_columns = 8, size_columns = 9;
  if (as.width < too_narrow) {
    for (const auto& r : requests) append_as_text(out, r, as), append_error(out, r, as);
  } else {
    std::size_t methods = 3, urls = 8;
    for (const auto& r : requests) {
      methods = std::clamp(columns_of(harmless(as, r.method)), methods, std::size_t{7});
      urls = std::max(urls, columns_of(harmless(as, r.url)));
    }
    const std::size_t rest = as.width - 4 - answer_columns - 1 - methods - 1 - 2 - time_columns - 1 - size_columns - 3;
    urls = std::min(urls, rest / 2);
    const std::size_t bars = rest - urls;
    const scale s = scale_of(requests);
    for (const auto& r : requests) {
      const std::string time = shown_ms(r.timings.duration), size = shown_size(r.bytes_received);
      const std::string got = answer(r, as);
      const std::size_t answered = r.code == 0 ? 6 : std::to_string(r.code).size();
      out += "    " + got + std::string(answer_columns - std::min(answer_columns, answered), ' ') + " " +
             padded(fitted(as, harmless(as, r.method), methods), methods) + " " +
             padded(fitted(as, harmless(as, r.url), urls), urls) + "  " +
             std::string(time_columns - std::min(time_columns, time.size()), ' ') + time + " " +
             std::string(size_columns - std::min(size_columns, size.size()), ' ') + size + " " +
             painted(as, ink::faint, as.unicode ? "│" : "|") + bar(r, s, bars, as) +
             painted(as, ink::faint, as.unicode ? "│" : "|") + "\n";
      append_error(out, r, as);
    }
    out += "    " + legend(requests, as) + "\n";
  }
  if (details.requests_dropped > 0) {
    out +=
        "    " + std::string(as.unicode ? "… " : "... ") + counted(details.requests_dropped, "request") + " not kept\n";
  }
}

}  // namespace canary::command
