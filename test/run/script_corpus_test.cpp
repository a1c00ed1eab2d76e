// Every script of test/scripts/, executed by the daemon's own engine.

#include "run/script_case.hpp"
#include "support/catch.hpp"
#include "support/child_process.hpp"
#include "support/script_bench.hpp"

using namespace canary;
using namespace canary::testing;

namespace {

// A script that does not compile is refused when it is loaded; here it counts as a run that failed so.
run::run_result run_once(script_bench& bench, const script_case& c) {
  const auto compiled = bench.compile(c.name, c.source, c.memory);
  if (compiled) return bench.run(bench.make_test(c.name, std::move(*compiled), c.timeout, c.memory));
  run::run_result refused;
  refused.record.status = run_status::failed;
  refused.record.cause = compiled.error().cause;
  refused.details.error = compiled.error().error;
  return refused;
}

void run_all(const std::string& folder, const std::string& target) {
  script_bench bench;
  for (auto c : read_cases(folder)) {
    DYNAMIC_SECTION(c.name) {
      for (std::size_t at; (at = c.source.find("__TARGET__")) != std::string::npos;) c.source.replace(at, 10, target);
      for (int i = 0; i < c.runs; ++i) {
        const auto result = run_once(bench, c);
        for (const auto& difference : differences(c, result)) {
          UNSCOPED_INFO(difference);
          CHECK(difference.empty());
        }
      }
      SUCCEED();
    }
  }
}

}  // namespace

TEST_CASE("the language is what authors are told", "[corpus]") { run_all("language", ""); }

TEST_CASE("hostile scripts end in their class", "[corpus]") { run_all("hostile", ""); }

TEST_CASE("http does what authors are told", "[corpus]") {
  child_process server({"node", CANARY_TEST_SCRIPTS "/../e2e/echo.mjs", "0"});
  const std::string line = server.read_line(std::chrono::seconds{20});
  const std::size_t at = line.find("http://");
  REQUIRE(at != std::string::npos);
  run_all("http", line.substr(at, line.find_first_of(" \n\"", at) - at));
}
