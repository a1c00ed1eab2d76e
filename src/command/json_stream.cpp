#include "canary/command/json_stream.hpp"

#include "canary/api/rest_json.hpp"
#include "canary/api/run_text.hpp"
#include "canary/core/json_text.hpp"

namespace canary::command {
namespace {

namespace json = boost::json;

std::string line(std::string_view event, json::object facts) {
  json::object out{{"event", event}};
  for (auto& [name, value] : facts) out[name] = std::move(value);
  return json_text(out) + "\n";
}

}  // namespace

void json_stream::started(const run_record& record) {
  write_(line("started", {{"run", record.id.text()},
                          {"test", record.test},
                          {"at", format_rfc3339(record.start_at)},
                          {"attempt", record.attempt}}));
}

void json_stream::logged(const run_record& record, const log_entry& entry) {
  write_(line("log", {{"run", record.id.text()}, {"log", api::log_entry_json(entry)}}));
}

void json_stream::ended(const run::run_result& result) {
  const std::string id = result.record.id.text();
  for (const auto& each : result.details.requests) {
    write_(line("request", {{"run", id}, {"request", api::http_exchange_json(each)}}));
  }
  for (const auto& each : result.details.steps) {
    write_(line("step", {{"run", id}, {"step", api::run_step_json(each)}}));
  }
  for (const auto& each : result.details.checks) {
    write_(line("check", {{"run", id}, {"check", api::run_check_json(each)}}));
  }
  api::body whole;
  api::append_run(whole, result.record, result.details, [] {});
  std::string out = R"({"event":"finished","run":)";
  for (const auto& piece : whole.pieces()) out += piece;
  write_(out + "}\n");
}

void json_stream::skipped(const test& what, std::string_view why) {
  write_(line("skipped", {{"test", what.name}, {"reason", why}}));
}

void json_stream::finished(const run_counts& counts, const run_totals& totals) {
  write_(line("summary", {{"passed", counts.passed},
                          {"failed", counts.failed},
                          {"interrupted", counts.interrupted},
                          {"skipped", counts.skipped},
                          {"checks", totals.checks},
                          {"checks_held", totals.checks_held},
                          {"requests", totals.requests},
                          {"duration_ms", static_cast<double>(totals.elapsed.count()) / 1e6}}));
}

}  // namespace canary::command
