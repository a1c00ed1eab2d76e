// Every script of test/scripts/, executed by the daemon's own engine, in a VM of each kind.

#include "run/script_case.hpp"
#include "support/catch.hpp"
#include "support/child_process.hpp"
#include "support/script_bench.hpp"
#include "support/vm_kinds.hpp"

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

std::string replaced(std::string source, const std::string& target) {
  for (std::size_t at; (at = source.find("__TARGET__")) != std::string::npos;) source.replace(at, 10, target);
  return source;
}

struct echo_server {
  echo_server() : process({"node", CANARY_TEST_SCRIPTS "/../e2e/echo.mjs", "0"}) {
    const std::string line = process.read_line(std::chrono::seconds{20});
    const std::size_t at = line.find("http://");
    REQUIRE(at != std::string::npos);
    target = line.substr(at, line.find_first_of(" \n\"", at) - at);
  }
  child_process process;
  std::string target;
};

void run_all(const std::string& folder, const std::string& target, bool allow_programs = false) {
  const auto cases = read_cases(folder);
  CHECK(!cases.empty());
  for (const auto& kind : usual_vm_kinds) {
#if defined(__SANITIZE_ADDRESS__)
    // Sanitizers make them slow, and see the same code in both kinds but for the copying.
    if (!kind.fork) continue;
#endif
    CAPTURE(kind.name);
    script_bench bench(kind.fork);
    if (allow_programs) bench.engine.programs = process::create_runner(bench.loop.get_executor(), *bench.time, {});
    bench.engine.work_dir = CANARY_TEST_SCRIPTS;
    for (auto c : cases) {
      CAPTURE(c.name);
      c.source = replaced(c.source, target);
      for (int i = 0; i < c.runs; ++i) {
        for (const auto& difference : differences(c, run_once(bench, c))) FAIL_CHECK(difference);
      }
    }
  }
}

}  // namespace

TEST_CASE("the language is what authors are told", "[corpus]") { run_all("language", ""); }

TEST_CASE("hostile scripts end in their class", "[.][hostile]") { run_all("hostile", ""); }

TEST_CASE("exec does what authors are told", "[corpus]") { run_all("exec", "", true); }

TEST_CASE("http does what authors are told", "[corpus]") {
  const echo_server server;
  run_all("http", server.target);
}

TEST_CASE("the talk's scripts do what the talk shows", "[corpus]") {
  const echo_server server;
  struct row {
    const char* file;
    const char* cause;  // '' where it passes
    const char* line;   // its last, '' for none
  };
  const row rows[] = {{"simple-example.js", "", "hello world"},
                      {"simple-http.js", "", "got a response"},
                      {"always-pass.js", "", "always pass"},
                      {"always-fail.js", "always fail", "always fail"},
                      {"fail-error.js", "error thrown", ""}};
  for (const auto& kind : usual_vm_kinds) {
    CAPTURE(kind.name);
    script_bench bench(kind.fork);
    for (const auto& r : rows) {
      CAPTURE(r.file);
      script_case c;
      c.name = r.file;
      c.source = replaced(read_script(std::string("talk/") + r.file), server.target + "/html");
      const auto result = run_once(bench, c);
      CHECK(result.record.cause.message == r.cause);
      CHECK((result.details.logs.empty() ? "" : result.details.logs.back().message) == r.line);
    }
  }
}
