#include "script/bundled.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

#include <set>

using namespace canary;

namespace {

std::string said(const run::run_result& r) { return r.details.logs.empty() ? "" : r.details.logs.back().message; }

}  // namespace

TEST_CASE("the VMs of runs are forked here") {
  const testing::script_bench bench(true);
  const auto report = bench.vms->forking();
  CHECK(report.why_not == "");
  CHECK(report.image_bytes > report.addresses * 8);
  CHECK(report.addresses > 1000);
}

TEST_CASE("they are not where that is not wanted, and it is said") {
  testing::script_bench bench(false);
  CHECK(bench.vms->forking().why_not == "--run.fork is off");
  CHECK(bench.run("1 + 1").record.status == run_status::passed);
}

TEST_CASE("each VM draws random numbers of its own") {
  for (const bool fork : {true, false}) {
    CAPTURE(fork);
    testing::script_bench bench(fork);
    std::set<std::string> drawn;
    const auto script = bench.make_test("log.info([Math.random(), Math.random()].join(' '))");
    for (int i = 0; i < 20; ++i) drawn.insert(said(bench.run(script)));
    CHECK(drawn.size() == 20);
  }
}

TEST_CASE("the VMs of modern scripts are forked here, too") {
  testing::script_bench bench;
  bench.vms->prepare(script::newer_library, [] {});
  CHECK(bench.vms->forking().modern_why_not == "");

  testing::script_bench plain(false);
  plain.vms->prepare(script::newer_library, [] {});
  CHECK(plain.vms->forking().modern_why_not == "those of others are not");
}

TEST_CASE("a forked VM has all the memory that its run may use, and no more") {
  testing::script_bench bench(true);
  const std::string fill =
      "var kept = []; for (var i = 0; i < %; ++i) kept.push(new Uint8Array(1 << 20)); log.info(kept.length)";
  const auto filling = [&](int mebibytes) {
    return std::string(fill).replace(fill.find('%'), 1, std::to_string(mebibytes));
  };
  for (const std::uint64_t limit : {8u, 64u, 200u}) {
    CAPTURE(limit);
    CHECK(bench.run(filling(static_cast<int>(limit) - 2), std::chrono::seconds{20}, limit << 20).record.status ==
          run_status::passed);
    CHECK(bench.run(filling(static_cast<int>(limit) + 1), std::chrono::seconds{20}, limit << 20).record.cause.kind ==
          failure_class::limit);
  }
}

TEST_CASE("Date tells the run's time, not the template's") {
  for (const bool fork : {true, false}) {
    CAPTURE(fork);
    testing::script_bench bench(fork);
    const auto before = bench.time->wall();
    const auto run = bench.run("log.info(new Date().toISOString())");
    const auto told = parse_rfc3339(said(run));
    REQUIRE(told);
    CHECK(*told >= before - std::chrono::milliseconds{1});
    CHECK(*told <= bench.time->wall());
  }
}
