#include "canary/metrics/metrics.hpp"

#include "support/catch.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

using namespace canary;
using namespace std::chrono_literals;

namespace {

// What promtool prints when it is given `exposition`, line by line.
std::set<std::string> complaints(const std::string& exposition) {
  const auto file = std::filesystem::temp_directory_path() / ("canary-exposition-" + std::to_string(::getpid()));
  std::ofstream(file) << exposition;
  FILE* promtool = ::popen(("promtool check metrics <'" + file.string() + "' 2>&1").c_str(), "r");
  REQUIRE(promtool);
  std::set<std::string> found;
  for (char line[1024]; std::fgets(line, sizeof line, promtool);) found.insert(line);
  ::pclose(promtool);
  std::filesystem::remove(file);
  return found;
}

}  // namespace

TEST_CASE("promtool accepts the exposition, but for the names that are the talk's own", "[.][integration]") {
  constexpr wall_time start{1'700'000'000s};
  const auto m = metrics::create_metrics("1.2.3", "abc", start);
  for (const auto* name : {"plain", "say \"hi\" \\ and\nleave"}) {
    m->test_added(name);
    m->run_started(name);
    for (const auto kind : {failure_class::none, failure_class::dns}) {
      run_record r;
      r.test = name;
      r.status = kind == failure_class::none ? run_status::passed : run_status::failed;
      r.start_at = start;
      r.cause.kind = kind;
      m->run_ended(r);
    }
    m->run_skipped(name, "missed", 1);
    m->test_up(name, true);
    m->test_frequency(name, 1s);
    canary::test about;
    about.name = name;
    about.owner = name;
    about.labels = {{"tier", "1"}, {"what", name}};
    m->test_info(about);
  }
  m->schedule_lateness(1ms);
  m->loop_lag(1ms);
  m->store_commit(1ms, 2);
  m->api_request("/metrics", 200);
  m->config_reloaded(true, start);
  m->observe_store([] { return metrics::store_figures{1, 1, 1, 1, 1, 1, 1, 1}; });

  CHECK(complaints(m->exposition()) ==
        std::set<std::string>{
            "test_finished_count counter metrics should have \"_total\" suffix\n",
            "test_finished_count non-histogram and non-summary metrics should not have \"_count\" suffix\n",
            "test_running_total non-counter metrics should not have \"_total\" suffix\n",
            "test_started_count counter metrics should have \"_total\" suffix\n",
            "test_started_count non-histogram and non-summary metrics should not have \"_count\" suffix\n",
        });
}
