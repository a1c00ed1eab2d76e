#include "command/read_rest_run.hpp"

#include "canary/net/http_url.hpp"
#include "command/rest_members.hpp"

#include <algorithm>
#include <cmath>

namespace canary::command {
namespace {

namespace json = boost::json;

failure_class class_of(const json::object& from) {
  return parse_failure_class(text(from, "class")).value_or(failure_class::none);
}

run_trigger trigger_of(const json::object& from) {
  for (const auto each : {run_trigger::manual, run_trigger::command_line}) {
    if (to_string(each) == text(from, "trigger")) return each;
  }
  return run_trigger::schedule;
}

log_entry read_log(const json::object& from) {
  log_entry out;
  out.at = time(from, "at").value_or(wall_time{});
  out.level = parse_log_level(text(from, "level")).value_or(log_level::info);
  out.message = text(from, "message");
  if (const auto* fields = member(from, "fields")) out.fields = *fields;
  return out;
}

tls_certificate read_certificate(const json::object& from) {
  tls_certificate out;
  out.subject = text(from, "subject");
  out.issuer = text(from, "issuer");
  if (const json::value* sans = from.if_contains("sans"); sans != nullptr && sans->is_array()) {
    for (const json::value& san : sans->get_array()) {
      if (san.is_string()) out.sans.emplace_back(san.get_string());
    }
  }
  out.serial = text(from, "serial");
  out.not_before = time(from, "not_before").value_or(wall_time{});
  out.not_after = time(from, "not_after").value_or(wall_time{});
  out.sha256 = text(from, "sha256");
  return out;
}

std::shared_ptr<const tls_facts> read_tls(const json::object& from, const std::string& url) {
  auto out = std::make_shared<tls_facts>();
  if (const auto parsed = net::parse_http_url(url)) out->host = parsed->authority();
  out->version = text(from, "version");
  out->cipher = text(from, "cipher");
  out->alpn = text(from, "alpn");
  out->ocsp = text(from, "ocsp");
  for_each(from, "chain", [&](const json::object& c) { out->chain.push_back(read_certificate(c)); });
  return out;
}

http_exchange read_exchange(const json::object& from) {
  http_exchange out;
  out.started = time(from, "started").value_or(wall_time{});
  out.method = text(from, "method");
  out.url = text(from, "url");
  out.code = static_cast<int>(std::min<std::uint64_t>(natural(from, "code"), 999));
  out.proto = text(from, "proto");
  out.remote_ip = text(from, "remote_ip");
  out.remote_port = static_cast<std::uint16_t>(std::min<std::uint64_t>(natural(from, "remote_port"), 65535));
  out.reused = flag(from, "reused");
  if (const auto* t = member(from, "timings")) {
    out.timings = {number(*t, "blocked"),         number(*t, "looking_up"), number(*t, "connecting"),
                   number(*t, "tls_handshaking"), number(*t, "sending"),    number(*t, "waiting"),
                   number(*t, "receiving"),       number(*t, "duration")};
  }
  out.bytes_sent = natural(from, "bytes_sent");
  out.bytes_received = natural(from, "bytes_received");
  if (const auto* failed = member(from, "error")) {
    out.error = {class_of(*failed), text(*failed, "message"),
                 static_cast<failure_code>(std::min<std::uint64_t>(natural(*failed, "error_code"), 65535))};
  }
  if (const auto* tls = member(from, "tls")) out.tls = read_tls(*tls, out.url);
  return out;
}

// An index less than `bound`.
std::optional<std::uint32_t> index(const json::object& from, std::string_view name, std::size_t bound) {
  const json::value* found = from.if_contains(name);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  const std::uint64_t at = natural(from, name);
  if (at >= bound) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

run_step read_step(const json::object& from, std::size_t before) {
  run_step out;
  out.name = text(from, "name");
  out.started = time(from, "started").value_or(wall_time{});
  out.duration = milliseconds(from, "duration_ms");
  out.status = parse_step_status(text(from, "status")).value_or(step_status::passed);
  out.cleanup = flag(from, "cleanup");
  out.parent = index(from, "parent", before);
  out.error = text(from, "error");
  return out;
}

run_check read_check(const json::object& from, std::size_t steps) {
  return {text(from, "name"), time(from, "at").value_or(wall_time{}), flag(from, "held"), flag(from, "soft"),
          index(from, "step", steps)};
}

script_error read_error(const json::object& from) {
  constexpr std::uint64_t most = 1'000'000'000;
  script_error out;
  out.message = text(from, "message");
  out.stack = text(from, "stack");
  out.file = text(from, "file");
  out.line = static_cast<int>(std::min(natural(from, "line"), most));
  out.column = static_cast<int>(std::min(natural(from, "column"), most));
  out.excerpt = text(from, "excerpt");
  out.expected = text(from, "expected");
  out.actual = text(from, "actual");
  return out;
}

run_details read_details(const json::object& from) {
  run_details out;
  for_each(from, "logs", [&](const json::object& e) { out.logs.push_back(read_log(e)); });
  out.logs_dropped = natural(from, "logs_dropped");
  for_each(from, "requests", [&](const json::object& e) { out.requests.push_back(read_exchange(e)); });
  out.requests_dropped = natural(from, "requests_dropped");
  for_each(from, "steps", [&](const json::object& e) { out.steps.push_back(read_step(e, out.steps.size())); });
  out.steps_dropped = natural(from, "steps_dropped");
  for_each(from, "checks", [&](const json::object& e) { out.checks.push_back(read_check(e, out.steps.size())); });
  out.checks_dropped = natural(from, "checks_dropped");
  if (const auto* e = member(from, "error")) out.error = read_error(*e);
  out.code = static_cast<failure_code>(std::min<std::uint64_t>(natural(from, "error_code"), 65535));
  return out;
}

}  // namespace

result<run::run_result> read_rest_run(const json::object& from) {
  run::run_result out;
  run_record& record = out.record;
  const auto id = run_id::parse(text(from, "id"));
  const auto status = parse_run_status(text(from, "status"));
  const auto start_at = time(from, "start_at");
  record.test = text(from, "test");
  if (!id || !status || !start_at || record.test.empty()) {
    return error{"the answer is no run: it has no id, no test, no status, or no start_at"};
  }
  record.id = *id;
  record.status = *status;
  record.start_at = *start_at;
  record.end_at = time(from, "end_at");
  record.duration = milliseconds(from, "duration_ms");
  record.lateness = milliseconds(from, "lateness_ms");
  record.trigger = trigger_of(from);
  record.attempt = static_cast<std::uint32_t>(std::min<std::uint64_t>(natural(from, "attempt"), 1'000'000));
  record.cause = {class_of(from), text(from, record.status == run_status::skipped ? "skip_reason" : "fail_cause")};
  if (const auto* u = member(from, "usage")) {
    record.usage = run_usage{milliseconds(*u, "cpu_ms"), natural(*u, "peak_memory_bytes"), natural(*u, "slices"),
                             natural(*u, "allocations")};
  }
  out.details = read_details(from);
  record.cause.code = out.details.code;
  return out;
}

}  // namespace canary::command
