#include "memory_store.hpp"

#include "read_written_details.hpp"

namespace canary::test_support {
namespace {

run_trigger parse_trigger(std::string_view name) {
  for (const run_trigger t : {run_trigger::schedule, run_trigger::manual, run_trigger::command_line})
    if (to_string(t) == name) return t;
  throw std::invalid_argument("no trigger: " + std::string(name));
}

run_record read_run(const boost::json::object& from) {
  const auto text = [&](const char* key) { return std::string_view(from.at(key).as_string()); };
  run_record r;
  r.id = run_id::parse(text("id")).value();
  r.test = text("name");
  r.status = parse_run_status(text("status")).value();
  r.start_at = parse_rfc3339(text("start_at")).value();
  if (from.contains("end_at")) r.end_at = parse_rfc3339(text("end_at"));
  if (from.contains("duration"))
    r.duration = std::chrono::microseconds(std::llround(from.at("duration").to_number<double>() * 1000));
  r.trigger = parse_trigger(text("trigger"));
  r.attempt = from.at("attempt").to_number<std::uint32_t>();
  if (const auto* usage = from.if_contains("usage")) {
    const auto count = [&](const char* key) { return usage->at(key).to_number<std::uint64_t>(); };
    const auto cpu = std::chrono::nanoseconds(std::llround(usage->at("cpu").to_number<double>() * 1e6));
    r.usage = run_usage{cpu, count("peak_memory"), count("slices"), count("allocations")};
  }
  if (from.contains("class")) r.cause = {parse_failure_class(text("class")).value(), std::string(text("fail_cause"))};
  if (from.contains("skip_reason")) r.cause.message = text("skip_reason");
  return r;
}

}  // namespace

memory_store::memory_store(const boost::json::array& written) {
  for (const auto& one : written) {
    runs.push_back(read_run(one.as_object()));
    if (one.as_object().contains("logs")) details[runs.back().id] = read_written_details(one.as_object());
  }
  std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
}

result<canary::store::run_page> memory_store::list_runs(const canary::store::run_query& query) const {
  asked.push_back(query);
  if (broken) return *broken;
  canary::store::run_page page;
  for (const run_record& r : runs) {
    if (query.before && r.id >= *query.before) continue;
    if ((query.test && r.test != *query.test) || (query.status && r.status != *query.status)) continue;
    if (query.tests && std::find(query.tests->begin(), query.tests->end(), r.test) == query.tests->end()) continue;
    if (query.kind && r.cause.kind != *query.kind) continue;
    if ((query.since && r.start_at < *query.since) || (query.until && r.start_at >= *query.until)) continue;
    if (page.runs.size() == query.limit) {
      page.next = page.runs.back().id;
      break;
    }
    page.runs.push_back(r);
  }
  return page;
}

result<std::vector<run_record>> memory_store::list_ongoing(std::size_t limit) const {
  if (broken) return *broken;
  std::vector<run_record> out;
  for (auto it = runs.rbegin(); it != runs.rend() && out.size() < limit; ++it)
    if (it->status == run_status::running) out.push_back(*it);
  return out;
}

result<std::optional<run_record>> memory_store::find_run(const run_id& id) const {
  if (broken) return *broken;
  for (const run_record& r : runs)
    if (r.id == id) return std::optional(r);
  return std::optional<run_record>();
}

result<std::optional<run_details>> memory_store::find_details(const run_id& id) const {
  details_asked.push_back(id);
  if (broken) return *broken;
  if (broken_details) return *broken_details;
  const auto found = details.find(id);
  return found != details.end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace canary::test_support
