#include "canary/api/rest_json.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/failure_code.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace canary::api {
namespace {

namespace json = boost::json;

json::value time_or_null(const std::optional<wall_time>& t) {
  return t ? json::value(format_rfc3339(*t)) : json::value();
}

json::value null_where_empty(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

// What the configuration says cannot be undone by hand, and so comes first.
json::value paused_by(const schedule::test_view& view) {
  if (view.definition->paused) return "configuration";
  return view.paused_by_hand ? json::value("request") : json::value();
}

json::object mark_json(const schedule::outcome_mark& mark, storage_ptr memory) {
  return json::object({{"id", mark.id.text()},
                       {"status", to_string(mark.status)},
                       {"class", to_string(mark.kind)},
                       {"start_at", format_rfc3339(mark.start_at)},
                       {"duration_ms", to_ms(mark.duration)}},
                      std::move(memory));
}

json::object timings_json(const http_timings& t, storage_ptr memory) {
  return json::object({{"blocked", t.blocked},
                       {"looking_up", t.looking_up},
                       {"connecting", t.connecting},
                       {"tls_handshaking", t.tls_handshaking},
                       {"sending", t.sending},
                       {"waiting", t.waiting},
                       {"receiving", t.receiving},
                       {"duration", t.duration}},
                      std::move(memory));
}

json::object certificate_json(const tls_certificate& certificate, const storage_ptr& memory) {
  return json::object({{"subject", certificate.subject},
                       {"issuer", certificate.issuer},
                       {"sans", json::array(certificate.sans.begin(), certificate.sans.end(), memory)},
                       {"serial", certificate.serial},
                       {"not_before", format_rfc3339(certificate.not_before)},
                       {"not_after", format_rfc3339(certificate.not_after)},
                       {"sha256", certificate.sha256}},
                      memory);
}

// The chain stands with the exchange that made the connection, and not again with each that used it later.
json::object tls_json(const tls_facts& facts, bool with_chain, const storage_ptr& memory) {
  json::array chain(memory);
  for (const auto& certificate : facts.chain) chain.emplace_back(certificate_json(certificate, memory));
  json::object out({{"version", null_where_empty(facts.version)},
                    {"cipher", null_where_empty(facts.cipher)},
                    {"alpn", null_where_empty(facts.alpn)},
                    {"ocsp", null_where_empty(facts.ocsp)}},
                   memory);
  if (with_chain) out["chain"] = std::move(chain);
  return out;
}

}  // namespace

double to_ms(nanoseconds duration) { return static_cast<double>(duration.count()) / 1e6; }

json::object summary_json(const store::summary& summary, storage_ptr memory) {
  const store::rollup& total = summary.total;
  json::object classes(memory);
  for (std::size_t i = 1; i < store::rollup::classes; ++i) {
    if (total.by_class[i] > 0) classes[to_string(static_cast<failure_class>(i))] = total.by_class[i];
  }
  json::value durations;
  if (const std::uint64_t measured = total.durations.count(); measured > 0) {
    const auto at = [&](double share) { return to_ms(total.durations.quantile(share).value_or(nanoseconds{})); };
    durations = json::object({{"mean", to_ms(total.total_duration) / static_cast<double>(measured)},
                              {"p50", at(0.5)},
                              {"p90", at(0.9)},
                              {"p95", at(0.95)},
                              {"p99", at(0.99)},
                              {"max", at(1)}},
                             memory);
  }
  const auto uptime = total.uptime();
  return json::object({{"since", format_rfc3339(summary.since)},
                       {"until", format_rfc3339(summary.until)},
                       {"runs", total.ended()},
                       {"passed", total.passed},
                       {"failed", total.failed},
                       {"interrupted", total.interrupted},
                       {"skipped", total.skipped},
                       {"classes", std::move(classes)},
                       {"uptime", uptime ? json::value(*uptime) : json::value()},
                       {"duration_ms", std::move(durations)}},
                      memory);
}

json::object run_summary_json(const run_record& run, storage_ptr memory) {
  const bool running = run.status == run_status::running;
  const bool failed = run.cause.kind != failure_class::none, skipped = run.status == run_status::skipped;
  return json::object({{"id", run.id.text()},
                       {"test", run.test},
                       {"status", to_string(run.status)},
                       {"class", to_string(run.cause.kind)},
                       {"fail_cause", failed ? json::value(run.cause.message) : json::value()},
                       {"skip_reason", skipped ? json::value(run.cause.message) : json::value()},
                       {"start_at", format_rfc3339(run.start_at)},
                       {"end_at", time_or_null(run.end_at)},
                       {"duration_ms", running ? json::value() : json::value(to_ms(run.duration))},
                       {"lateness_ms", to_ms(run.lateness)},
                       {"trigger", to_string(run.trigger)},
                       {"attempt", run.attempt}},
                      std::move(memory));
}

json::value run_usage_json(const std::optional<run_usage>& usage) {
  if (!usage) return nullptr;
  return json::object({{"cpu_ms", to_ms(usage->cpu)},
                       {"peak_memory_bytes", usage->peak_memory_bytes},
                       {"slices", usage->slices},
                       {"allocations", usage->allocations}});
}

json::object log_entry_json(const log_entry& entry, storage_ptr memory) {
  return json::object({{"at", format_rfc3339(entry.at)},
                       {"level", to_string(entry.level)},
                       {"message", entry.message},
                       {"fields", entry.fields}},
                      std::move(memory));
}

json::object http_exchange_json(const http_exchange& e, storage_ptr memory) {
  json::value failed;
  if (e.error.kind != failure_class::none) {
    const int code = error_code_of(e.error);
    failed = json::object({{"class", to_string(e.error.kind)},
                           {"message", e.error.message},
                           {"error_code", code != 0 ? json::value(code) : json::value()}});
  }
  return json::object({{"started", format_rfc3339(e.started)},
                       {"method", e.method},
                       {"url", e.url},
                       {"code", e.code},
                       {"proto", e.proto},
                       {"remote_ip", e.remote_ip},
                       {"remote_port", e.remote_port},
                       {"reused", e.reused},
                       {"timings", timings_json(e.timings, memory)},
                       {"bytes_sent", e.bytes_sent},
                       {"bytes_received", e.bytes_received},
                       {"error", failed},
                       {"tls", e.tls ? json::value(tls_json(*e.tls, !e.reused, memory), memory) : json::value()}},
                      memory);
}

json::object script_error_json(const script_error& e, storage_ptr memory) {
  return json::object({{"message", e.message},
                       {"stack", e.stack},
                       {"file", e.file},
                       {"line", e.line},
                       {"column", e.column},
                       {"excerpt", e.excerpt},
                       {"expected", e.expected},
                       {"actual", e.actual}},
                      std::move(memory));
}

json::object run_step_json(const run_step& step, storage_ptr memory) {
  return json::object({{"name", step.name},
                       {"started", format_rfc3339(step.started)},
                       {"duration_ms", to_ms(step.duration)},
                       {"status", to_string(step.status)},
                       {"cleanup", step.cleanup},
                       {"parent", step.parent ? json::value(*step.parent) : json::value()},
                       {"error", null_where_empty(step.error)}},
                      std::move(memory));
}

json::object run_check_json(const run_check& check, storage_ptr memory) {
  return json::object({{"name", check.name},
                       {"at", format_rfc3339(check.at)},
                       {"held", check.held},
                       {"soft", check.soft},
                       {"step", check.step ? json::value(*check.step) : json::value()}},
                      std::move(memory));
}

json::value maintenance_json(const std::optional<maintenance_window>& window, storage_ptr memory) {
  if (!window) return nullptr;
  return json::object({{"since", format_rfc3339(window->since)},
                       {"until", format_rfc3339(window->until)},
                       {"reason", null_where_empty(window->reason)},
                       {"by", null_where_empty(window->by)}},
                      std::move(memory));
}

json::object test_json(const schedule::test_view& view, storage_ptr memory, bool with_recent) {
  const test& t = *view.definition;
  json::array running(memory);
  for (const auto& id : view.running) running.emplace_back(id.text());
  const auto p50 = recent_p50_ms(view.recent);
  json::object out({{"name", t.name},
                    {"path", t.path},
                    {"description", t.description},
                    {"owner", t.owner},
                    {"runbook", t.runbook},
                    {"state", to_string(view.state)},
                    {"state_since", time_or_null(view.state_since)},
                    {"frequency", format_duration(t.frequency)},
                    {"frequency_ms", to_ms(t.frequency)},
                    {"timeout", format_duration(t.timeout)},
                    {"timeout_ms", to_ms(t.timeout)},
                    {"concurrency", to_string(t.concurrency)},
                    {"paused", t.paused || view.paused_by_hand},
                    {"paused_by", paused_by(view)},
                    {"maintenance", maintenance_json(view.maintenance, memory)},
                    {"memory_limit_bytes", t.memory_limit},
                    {"next_run_at", time_or_null(view.next_run_at)},
                    {"queued", view.queued},
                    {"skipped", view.skipped},
                    {"last", view.last ? json::value(run_summary_json(*view.last, memory), memory) : json::value()},
                    {"last_success_at", time_or_null(view.last_success)},
                    {"recent_p50_ms", p50 ? json::value(*p50) : json::value()}},
                   memory);
  json::object labels(memory);
  for (const auto& [name, value] : t.labels) labels[name] = value;
  out["labels"] = std::move(labels);
  out["running"] = std::move(running);
  if (!with_recent) return out;
  json::array recent(memory);
  recent.reserve(view.recent.size());
  for (const auto& mark : view.recent) recent.emplace_back(mark_json(mark, memory));
  out["recent"] = std::move(recent);
  return out;
}

std::optional<double> recent_p50_ms(const std::vector<schedule::outcome_mark>& recent) {
  std::vector<nanoseconds> all;
  all.reserve(recent.size());
  for (const auto& mark : recent) {
    if (has_verdict(mark.status)) all.push_back(mark.duration);
  }
  if (all.empty()) return std::nullopt;
  std::sort(all.begin(), all.end());
  return (to_ms(all[(all.size() - 1) / 2]) + to_ms(all[all.size() / 2])) / 2;
}

json::object status_json(const status_figures& figures) {
  const daemon_status& d = figures.daemon;
  const auto count = [&](schedule::test_state s) {
    const auto it = figures.tests.find(s);
    return it == figures.tests.end() ? std::size_t{0} : it->second;
  };
  std::size_t total = 0;
  for (const auto& [state, n] : figures.tests) total += n;
  using enum schedule::test_state;
  return json::object({
      {"name", d.name},
      {"version", d.version},
      {"commit", d.commit},
      {"now", format_rfc3339(figures.now)},
      {"started_at", format_rfc3339(d.started_at)},
      {"uptime_seconds", to_ms(figures.now - d.started_at) / 1e3},
      {"config",
       {{"file", d.config_file},
        {"loaded_at", time_or_null(d.config_loaded_at)},
        {"last_reload_successful", d.last_reload_successful},
        {"last_reload_error", null_where_empty(d.last_reload_error)}}},
      {"tests",
       {{"total", total},
        {"up", count(up)},
        {"down", count(down)},
        {"unknown", count(unknown)},
        {"paused", count(paused)},
        {"maintenance", count(maintenance)}}},
      {"runs", {{"running", figures.running}, {"queued", figures.queued}}},
      {"store",
       {{"runs", figures.stored.runs},
        {"size_bytes", figures.stored.size_bytes},
        {"queue_length", figures.stored.queue_length},
        {"dropped", figures.stored.dropped}}},
      {"events",
       {{"last_id", figures.last_event},
        {"readers", figures.event_readers},
        {"dropped", figures.event_readers_dropped}}},
  });
}

}  // namespace canary::api
