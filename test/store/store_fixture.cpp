#include "store_fixture.hpp"

#include <cstdlib>
#include <random>
#include <stdexcept>

namespace canary::store::testing {

temporary_folder::temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "canary-store-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

run_record started(const run_id& id, std::string test, wall_time at) {
  run_record run;
  run.id = id;
  run.test = std::move(test);
  run.start_at = at;
  run.lateness = std::chrono::microseconds{180};
  return run;
}

run_record ended(run_record run, run_status status, nanoseconds took, failure cause) {
  run.status = status;
  run.duration = took;
  run.end_at = run.start_at + took;
  run.cause = std::move(cause);
  return run;
}

run_details noise(std::size_t bytes, int seed) {
  std::mt19937 random(static_cast<unsigned>(seed));
  std::string text(bytes, '\0');
  for (char& c : text) c = static_cast<char>(random());
  run_details details;
  details.logs.push_back({noon, log_level::info, std::move(text), {}});
  return details;
}

run_record fixture::start(const std::string& test, wall_time at) {
  const run_record run = started(ids.next(at), test, at);
  result<void> outcome = error{"not called"};
  db->start_run(run, [&](const result<void>& r) { outcome = r; });
  settle();
  outcome.value();
  return run;
}

run_record fixture::end(const run_record& run, run_status status, const run_details& details) {
  const failure cause = status == run_status::failed ? failure{failure_class::assertion, "expected 200"} : failure{};
  const run_record last = ended(run, status, std::chrono::milliseconds{12}, cause);
  result<void> outcome = error{"not called"};
  db->end_run(last, details, [&](const result<void>& r) { outcome = r; });
  settle();
  outcome.value();
  return last;
}

std::vector<std::string> fixture::ids_of(const run_query& query) {
  std::vector<std::string> out;
  const run_page page = db->list_runs(query).value();
  for (const run_record& run : page.runs) out.push_back(run.id.text());
  return out;
}

bool fixture::logged(const std::string& text) const {
  for (const std::string& line : lines) {
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace canary::store::testing

namespace canary {

bool operator==(const run_record& a, const run_record& b) {
  return a.id == b.id && a.test == b.test && a.status == b.status && a.start_at == b.start_at && a.end_at == b.end_at &&
         a.duration == b.duration && a.lateness == b.lateness && a.trigger == b.trigger && a.attempt == b.attempt &&
         a.cause == b.cause && a.usage == b.usage;
}

}  // namespace canary
