#include "canary/app/recorder.hpp"

namespace canary::app {
namespace {

double milliseconds(nanoseconds d) { return static_cast<double>(d.count()) / 1e6; }

boost::json::object fields_of(const run_record& record) { return {{"test", record.test}, {"id", record.id.text()}}; }

}  // namespace

recorder::recorder(store::store& runs, metrics::metrics& counters, events::feed& happenings, const logger& log,
                   std::function<void(const run_id&)> start_stored, std::function<void(const run_record&)> stored)
    : runs_(runs),
      counters_(counters),
      happenings_(happenings),
      log_(log),
      start_stored_(std::move(start_stored)),
      stored_(std::move(stored)) {}

void recorder::run_started(const run_record& record) {
  counters_.schedule_lateness(record.lateness);
  runs_.start_run(record, [this, record](const result<void>& written) {
    if (!written) {
      uncounted_.insert(record.id);
      return log_.error("a run's start could not be stored: " + written.error().message, fields_of(record));
    }
    counters_.run_started(record.test);
    start_stored_(record.id);  // before it is told: who hears of it may ask for its test
    happenings_.tell(events::run_started{record});
    if (!log_.enabled(log_level::info)) return;
    auto fields = fields_of(record);
    fields["trigger"] = to_string(record.trigger);
    fields["lateness_ms"] = milliseconds(record.lateness);
    log_.info("run started", fields);
  });
}

void recorder::run_logged(const run_record& record, const log_entry& entry) {
  if (!log_.enabled(entry.level)) return;
  boost::json::object fields = fields_of(record);
  for (const auto& field : entry.fields) fields.insert(field);  // a script's 'test' or 'id' does not replace the run's
  log_.write(entry.level, entry.message, fields);
}

void recorder::run_ended(const run::run_result& result) {
  std::vector<http_timings> timings;
  for (const auto& exchange : result.details.requests) timings.push_back(exchange.timings);
  runs_.end_run(result.record, result.details,
                [this, record = result.record, timings = std::move(timings),
                 certificates = result.certificates](const canary::result<void>& written) {
                  const bool uncounted = uncounted_.erase(record.id) > 0;
                  if (!written) {
                    return log_.error("a run's outcome could not be stored: " + written.error().message,
                                      fields_of(record));
                  }
                  if (uncounted) counters_.run_started(record.test);  // its start was given up, its end is there
                  for (const auto& phases : timings) counters_.http_request(record.test, phases);
                  for (const auto& [host, ends] : certificates) counters_.certificate(record.test, host, ends);
                  show_end(record);
                });
}

void recorder::show_end(const run_record& record) {
  counters_.run_ended(record);
  happenings_.tell(events::run_finished{record});
  if (log_.enabled(log_level::info)) {
    auto fields = fields_of(record);
    fields["status"] = to_string(record.status);
    fields["duration_ms"] = milliseconds(record.duration);
    if (record.cause.kind != failure_class::none) {
      fields["class"] = to_string(record.cause.kind);
      fields["fail_cause"] = record.cause.message;
    }
    if (record.status == run_status::skipped) fields["skip_reason"] = record.cause.message;
    log_.write(did_not_pass(record.status) ? log_level::warn : log_level::info, "run finished", fields);
  }
  stored_(record);
}

void recorder::run_skipped(const test& what, schedule::skip_reason why, std::uint64_t count) {
  counters_.run_skipped(what.name, schedule::to_string(why), count);
  log_.warn("run skipped", {{"test", what.name}, {"reason", schedule::to_string(why)}, {"count", count}});
}

void recorder::state_changed(const test& what, schedule::test_state from, schedule::test_state to) {
  const bool known = to == schedule::test_state::up || to == schedule::test_state::down;
  counters_.test_up(what.name, known ? std::optional(to == schedule::test_state::up) : std::nullopt);
  const bool due = to != schedule::test_state::paused;
  counters_.test_frequency(what.name, due ? std::optional(what.frequency) : std::nullopt);
  happenings_.tell(events::state_changed{what.name, from, to});
  log_.write(to == schedule::test_state::down ? log_level::error : log_level::info, "test state changed",
             {{"test", what.name}, {"from", schedule::to_string(from)}, {"to", schedule::to_string(to)}});
}

void recorder::maintenance_changed(const test& what, const std::optional<maintenance_window>& now) {
  counters_.test_maintenance(what.name, now.has_value());
  if (!now) return log_.info("maintenance is over", {{"test", what.name}});
  boost::json::object fields{{"test", what.name}, {"until", format_rfc3339(now->until)}};
  if (!now->reason.empty()) fields["reason"] = now->reason;
  if (!now->by.empty()) fields["by"] = now->by;
  log_.info("maintenance", fields);
}

}  // namespace canary::app
