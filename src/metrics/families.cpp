#include "canary/metrics/families.hpp"

namespace canary::metrics {
namespace {

using test = const test_series&;
using all = const scrape&;
using writer = sample_writer&;

void write_time(const std::optional<wall_time>& at, writer w) {
  if (at) w.value(to_seconds(*at));
}

void write_durations(test t, writer w) {
  if (t.passed_seconds) w.summary(t.passed_seconds->collect(), {{"result", "pass"}});
  if (t.failed_seconds) w.summary(t.failed_seconds->collect(), {{"result", "fail"}});
}

void write_finished(test t, writer w) {
  w.value(t.passed.Value(), {{"result", "pass"}});
  w.value(t.failed.Value(), {{"result", "fail"}});
}

void write_phases(test t, writer w) {
  if (!t.requests) return;
  w.histogram(t.requests->resolve.Collect().histogram, {{"phase", "resolve"}});
  w.histogram(t.requests->connect.Collect().histogram, {{"phase", "connect"}});
  w.histogram(t.requests->tls.Collect().histogram, {{"phase", "tls"}});
  w.histogram(t.requests->processing.Collect().histogram, {{"phase", "processing"}});
  w.histogram(t.requests->transfer.Collect().histogram, {{"phase", "transfer"}});
}

void write_certificates(test t, writer w) {
  for (const auto& [host, entry] : t.certificates.by_host()) w.value(to_seconds(entry.ends), {{"host", host}});
}

void write_requests(all s, writer w) {
  for (const auto& [key, count] : s.daemon.api_requests) {
    w.value(count.Value(), {{"route", key.first}, {"code", std::to_string(key.second)}});
  }
}

void write_auth_failures(all s, writer w) {
  for (const auto& [reason, count] : s.daemon.auth_failures) w.value(count.Value(), {{"reason", reason}});
}

template <auto Member>
void write_event_readers(all s, writer w) {
  if (s.daemon.event_readers) w.value(static_cast<double>(s.daemon.event_readers().*Member));
}

void write_reload(all s, writer w) {
  if (s.daemon.reload_successful) w.value(*s.daemon.reload_successful ? 1 : 0);
}

template <auto Member>
void write_store(all s, writer w) {
  if (s.daemon.store) w.value(static_cast<double>(s.daemon.store().*Member));
}

void write_removed(all s, writer w) {
  if (!s.daemon.store) return;
  const store_figures figures = s.daemon.store();
  w.value(static_cast<double>(figures.removed_by_age), {{"reason", "age"}});
  w.value(static_cast<double>(figures.removed_by_count), {{"reason", "count"}});
  w.value(static_cast<double>(figures.removed_by_size), {{"reason", "size"}});
}

constexpr family table[] = {
    // The talk's own four.
    {.name = "test_started_count",
     .type = "counter",
     .help = "Runs started.",
     .of_test = [](test t, writer w) { w.value(t.started.Value()); }},
    {.name = "test_finished_count",
     .type = "counter",
     .help = "Runs ended and stored, by result: pass or fail.",
     .of_test = write_finished},
    {.name = "test_running_total",
     .type = "gauge",
     .help = "Runs going on.",
     .of_test = [](test t, writer w) { w.value(t.running.Value()); }},
    {.name = "test_duration_seconds",
     .type = "summary",
     .help = "How long runs took, over the last hour, by result.",
     .of_test = write_durations},

    // Of each test.
    {.name = "canary_test_up",
     .type = "gauge",
     .help = "1 where the test's last outcomes say that it works, 0 where they say that it does not; absent before the "
             "first, while it is paused, and in maintenance.",
     .of_test =
         [](test t, writer w) {
           if (t.up) w.value(*t.up ? 1 : 0);
         }},
    {.name = "canary_test_info",
     .type = "gauge",
     .help = "Always 1; its labels tell whose the test is: owner, runbook, and label_NAME for each of the test's own.",
     .of_test = [](test t, writer w) { w.value(1, std::string_view(t.info)); }},
    {.name = "canary_test_frequency_seconds",
     .type = "gauge",
     .help = "How often the test is due; absent while it is paused.",
     .of_test =
         [](test t, writer w) {
           if (t.frequency) w.value(to_seconds(*t.frequency));
         }},
    {.name = "canary_test_maintenance",
     .type = "gauge",
     .help = "1 while the test is in maintenance; absent otherwise.",
     .of_test =
         [](test t, writer w) {
           if (t.maintenance) w.value(1);
         }},
    {.name = "canary_test_failures_total",
     .type = "counter",
     .help =
         "Failed runs by failure class: dns, connect, tls, timeout, http, assert, script, limit, exec, interrupted.",
     .of_test =
         [](test t, writer w) {
           for (const auto& [kind, n] : t.failures) w.value(n.Value(), {{"class", kind}});
         }},
    {.name = "canary_test_skipped_total",
     .type = "counter",
     .help = "Runs that were due and did not take place, by reason: still_running, queue_full, missed; and those whose "
             "script called test.skip: script.",
     .of_test =
         [](test t, writer w) {
           for (const auto& [why, n] : t.skipped) w.value(n.Value(), {{"reason", why}});
         }},
    {.name = "canary_test_last_run_timestamp_seconds",
     .type = "gauge",
     .help = "When the newest run ended.",
     .of_test = [](test t, writer w) { write_time(t.last_run, w); }},
    {.name = "canary_test_last_success_timestamp_seconds",
     .type = "gauge",
     .help = "When the newest passed run ended.",
     .of_test = [](test t, writer w) { write_time(t.last_success, w); }},
    {.name = "canary_http_request_duration_seconds",
     .type = "histogram",
     .help = "How long the phases of HTTP requests took that happened: resolve, connect, tls, processing, transfer.",
     .of_test = write_phases},
    {.name = "canary_tls_certificate_not_after_timestamp_seconds",
     .type = "gauge",
     .help = "When the first certificate of the chain ends that a host showed, by host.",
     .of_test = write_certificates},

    {.name = "canary_run_cpu_seconds_total",
     .type = "counter",
     .help = "CPU time of the test's scripts, the making of their VMs included.",
     .of_test = [](test t, writer w) { w.value(t.cpu_seconds.Value()); }},

    // Of the daemon.
    {.name = "canary_schedule_lateness_seconds",
     .type = "histogram",
     .help = "How long after its due time a run began.",
     .of_daemon = [](all s, writer w) { w.histogram(s.daemon.schedule_lateness.Collect().histogram); }},
    {.name = "canary_loop_lag_seconds",
     .type = "histogram",
     .help =
         "Every tenth of a second: how long at most one handler or script held the event loop, or how late the loop "
         "was for its own timer, whichever is more.",
     .of_daemon = [](all s, writer w) { w.histogram(s.daemon.loop_lag.Collect().histogram); }},
    {.name = "canary_script_slices_total",
     .type = "counter",
     .help = "Turns that scripts have had: one to begin, one after each wait, one after each time slice used up.",
     .of_daemon = [](all s, writer w) { w.value(s.daemon.script_slices.Value()); }},
    {.name = "canary_vm_forked",
     .type = "gauge",
     .help = "1 where the VMs of runs are forked from a template, 0 where each is built anew, which costs more.",
     .of_daemon = [](all s, writer w) { w.value(s.daemon.vm_forked ? 1 : 0); }},
    {.name = "canary_store_commit_duration_seconds",
     .type = "histogram",
     .help = "How long one commit of queued records to the database took.",
     .of_daemon = [](all s, writer w) { w.histogram(s.daemon.store_commit.Collect().histogram); }},
    {.name = "canary_store_commit_writes",
     .type = "histogram",
     .help = "How many starts and ends of runs one commit wrote.",
     .of_daemon = [](all s, writer w) { w.histogram(s.daemon.store_batch.Collect().histogram); }},
    {.name = "canary_store_queue_length",
     .type = "gauge",
     .help = "Records that are not durable yet.",
     .of_daemon = write_store<&store_figures::queue_length>},
    {.name = "canary_store_dropped_total",
     .type = "counter",
     .help = "Records given up, since the queue was full or the database could not take them.",
     .of_daemon = write_store<&store_figures::dropped>},
    {.name = "canary_store_runs",
     .type = "gauge",
     .help = "Runs in the database.",
     .of_daemon = write_store<&store_figures::runs>},
    {.name = "canary_store_removed_total",
     .type = "counter",
     .help = "Runs removed by retention, by reason: age, count or size.",
     .of_daemon = write_removed},
    {.name = "canary_store_size_bytes",
     .type = "gauge",
     .help = "Used size of the database file, pages that are free again among it.",
     .of_daemon = write_store<&store_figures::size_bytes>},
    {.name = "canary_store_free_bytes",
     .type = "gauge",
     .help = "Free pages of the database file, which new runs use first; looked at each minute.",
     .of_daemon = write_store<&store_figures::free_bytes>},
    {.name = "canary_config_last_reload_successful",
     .type = "gauge",
     .help = "Whether the last load of the configuration succeeded.",
     .of_daemon = write_reload},
    {.name = "canary_config_last_reload_success_timestamp_seconds",
     .type = "gauge",
     .help = "When the configuration was last loaded with success.",
     .of_daemon = [](all s, writer w) { write_time(s.daemon.reload_success_at, w); }},
    {.name = "canary_api_requests_total",
     .type = "counter",
     .help = "HTTP requests answered, by route pattern and status code.",
     .of_daemon = write_requests},
    {.name = "canary_api_auth_failures_total",
     .type = "counter",
     .help = "Requests refused for want of a token, by reason: missing, malformed, unknown, session, forbidden.",
     .of_daemon = write_auth_failures},
    {.name = "canary_api_event_readers",
     .type = "gauge",
     .help = "Clients that read events.",
     .of_daemon = write_event_readers<&event_reader_figures::readers>},
    {.name = "canary_api_event_readers_dropped_total",
     .type = "counter",
     .help = "Clients that read events too slowly, and were dropped.",
     .of_daemon = write_event_readers<&event_reader_figures::dropped>},
    {.name = "canary_web_certificate_last_load_successful",
     .type = "gauge",
     .help = "Whether the server's own certificate could be read when it last was; absent without TLS.",
     .of_daemon =
         [](all s, writer w) {
           if (s.daemon.certificate_read) w.value(*s.daemon.certificate_read ? 1 : 0);
         }},
    {.name = "canary_web_certificate_not_after_timestamp_seconds",
     .type = "gauge",
     .help = "When the server's own certificate ends; absent without TLS.",
     .of_daemon = [](all s, writer w) { write_time(s.daemon.certificate_end, w); }},
    {.name = "canary_web_tls_handshake_failures_total",
     .type = "counter",
     .help = "Clients with whom no TLS came about.",
     .of_daemon = [](all s, writer w) { w.value(s.daemon.tls_handshake_failures.Value()); }},
    {.name = "canary_build_info",
     .type = "gauge",
     .help = "Always 1; its labels tell version and commit.",
     .of_daemon =
         [](all s, writer w) {
           w.value(1, {{"version", s.daemon.version}, {"commit", s.daemon.commit}});
         }},

    // Of the process, as every client library names them.
    {.name = "process_cpu_seconds_total",
     .type = "counter",
     .help = "Total user and system CPU time spent in seconds.",
     .of_daemon = [](all s, writer w) { w.value(s.process.cpu_seconds); }},
    {.name = "process_resident_memory_bytes",
     .type = "gauge",
     .help = "Resident memory size in bytes.",
     .of_daemon = [](all s, writer w) { w.value(s.process.resident_bytes); }},
    {.name = "process_virtual_memory_bytes",
     .type = "gauge",
     .help = "Virtual memory size in bytes.",
     .of_daemon = [](all s, writer w) { w.value(s.process.virtual_bytes); }},
    {.name = "process_open_fds",
     .type = "gauge",
     .help = "Number of open file descriptors.",
     .of_daemon = [](all s, writer w) { w.value(s.process.open_descriptors); }},
    {.name = "process_max_fds",
     .type = "gauge",
     .help = "Maximum number of open file descriptors.",
     .of_daemon = [](all s, writer w) { w.value(s.process.most_descriptors); }},
    {.name = "process_start_time_seconds",
     .type = "gauge",
     .help = "Start time of the process since unix epoch in seconds.",
     .of_daemon = [](all s, writer w) { w.value(to_seconds(s.daemon.started)); }},
    {.name = "process_threads",
     .type = "gauge",
     .help = "Number of OS threads in the process.",
     .of_daemon = [](all s, writer w) { w.value(s.process.threads); }},
};

}  // namespace

std::span<const family> families() { return table; }

}  // namespace canary::metrics
