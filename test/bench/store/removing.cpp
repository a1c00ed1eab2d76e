#include "bench/store/contest.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <stdexcept>

namespace canary::bench {
namespace {

/// Of all tests. Whole hours: the rollups know, whatever retention has removed.
std::uint64_t passed_between(const contest& of, const engine& db, wall_time since, wall_time until) {
  std::uint64_t passed = 0;
  for (std::size_t i = 0; i < of.plan.tests; ++i) {
    passed += db.summarize(run_generator::test_name(i), since, until).passed;
  }
  return passed;
}

/// Turns the loop until they are.
void remove_passed(contest& of, engine& db) {
  const auto busy = boost::asio::make_work_guard(of.loop);
  db.remove_expired(of.now(), [&] { of.loop.stop(); });
  of.loop.restart();
  of.loop.run();
}

}  // namespace

void measure_retention(contest& of, report& to) {
  using days = std::chrono::days;
  progress("retention");
  of.close();
  const wall_time first_midnight = std::chrono::floor<days>(of.plan.end - of.plan.span);
  std::array<int, 2> removed_days{};
  figures cpu;
  const figures rates = of.in_turns([&](contest::side s) {
    const wall_time since = first_midnight + days{removed_days[s]++}, until = since + days{1};
    of.open(s, store::durability::full, of.now() - until);
    engine& db = of.of(s);
    const std::uint64_t count = passed_between(of, db, since, until);
    const mono_time begun = of.time->mono();
    const nanoseconds used = cpu_time();
    remove_passed(of, db);
    const cost all{count, of.time->mono() - begun, cpu_time() - used};
    if (db.removed() != count) throw std::runtime_error("not those runs were removed that are too old");
    (s == contest::ours ? cpu.ours : cpu.sqlite).push_back(all.cpu_us_per_run());
    of.close(s);
    return all.runs_per_s();
  });
  to.add("retention of a day: removed", "runs/s", rates, better::more);
  to.add("  processor time", "cpu µs/run", cpu);
}

}  // namespace canary::bench
