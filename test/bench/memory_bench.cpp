// What runs in flight cost in resident memory, each measurement in a process of its own.

#include "bench/benches.hpp"
#include "bench/servers.hpp"

#include <sys/resource.h>

#include <atomic>

namespace canary::bench {
namespace {

constexpr std::size_t tests = 1000;

// Each run has a connection.
void allow_descriptors(std::size_t count) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < count + 200) {
    throw std::runtime_error("only " + std::to_string(limit.rlim_cur) + " descriptors are allowed (ulimit -n)");
  }
}

std::vector<double> resident_growth(const config::options& options, const scratch_folder& folder,
                                    const std::string& script, std::size_t runs, const silent_server* server) {
  world& with = *new world(options, folder);  // outlives the measurement: the process ends with it
  const auto what = with.load(script, tests);
  with.run(with.load("", 1), 1, 10);  // what the first run of a process brings to life
  const std::uint64_t before = resident_bytes();
  with.begin(what, runs, [&] { return server == nullptr || server->requests() >= runs; });
  return {static_cast<double>(resident_bytes() - before) / static_cast<double>(runs)};
}

void measure_memory(benchmark::State& state, const vm_kind& kind, std::size_t runs, bool over_http) {
  allow_descriptors(runs);
  for (auto _ : state) {
    const scratch_folder folder;
    std::optional<silent_server> server;
    if (over_http) server.emplace();
    const std::string script = server ? "http.do('GET', '" + server->url() + "');" : "std.time.sleep('5m');";
    const auto grown =
        in_child([&] { return resident_growth(kind.options, folder, script, runs, server ? &*server : nullptr); });
    state.counters["kib_per_run"] = grown.at(0) / 1024;
  }
}

}  // namespace

void register_memory(const effort& how) {
  for (const std::size_t runs : {std::size_t{1'000}, std::size_t{10'000}}) {
    for (const bool over_http : {true, false}) {
      for (const vm_kind& kind : vm_kinds()) {
        add(std::string("memory of a run that ") + (over_http ? "waits on HTTP" : "sleeps") + ", " +
                std::to_string(runs) + " in flight, " + kind.name,
            [=, &kind](benchmark::State& state) { measure_memory(state, kind, runs, over_http); })
            ->Repetitions(how.quick ? 1 : 3)
            ->Iterations(1)
            ->Unit(benchmark::kSecond)
            ->UseRealTime();
      }
    }
  }
}

}  // namespace canary::bench
