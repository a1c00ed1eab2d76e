#include "bench/benches.hpp"

#include <cstring>

namespace canary::bench {
namespace {

config::options without_fork(config::options options) {
  options.run_fork = false;
  return options;
}

}  // namespace

std::span<const vm_kind> vm_kinds() {
  static const vm_kind kinds[] = {{"fork", world::quiet()}, {"plain heap", without_fork(world::quiet())}};
  return kinds;
}

benchmark::internal::Benchmark* add(const std::string& name, std::function<void(benchmark::State&)> measure) {
  return benchmark::RegisterBenchmark(name.c_str(), [measure = std::move(measure)](benchmark::State& state) {
    try {
      measure(state);
    } catch (const std::exception& problem) {
      state.SkipWithError(problem.what());
    }
  });
}

}  // namespace canary::bench

int main(int argc, char** argv) {
  using namespace canary::bench;
  effort how;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--quick") != 0) continue;
    how.quick = true;
    std::copy(argv + i + 1, argv + argc, argv + i);
    --argc;
    --i;
  }
  stay_on_core(0);
  register_memory(how);
  register_vm(how);
  register_runs(how);
  register_requests(how);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
