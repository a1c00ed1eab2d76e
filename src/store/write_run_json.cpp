#include "exact_json.hpp"
#include "run_json.hpp"
#include "run_json_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace canary::store {
namespace {

/// An object that is being written.
class members {
 public:
  explicit members(std::string& out) : out_(out) { out_ += '{'; }
  ~members() { out_ += '}'; }
  members(const members&) = delete;
  members& operator=(const members&) = delete;

  /// Where the value of a member is to be appended.
  std::string& named(std::string_view name) {
    if (!std::exchange(first_, false)) out_ += ',';
    out_.append(1, '"').append(name).append("\":");
    return out_;
  }
  void word(std::string_view name, std::string_view value) { named(name).append(1, '"').append(value).append(1, '"'); }
  void text(std::string_view name, std::string_view value) { append_exact_text(named(name), value); }
  void time(std::string_view name, wall_time value) {
    using namespace std::chrono;
    if (value >= wall_time{sys_days{1678y / 1 / 1}} && value < wall_time{sys_days{2262y / 1 / 1}}) {
      word(name, format_rfc3339(value));
    } else {
      number(name, value.time_since_epoch().count());
    }
  }
  template <class Number>
  void number(std::string_view name, Number value) {
    named(name) += std::to_string(value);
  }

  void text_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  template <class Number>
  void number_if_any(std::string_view name, Number value) {
    if (value != Number{}) number(name, value);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

std::int64_t whole_ns(double ms) { return std::llround(std::clamp(ms * 1e6, 0.0, 9e18)); }

template <class List, class Write>
void append_list(std::string& out, const List& list, Write write) {
  out += '[';
  bool first = true;
  for (const auto& element : list) {
    if (!std::exchange(first, false)) out += ',';
    write(element);
  }
  out += ']';
}

/// The handshakes of one run in the order in which its exchanges name them.
struct handshakes_of {
  std::map<const tls_facts*, std::size_t> places;
  std::vector<const tls_facts*> all;

  explicit handshakes_of(const run_details& details) {
    for (const http_exchange& exchange : details.requests) {
      const tls_facts* facts = exchange.tls.get();
      if (facts != nullptr && places.try_emplace(facts, all.size() + 1).second) all.push_back(facts);
    }
  }
};

void append_failure(members& to, const failure& cause) {
  to.word("class", to_string(cause.kind));
  to.text("cause", cause.message);
  to.number_if_any("code", static_cast<unsigned>(cause.code));
}

void append_usage(std::string& out, const run_usage& usage) {
  members of(out);
  of.number("cpu_ns", usage.cpu.count());
  of.number("peak_memory_bytes", usage.peak_memory_bytes);
  of.number("slices", usage.slices);
  of.number("allocations", usage.allocations);
}

void append_log(std::string& out, const log_entry& entry) {
  members of(out);
  of.time("at", entry.at);
  of.word("level", to_string(entry.level));
  of.text("message", entry.message);
  if (!entry.fields.empty()) append_exact_object(of.named("fields"), entry.fields);
}

void append_exchange(std::string& out, const http_exchange& exchange, const handshakes_of& handshakes) {
  members of(out);
  of.time("started", exchange.started);
  of.text("method", exchange.method);
  of.text("url", exchange.url);
  of.number_if_any("code", exchange.code);
  of.text_if_any("proto", exchange.proto);
  of.text_if_any("remote_ip", exchange.remote_ip);
  of.number_if_any("remote_port", exchange.remote_port);
  if (exchange.reused) of.named("reused") += "true";
  {
    members timings(of.named("timings_ns"));
    for (const auto& [name, member] : timing_names) {
      timings.number_if_any(name, whole_ns(exchange.timings.*member));
    }
  }
  of.number_if_any("bytes_sent", exchange.bytes_sent);
  of.number_if_any("bytes_received", exchange.bytes_received);
  if (exchange.error.kind != failure_class::none || !exchange.error.message.empty() ||
      exchange.error.code != failure_code::none) {
    members error(of.named("error"));
    append_failure(error, exchange.error);
  }
  if (exchange.tls) of.number("handshake", handshakes.places.at(exchange.tls.get()));
}

void append_certificate(std::string& out, const tls_certificate& certificate) {
  members of(out);
  of.text("subject", certificate.subject);
  of.text("issuer", certificate.issuer);
  append_list(of.named("sans"), certificate.sans, [&](const std::string& san) { append_exact_text(out, san); });
  of.text("serial", certificate.serial);
  of.time("not_before", certificate.not_before);
  of.time("not_after", certificate.not_after);
  of.text("sha256", certificate.sha256);
}

void append_handshake(std::string& out, const tls_facts& facts) {
  members of(out);
  for (const auto& [name, member] : handshake_names) of.text_if_any(name, facts.*member);
  append_list(of.named("chain"), facts.chain, [&](const tls_certificate& c) { append_certificate(out, c); });
}

void append_step(std::string& out, const run_step& step) {
  members of(out);
  of.text("name", step.name);
  of.time("started", step.started);
  of.number_if_any("duration_ns", step.duration.count());
  of.word("status", to_string(step.status));
  if (step.cleanup) of.named("cleanup") += "true";
  if (step.parent) of.number("parent", *step.parent);
  of.text_if_any("error", step.error);
}

void append_check(std::string& out, const run_check& check) {
  members of(out);
  of.text("name", check.name);
  of.time("at", check.at);
  of.named("held") += check.held ? "true" : "false";
  if (check.soft) of.named("soft") += "true";
  if (check.step) of.number("step", *check.step);
}

void append_script_error(std::string& out, const script_error& error) {
  members of(out);
  for (const auto& [name, member] : script_error_names) of.text_if_any(name, error.*member);
  of.number_if_any("line", error.line);
  of.number_if_any("column", error.column);
}

}  // namespace

void append_run_line(std::string& out, const run_record& record, const run_details& details) {
  const handshakes_of handshakes(details);
  {
    members of(out);
    of.word("id", record.id.text());
    of.text("test", record.test);
    of.word("status", to_string(record.status));
    of.time("start_at", record.start_at);
    if (record.end_at) of.time("end_at", *record.end_at);
    of.number_if_any("duration_ns", record.duration.count());
    of.number_if_any("lateness_ns", record.lateness.count());
    if (record.trigger != run_trigger::schedule) of.word("trigger", to_string(record.trigger));
    if (record.attempt != 1) of.number("attempt", record.attempt);
    if (record.cause.kind != failure_class::none || !record.cause.message.empty() ||
        record.cause.code != failure_code::none) {
      append_failure(of, record.cause);
    }
    if (record.usage) append_usage(of.named("usage"), *record.usage);
    if (!details.logs.empty()) {
      append_list(of.named("logs"), details.logs, [&](const log_entry& entry) { append_log(out, entry); });
    }
    of.number_if_any("logs_dropped", details.logs_dropped);
    if (!details.requests.empty()) {
      append_list(of.named("requests"), details.requests,
                  [&](const http_exchange& exchange) { append_exchange(out, exchange, handshakes); });
    }
    of.number_if_any("requests_dropped", details.requests_dropped);
    if (!details.steps.empty()) {
      append_list(of.named("steps"), details.steps, [&](const run_step& step) { append_step(out, step); });
    }
    of.number_if_any("steps_dropped", details.steps_dropped);
    if (!details.checks.empty()) {
      append_list(of.named("checks"), details.checks, [&](const run_check& check) { append_check(out, check); });
    }
    of.number_if_any("checks_dropped", details.checks_dropped);
    if (!handshakes.all.empty()) {
      append_list(of.named("handshakes"), handshakes.all,
                  [&](const tls_facts* facts) { append_handshake(out, *facts); });
    }
    if (details.error) append_script_error(of.named("script_error"), *details.error);
    of.number_if_any("cause_code", static_cast<std::uint64_t>(details.code));
  }
  out += '\n';
}

}  // namespace canary::store
