// Whole runs: ordered, executed, stored and counted.

#include "bench/beast_client.hpp"
#include "bench/benches.hpp"
#include "bench/servers.hpp"

namespace canary::bench {
namespace {

constexpr std::size_t usual = 64;  // in flight
constexpr std::size_t tests = 1000;

void measure_runs(benchmark::State& state, const config::options& options, const std::string& script,
                  std::size_t in_flight = usual) {
  constexpr std::uint64_t batch = 2000;
  const scratch_folder folder;
  world with(options, folder);
  const auto what = with.load(script, tests);
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

std::string one_get(const nginx& from) {
  return "if (http.do('GET', '" + from.url() + "').code !== 200) log.fail('no');";
}

constexpr const char* sharing = "settings({ http: { connections: 'shared' } }); ";

void beside_wrk(benchmark::State& state, const config::options& options, const effort& how, const char* settings) {
  const nginx server;
  const scratch_folder folder;
  world with(options, folder);
  const auto what = with.load(one_get(server), tests, settings);
  with.run(what, usual, 1000);  // warms up
  for (auto _ : state) {
    const cost ours = with.run_for(what, usual, std::chrono::seconds{how.seconds()});
    const wrk_figures wrk = run_wrk(server.url(), how.seconds());
    state.counters["runs_per_s"] = ours.runs_per_s();
    state.counters["cpu_us_per_run"] = ours.cpu_us_per_run();
    state.counters["wrk_requests_per_s"] = wrk.requests_per_s;
    state.counters["wrk_cpu_us_per_request"] = wrk.cpu_us_per_request;
    state.counters["cpu_ratio"] = ours.cpu_us_per_run() / wrk.cpu_us_per_request;
    const client_figures beast = run_beast(server.url(), std::chrono::seconds{how.seconds()});
    state.counters["beast_requests_per_s"] = beast.requests_per_s;
    state.counters["beast_cpu_us_per_request"] = beast.cpu_us_per_request;
    state.counters["cpu_ratio_to_beast"] = ours.cpu_us_per_run() / beast.cpu_us_per_request;
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

void register_requests(const effort& how) {
  for (const vm_kind& kind : vm_kinds()) {
    // As many as are due in the same instant, each with a VM, a stack and a connection.
    add_runs(how, std::string("run with one GET, 1000 in flight, ") + kind.name, [&kind](benchmark::State& state) {
      const nginx server;
      measure_runs(state, kind.options, one_get(server), 1000);
    });
    for (const bool shared : {true, false}) {
      const std::string name =
          shared ? "run with one GET, connections shared, beside wrk, " : "run with one GET beside wrk, ";
      add(name + kind.name,
          [&kind, how, shared](benchmark::State& state) {
            beside_wrk(state, kind.options, how, shared ? sharing : "");
          })
          ->Repetitions(how.repetitions())
          ->Iterations(1)
          ->Unit(benchmark::kSecond)
          ->UseRealTime();
    }
  }
}

}  // namespace canary::bench
