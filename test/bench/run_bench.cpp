// Whole runs: ordered, executed, stored and counted, 64 at a time.

#include "bench/benches.hpp"
#include "bench/servers.hpp"

namespace canary::bench {
namespace {

constexpr std::size_t in_flight = 64;

void measure_runs(benchmark::State& state, const config::options& options, const std::string& script) {
  constexpr std::uint64_t batch = 2000;
  const scratch_folder folder;
  world with(options, folder);
  const auto what = with.load_one(script);
  with.run(what, in_flight, batch);  // warms up
  cost all;
  for (auto _ : state) {
    const cost some = with.run(what, in_flight, batch);
    state.SetIterationTime(static_cast<double>(some.wall.count()) / 1e9);
    all.runs += some.runs;
    all.wall += some.wall;
    all.cpu += some.cpu;
  }
  state.counters["cpu_us_per_run"] = all.cpu_us_per_run();
  state.counters["runs_per_s"] = all.runs_per_s();
}

config::options with_log_lines(config::options options) {
  options.log_level = log_level::info;
  return options;
}

void add_runs(const effort& how, const std::string& name, std::function<void(benchmark::State&)> measure) {
  add(name, std::move(measure))
      ->Repetitions(how.repetitions())
      ->Iterations(how.quick ? 3 : 10)
      ->Unit(benchmark::kMillisecond)
      ->UseManualTime();
}

void beside_wrk(benchmark::State& state, const config::options& options, const effort& how) {
  const nginx server;
  const scratch_folder folder;
  world with(options, folder);
  const auto what = with.load_one("if (http.do('GET', '" + server.url() + "').code !== 200) log.fail('no');");
  with.run(what, in_flight, 1000);  // warms up
  for (auto _ : state) {
    const cost ours = with.run_for(what, in_flight, std::chrono::seconds{how.seconds()});
    const wrk_figures wrk = run_wrk(server.url(), how.seconds());
    state.counters["runs_per_s"] = ours.runs_per_s();
    state.counters["cpu_us_per_run"] = ours.cpu_us_per_run();
    state.counters["wrk_requests_per_s"] = wrk.requests_per_s;
    state.counters["wrk_cpu_us_per_request"] = wrk.cpu_us_per_request;
    state.counters["cpu_ratio"] = ours.cpu_us_per_run() / wrk.cpu_us_per_request;
    state.counters["rate_ratio"] = wrk.requests_per_s / ours.runs_per_s();
  }
}

}  // namespace

void register_runs(const effort& how) {
  for (const vm_kind& kind : vm_kinds()) {
    add_runs(how, std::string("empty run, ") + kind.name,
             [&kind](benchmark::State& state) { measure_runs(state, kind.options, ""); });
    add_runs(how, std::string("empty run with log lines, ") + kind.name,
             [&kind](benchmark::State& state) { measure_runs(state, with_log_lines(kind.options), ""); });
    add_runs(how, std::string("run that logs three lines, ") + kind.name, [&kind](benchmark::State& state) {
      measure_runs(state, kind.options, "for (var i = 0; i < 3; ++i) log.kv('i', i).info('a line of the log');");
    });
  }
}

void register_beside_wrk(const effort& how) {
  for (const vm_kind& kind : vm_kinds()) {
    add(std::string("run with one GET beside wrk, ") + kind.name,
        [&kind, how](benchmark::State& state) { beside_wrk(state, kind.options, how); })
        ->Repetitions(how.repetitions())
        ->Iterations(1)
        ->Unit(benchmark::kSecond)
        ->UseRealTime();
  }
}

}  // namespace canary::bench
